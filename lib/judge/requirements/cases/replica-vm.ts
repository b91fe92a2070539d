import { type Case, EVERY_RELEASE, FROM_2012, unread } from "./case";

const replica = (replicationState: string | null, replicationHealth: string | null = "Normal", state: string | null = "Off"): Case["given"] => ({ vm }) => Object.assign(vm, { replicationMode: "Replica", replicationState, replicationHealth, state, stateRaw: null });
const UNHEALTHY = [
  "ReadyForInitialReplication", "Ready for replication", "InitialReplicationInProgress", "WaitingForInitialReplication", "Waiting to complete initial replication", "WaitingForStartResynchronize",
  "Waiting to start resynchronization", "Resynchronizing", "ResynchronizeSuspended", "Resynchronization suspended", "RecoveryInProgress", "FailedOverWaitingCompletion", "Failover in progress", "FailbackInProgress", "Error", "Critical", "UpdateError",
];

export const cases: Case[] = [
  { name: "a VM on 2008 R2", on: ["2008R2"], given: replica("Error"), status: "not-applicable" },
  { name: "not replicated", on: EVERY_RELEASE, given: () => undefined, status: "not-applicable" },
  { name: "a primary in resynchronisation", on: FROM_2012, given: (of) => { replica("Resynchronizing")(of); of.vm.replicationMode = "Primary"; }, status: "not-applicable" },
  ...["Replicating", "Suspended", "FailbackComplete", "Synced replication complete", "replicating"].map((state): Case => ({ name: state, on: FROM_2012, given: replica(state), status: "pass" })),
  ...UNHEALTHY.map((state): Case => ({ name: state, on: FROM_2012, given: replica(state, "Warning"), status: "fail", effect: "will-fail" })),
  { name: "replicating, health Critical", on: FROM_2012, given: replica("Replicating", "Critical"), status: "fail", effect: "will-fail" },
  { name: "an extended replica", on: FROM_2012, given: (of) => { replica("Error")(of); of.vm.replicationMode = "ExtendedReplica"; }, status: "fail", effect: "will-fail" },
  { name: "a paused replica", on: FROM_2012, given: replica("Error", "Normal", "Paused"), status: "fail", effect: "will-fail" },
  { name: "running after a failover", on: FROM_2012, given: replica("FailedOver", "Normal", "Running"), status: "pass" },
  { name: "a bare number, though one list calls it Replicating", on: FROM_2012, given: replica("4"), status: "unknown", effect: null },
  { name: "a name of neither list", on: FROM_2012, given: replica("PreparedForFailover"), status: "unknown", effect: null },
  { name: "state not read", on: FROM_2012, given: replica(null), status: "unknown", effect: null },
  { name: "health not read", on: FROM_2012, given: replica("Replicating", null), status: "unknown", effect: null },
  { name: "a health of no list", on: FROM_2012, given: replica("Replicating", "Fine"), status: "unknown", effect: null },
  { name: "State of the VM not read", on: FROM_2012, given: replica("Error", "Normal", null), status: "unknown", effect: null },
  { name: "mode not read", on: FROM_2012, given: ({ vm }) => { vm.replicationMode = null; vm.state = "Off"; unread(vm, "replicationMode"); }, status: "unknown", effect: null },
  { name: "a mode of no list", on: FROM_2012, given: ({ vm }) => { vm.replicationMode = "7"; }, status: "unknown", effect: null },
];
