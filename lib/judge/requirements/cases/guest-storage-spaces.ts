import { type Case, EVERY_RELEASE, inGuest, unread } from "./case";

const pools = (outside: number | null, storagePools: { name: string; members: null }[] | null) => inGuest((guest) => Object.assign(guest, { storageSpacesOutsideMembers: outside, storagePools }));

export const cases: Case[] = [
  { name: "no pool", on: EVERY_RELEASE, given: () => undefined, status: "pass", effect: null },
  { name: "a pool over disks of this VM", on: EVERY_RELEASE, given: pools(0, [{ name: "Pool1", members: null }]), status: "pass", effect: null },
  { name: "one member outside", on: EVERY_RELEASE, given: pools(1, [{ name: "Pool1", members: null }]), status: "warning", effect: "partial" },
  { name: "two members outside, pools not listed", on: EVERY_RELEASE, given: pools(2, null), status: "warning", effect: "partial" },
  { name: "members not read, no pool", on: EVERY_RELEASE, given: pools(null, []), status: "pass" },
  { name: "members not read", on: EVERY_RELEASE, given: (of) => { pools(null, [{ name: "Pool1", members: null }])(of); unread(of.vm, "guest.storageSpacesOutsideMembers"); }, status: "unknown" },
  { name: "Linux", on: EVERY_RELEASE, family: "linux", given: () => undefined, status: "not-applicable" },
  { name: "nothing read of the guest", on: EVERY_RELEASE, given: ({ vm }) => { vm.guest = null; }, status: "unknown" },
];
