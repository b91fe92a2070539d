import { vmById } from "../fix";
import { hit, notApplicable, pass, unknown } from "../outcome";
import { stateName } from "../facts/power";
import { defineRequirement, everywhere } from "../requirement";

export const vmRunning = defineRequirement({
  id: "vm-running",
  title: "The VM is running",
  why: "Only a running guest can be asked to flush; a VM at rest has nothing to quiesce.",
  otherwise: "Off or saved, the backup copies disks at rest. Paused, the guest cannot answer. In between two states nothing is certain.",
  expected: "State = Running",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S2", "S41", "S47", "S48", "S58"],
  part: "E",
  asks: "always",
  needs: { vm: ["state", "stateRaw"] },
  rows: {
    atRest: { when: "Off, Hibernated, Saved, FastSaved, or a replica that does not run", cells: everywhere("offline") },
    paused: { when: "Paused", cells: ["saved-state", "saved-state", "live-unverified", "live-unverified", "live-unverified", "live-unverified"] },
    transient: { when: "Starting, Stopping, Saving, FastSaving, Pausing, Resuming, Reset, ForceShutdown, ForceReboot, ComponentServicing, Other", cells: everywhere("unknown") },
  },
  statuses: {
    W08R2: ["pass", "fail", "info", "unknown", "not-applicable"], W12: ["pass", "fail", "info", "unknown", "not-applicable"],
    W12R2: ["pass", "fail", "info", "unknown", "not-applicable"], "W16+": ["pass", "fail", "info", "unknown", "not-applicable"],
  },
  check({ vm }, at) {
    const { power } = at;
    if (power === null) return unknown([at.missing("vm", "state")], [], "The State of this VM was not read.");
    const state = stateName(vm.state, vm.stateRaw) ?? vm.state ?? String(vm.stateRaw);
    const readings = [{ fact: "vm.state", reading: state }];
    if (power === "unreadable") {
      return unknown([{ fact: "vm.state", reason: "ambiguous", text: state }], [], /^\d+$/.test(state) ? `State ${state} is a bare number whose meaning differs between Windows builds.` : `State ${state} is no state that Hyper-V is known to have.`, readings);
    }
    if (power === "running") return pass("The VM is running.", state, readings);
    if (power === "critical") return notApplicable(`State is ${state}; vm-not-critical judges it.`);
    const subject = { state };
    if (at.replicaAtRest) return hit("atRest", { because: `The VM is a replica and is ${state}; there is nothing to quiesce.`, observed: state, readings, subject });
    if (power === "off") return hit("atRest", { because: `The VM is ${state}; its disks are at rest.`, observed: state, readings, subject });
    if (power === "saved") return hit("atRest", { because: `The VM is ${state}; a restore needs the saved-state file too.`, observed: state, readings, subject });
    if (power === "paused") return hit("paused", { because: "The VM is Paused; the guest cannot be asked to flush.", observed: state, readings, subject });
    return hit("transient", { because: `The VM is between two states (${state}); the next inventory settles it.`, observed: state, readings, subject });
  },
  fixes({ vm }, at, outcome) {
    if (outcome.hits.includes("transient") || at.replicaAtRest) return [];
    const paused = outcome.hits.includes("paused");
    const verb = paused ? "Resume" : "Start";
    const shared = {
      runsOn: "host" as const, target: at.hostName, downtime: "none" as const,
      gui: [{ tool: "Hyper-V Manager" as const, path: `${at.vmName} > ${verb}` }],
      risk: paused ? { level: "medium" as const, why: "A VM that was paused for want of space needs the space first." } : { level: "low" as const, why: "The VM is off on purpose or by mistake; ask its owner." },
      undo: paused ? "Pause the VM again." : `Put the VM back to ${stateName(vm.state, vm.stateRaw) ?? "Off"}.`,
      proof: "The next inventory reads State = Running.",
    };
    const title = paused ? "Resume the VM" : "Start the VM if it is meant to run";
    if (at.bucket === "W08R2") return [{ ...shared, title, shell: "none", command: null }];
    return [{ ...shared, title, shell: "powershell", command: `${vmById(at.vmId)} | Hyper-V\\${verb}-VM` }];
  },
});
