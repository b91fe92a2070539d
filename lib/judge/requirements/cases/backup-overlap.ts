import { type Case, EVERY_RELEASE, type Given, unread } from "./case";

function writers({ host }: Given, ...states: (number | null)[]) {
  host.vssWriters = states.map((state) => ({ id: null, name: "Some writer", state, lastError: "none" }));
}
function backingUp({ vm }: Given) {
  vm.secondaryOperational = "BackingUpVirtualMachine";
}

export const cases: Case[] = [
  { name: "no backup runs", on: EVERY_RELEASE, given: () => undefined, status: "pass" },
  { name: "this VM alone is backed up", on: EVERY_RELEASE, given: backingUp, status: "pass" },
  { name: "this VM alone is too many", on: EVERY_RELEASE, settings: { overlapMax: 1 }, given: backingUp, status: "warning", effect: "warn" },
  { name: "a writer waits", on: EVERY_RELEASE, given: (of) => writers(of, 1, 5), status: "warning", effect: "warn" },
  { name: "a writer waits, another was not read", on: EVERY_RELEASE, given: (of) => writers(of, null, 2), status: "warning" },
  { name: "only the Hyper-V writer was read, and waits", on: EVERY_RELEASE, given: ({ host }) => { host.vssWriters = null; host.hyperVVssWriter = { present: true, state: 3, lastError: "none" }; }, status: "warning" },
  { name: "state of a writer not read", on: EVERY_RELEASE, given: (of) => writers(of, 1, null), status: "unknown" },
  { name: "no writer was read", on: EVERY_RELEASE, given: ({ host }) => { host.vssWriters = null; host.hyperVVssWriter = null; }, status: "unknown" },
  { name: "the operation under way was not read", on: EVERY_RELEASE, given: ({ vm }) => { unread(vm, "secondaryOperational"); }, status: "unknown" },
];
