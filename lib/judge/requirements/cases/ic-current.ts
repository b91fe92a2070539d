import { type Case, EVERY_RELEASE, FROM_2016, unread, UP_TO_2012, UP_TO_2012R2 } from "./case";

const guestVersion = (version: string | null): Case["given"] => ({ vm }) => { vm.icVersionHostView = version; };
const mismatch = (role: string, where: "primaryStatus" | "secondaryStatus"): Case["given"] => ({ vm }) => {
  for (const entry of vm.integration ?? []) if (entry.role === role) entry[where] = "ProtocolMismatch";
};

export const cases: Case[] = [
  { name: "the host's version", on: EVERY_RELEASE, given: () => undefined, status: "pass" },
  { name: "newer than the host's", on: UP_TO_2012R2, given: guestVersion("10.0.14393.0"), status: "pass" },
  { name: "0.0 from 2016 on says nothing", on: FROM_2016, given: guestVersion("0.0"), status: "pass" },
  { name: "older", on: UP_TO_2012, given: guestVersion("6.0.6001.17101"), status: "fail", effect: "saved-state" },
  { name: "older", on: ["2012R2"], given: guestVersion("6.3.9600.16384"), status: "fail", effect: "live-crash" },
  { name: "older, application consistency required", on: ["2012R2"], settings: { requiredConsistency: "app-required" }, given: guestVersion("6.3.9600.16384"), status: "fail", effect: "will-fail" },
  { name: "mismatch of the backup component", on: UP_TO_2012, given: mismatch("vss", "primaryStatus"), status: "fail", effect: "saved-state" },
  { name: "mismatch of the heartbeat as second status", on: ["2012R2"], given: mismatch("heartbeat", "secondaryStatus"), status: "fail", effect: "live-crash" },
  { name: "mismatch", on: FROM_2016, given: mismatch("vss", "secondaryStatus"), status: "warning", effect: "warn" },
  { name: "mismatch, versions not read", on: ["2012R2"], given: (of) => { mismatch("kvp", "secondaryStatus")(of); of.vm.icVersionHostView = null; of.host.icVersion = null; }, status: "fail", effect: "live-crash" },
  { name: "Linux", on: EVERY_RELEASE, family: "linux", given: mismatch("vss", "secondaryStatus"), status: "not-applicable" },
  { name: "guest's version not read", on: UP_TO_2012R2, given: (of) => { guestVersion(null)(of); unread(of.vm, "icVersionHostView"); }, status: "unknown", effect: null },
  { name: "host's version not read", on: UP_TO_2012R2, given: ({ host }) => { host.icVersion = null; }, status: "unknown", effect: null },
  { name: "0.0 on an old host", on: UP_TO_2012R2, given: guestVersion("0.0.0.0"), status: "unknown", effect: null },
  { name: "components not read", on: EVERY_RELEASE, given: ({ vm }) => { vm.integration = null; unread(vm, "integration"); }, status: "unknown", effect: null },
];
