import { isKnownAbsent } from "@/lib/inventory/fact";
import { hit, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

const MODES: ReadonlySet<string> = new Set(["None", "Primary", "Replica", "ExtendedReplica"]);

export const replicaTest = defineRequirement({
  id: "replica-test",
  title: "The VM is not the copy of a test failover",
  why: "A test failover makes a VM for trying out; it goes away when the test ends and is no production data.",
  otherwise: "The VM is excluded: it has neither score nor coverage and counts in no readiness number.",
  expected: "ReplicationMode other than TestReplica",
  hosts: ["W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S48"],
  part: "E",
  asks: "always",
  needs: { vm: ["replicationMode"] },
  rows: { test: { when: "ReplicationMode TestReplica", cells: ["n-a", "excluded", "excluded", "excluded", "excluded", "excluded"] } },
  statuses: { W08R2: ["not-applicable"], W12: ["pass", "info", "unknown"], W12R2: ["pass", "info", "unknown"], "W16+": ["pass", "info", "unknown"] },
  check({ vm }, at) {
    const mode = vm.replicationMode;
    if (mode === null) {
      const unread = at.missing("vm", "replicationMode");
      if (isKnownAbsent(unread.reason)) return pass("The VM is not replicated.", "None", [{ fact: "vm.replicationMode", reading: unread.reason }]);
      return unknown([unread], [], "Whether this VM is the copy of a test failover was not read.");
    }
    const readings = [{ fact: "vm.replicationMode", reading: mode }];
    if (mode === "TestReplica") return hit("test", { because: "The VM is the copy of a test failover; it is not judged.", observed: mode, readings });
    if (!MODES.has(mode)) return unknown([{ fact: "vm.replicationMode", reason: "ambiguous", text: mode }], [], `The replication mode reads ${mode}, which settles nothing.`, readings);
    return pass("The VM is no copy of a test failover.", mode, readings);
  },
  fixes(_facts, at) {
    return [{
      title: "End the test failover once the test is done", runsOn: "host", target: at.hostName, shell: "none", command: null,
      gui: [{ tool: "Hyper-V Manager", path: "The replica VM that this copy was made from > Replication > Stop Test Failover" }],
      downtime: "none", risk: { level: "low", why: "Production and replica are left as they are." },
      destroysData: "Deletes this test VM with everything written to it.", undo: "Start a new test failover.",
      proof: "The next inventory no longer lists this VM.",
    }];
  },
});
