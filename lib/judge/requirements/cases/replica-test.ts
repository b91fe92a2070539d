import { type Case, FROM_2012, unread } from "./case";

const mode = (of: string | null): Case["given"] => ({ vm }) => { vm.replicationMode = of; };

export const cases: Case[] = [
  { name: "a VM on 2008 R2", on: ["2008R2"], given: mode("TestReplica"), status: "not-applicable" },
  ...["None", "Primary", "Replica", "ExtendedReplica"].map((of): Case => ({ name: of, on: FROM_2012, given: mode(of), status: "pass" })),
  { name: "replication does not apply", on: FROM_2012, given: ({ vm }) => { vm.replicationMode = null; vm.absent.push({ fact: "replicationMode", reason: "not-applicable" }); }, status: "pass" },
  { name: "TestReplica", on: FROM_2012, given: mode("TestReplica"), status: "info", effect: "excluded" },
  { name: "TestReplica that is off", on: FROM_2012, given: ({ vm }) => { vm.replicationMode = "TestReplica"; vm.state = "Off"; }, status: "info", effect: "excluded" },
  { name: "a mode of no list", on: FROM_2012, given: mode("3"), status: "unknown", effect: null },
  { name: "not read", on: FROM_2012, given: (of) => { mode(null)(of); unread(of.vm, "replicationMode"); }, status: "unknown", effect: null },
];
