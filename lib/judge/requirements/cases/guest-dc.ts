import { type Case, EVERY_RELEASE, FROM_2016, inGuest, unread, UP_TO_2012R2 } from "./case";

const controller = (checkpointType: string | null): Case["given"] => (of) => {
  inGuest((guest) => { guest.productType = 2; })(of);
  of.vm.checkpointType = checkpointType;
  if (checkpointType === null) unread(of.vm, "checkpointType");
};

export const cases: Case[] = [
  { name: "production checkpoints", on: FROM_2016, given: controller("Production"), status: "pass", effect: null },
  { name: "standard checkpoints", on: FROM_2016, given: controller("Standard"), status: "warning", effect: "warn" },
  { name: "standard checkpoints, older host", on: UP_TO_2012R2, given: controller("Standard"), status: "not-applicable" },
  { name: "checkpoint type not read", on: FROM_2016, given: controller(null), status: "unknown" },
  { name: "checkpoint type of no list", on: FROM_2016, given: controller("Hybrid"), status: "unknown" },
  { name: "no domain controller", on: EVERY_RELEASE, given: () => undefined, status: "not-applicable" },
  { name: "kind of Windows not read", on: FROM_2016, given: (of) => { inGuest((guest) => { guest.productType = null; })(of); unread(of.vm, "guest.productType"); }, status: "unknown" },
  { name: "Linux", on: EVERY_RELEASE, family: "linux", given: () => undefined, status: "not-applicable" },
  { name: "nothing read of the guest", on: FROM_2016, given: ({ vm }) => { vm.guest = null; }, status: "unknown" },
];
