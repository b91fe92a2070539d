import { isKnownAbsent } from "@/lib/inventory/fact";
import { type Fix, vmById } from "../fix";
import { hit, type Missing, notApplicable, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";
import type { Situation } from "../situation";

/** Names of ReplicationState as PowerShell and WMI write them, without case and spaces (domain.md 3.4); numbers differ and are never read. */
const HEALTHY: ReadonlySet<string> = new Set(["replicating", "suspended", "failbackcomplete", "syncedreplicationcomplete"]);
const UNHEALTHY: ReadonlySet<string> = new Set([
  "readyforinitialreplication", "readyforreplication", "initialreplicationinprogress", "waitingforinitialreplication", "waitingtocompleteinitialreplication",
  "waitingforstartresynchronize", "waitingtostartresynchronization", "resynchronizing", "resynchronizesuspended", "resynchronizationsuspended",
  "recoveryinprogress", "failedoverwaitingcompletion", "failoverinprogress", "failbackinprogress", "error", "critical", "updateerror",
]);
const HEALTH: ReadonlySet<string> = new Set(["Normal", "Warning", "NotApplicable"]);
const MODES: ReadonlySet<string> = new Set(["None", "Primary", "TestReplica"]);

const UNDER_WAY: ReadonlySet<string> = new Set([
  "resynchronizing", "initialreplicationinprogress", "waitingforinitialreplication", "waitingtocompleteinitialreplication", "recoveryinprogress", "failoverinprogress", "failbackinprogress",
]);

/** The mend for a state (its name without case and spaces). On the replica itself a resynchronisation goes to the extended replica [S71], so the primary server does it. */
function fixFor(state: string, at: Situation): Fix {
  const choose = vmById(at.vmId);
  const shared = { runsOn: "host" as const, downtime: "none" as const, proof: "The next inventory reads ReplicationState Replicating and a health other than Critical." };
  const primary = { ...shared, target: `the primary server of ${at.vmName}`, shell: "powershell" as const };
  const menu = (entry: string) => [{ tool: "Hyper-V Manager" as const, path: `On the primary server: ${at.vmName} > Replication > ${entry}` }];
  if (UNDER_WAY.has(state)) {
    return { ...shared, title: "Wait until the replication has caught up", target: at.hostName, shell: "powershell", command: `${choose} | Hyper-V\\Measure-VMReplication`, gui: menu("View Replication Health"), risk: { level: "low", why: "The command only reads." }, undo: "Nothing to undo.", readOnly: true };
  }
  if (state === "failedoverwaitingcompletion") {
    return { ...shared, title: "Complete or cancel the failover", target: at.hostName, shell: "none", command: null, gui: [{ tool: "Hyper-V Manager", path: `${at.vmName} > Replication > Remove Recovery Points completes it, Cancel Failover takes it back` }], risk: { level: "medium", why: "A completed failover cannot go back to another recovery point." }, undo: "None once the failover is completed." };
  }
  if (state === "readyforinitialreplication" || state === "readyforreplication") {
    return { ...primary, title: "Start the initial replication", command: `${choose} | Hyper-V\\Start-VMInitialReplication`, gui: menu("Start Initial Replication"), risk: { level: "medium", why: "The whole VM is copied and loads network and storage." }, undo: "Stop-VMInitialReplication for the same VM." };
  }
  const resync = state.includes("resynchroniz");
  return {
    ...primary, title: resync ? "Resynchronise the replica" : "Resume replication and let it finish", command: `${choose} | Hyper-V\\Resume-VMReplication${resync ? " -Resynchronize" : ""}`,
    gui: menu("Resume Replication"), risk: { level: "medium", why: "A resynchronisation reads both copies whole and loads network and storage." }, undo: resync ? "Stop-VMReplication for the same VM ends the resynchronisation." : "Suspend-VMReplication for the same VM.",
  };
}

export const replicaVm = defineRequirement({
  id: "replica-vm",
  title: "The replica is healthy",
  why: "A replica is off; its backup is crash-consistent only and can fail while it resynchronises, fails over or is critical.",
  otherwise: "The backup of the replica fails until replication is healthy again.",
  expected: "A healthy ReplicationState, health not Critical",
  hosts: ["W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S4", "S48", "S71", "S78"],
  part: "A",
  asks: "always",
  needs: { vm: ["replicationMode", "replicationState", "replicationHealth"] },
  rows: { unhealthy: { when: "replica, not Running, unhealthy state or health Critical", cells: ["n-a", "will-fail", "will-fail", "will-fail", "will-fail", "will-fail"] } },
  statuses: {
    W08R2: ["not-applicable"], W12: ["pass", "fail", "unknown", "not-applicable"],
    W12R2: ["pass", "fail", "unknown", "not-applicable"], "W16+": ["pass", "fail", "unknown", "not-applicable"],
  },
  check({ vm }, at) {
    const mode = vm.replicationMode;
    const running = at.power === "running";
    if (mode === null) {
      const unread = at.missing("vm", "replicationMode");
      if (isKnownAbsent(unread.reason)) return notApplicable("The VM is not replicated.");
      return unknown([unread], running ? [] : ["unhealthy"], "Whether this VM is a replica was not read.");
    }
    if (mode !== "Replica" && mode !== "ExtendedReplica") {
      if (MODES.has(mode)) return notApplicable(`The VM is no replica (${mode}).`);
      return unknown([{ fact: "vm.replicationMode", reason: "ambiguous", text: mode }], running ? [] : ["unhealthy"], `The replication mode reads ${mode}, which settles nothing.`);
    }
    if (running) return pass("The replica runs after a failover and is judged as production.", "Running", [{ fact: "vm.replicationMode", reading: mode }]);
    const state = vm.replicationState;
    const health = vm.replicationHealth;
    const readings = [{ fact: "vm.replicationMode", reading: mode }, { fact: "vm.replicationState", reading: state ?? "not read" }, { fact: "vm.replicationHealth", reading: health ?? "not read" }];
    const plain = state === null ? "" : state.toLowerCase().replaceAll(" ", "");
    const bad = health === "Critical" || UNHEALTHY.has(plain);
    if (bad && at.power !== null) {
      const because = health === "Critical" ? `Replication health is Critical (state ${state ?? "not read"}).` : `The replica is ${state ?? ""}; its backup fails until replication is healthy.`;
      return hit("unhealthy", { because, observed: health === "Critical" ? "Critical" : state ?? "", readings, subject: { state: plain } });
    }
    const missing: Missing[] = [];
    if (at.power === null) missing.push(at.missing("vm", "state"));
    if (state === null) missing.push(at.missing("vm", "replicationState"));
    else if (!bad && !HEALTHY.has(plain)) missing.push({ fact: "vm.replicationState", reason: "ambiguous", text: state });
    if (health === null) missing.push(at.missing("vm", "replicationHealth"));
    else if (health !== "Critical" && !HEALTH.has(health)) missing.push({ fact: "vm.replicationHealth", reason: "ambiguous", text: health });
    const unclear = missing.find((entry) => entry.reason === "ambiguous");
    if (unclear !== undefined) return unknown(missing, ["unhealthy"], `${unclear.fact === "vm.replicationState" ? "ReplicationState" : "ReplicationHealth"} reads ${unclear.text ?? ""}, which settles nothing: only known names count.`, readings);
    if (missing.length > 0) return unknown(missing, ["unhealthy"], "Whether this replica is healthy was not read whole.", readings);
    return pass(`The replica is ${state ?? ""}, health ${health ?? ""}; its backup is crash-consistent.`, state ?? "", readings);
  },
  fixes(_facts, at, outcome) {
    return [fixFor(String(outcome.subject?.["state"] ?? ""), at)];
  },
});
