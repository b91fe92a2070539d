import { meaningOf, operationName } from "../facts/operational-status";
import { isKnownAbsent } from "@/lib/inventory/fact";
import { hit, type Missing, pass, unknown } from "../outcome";
import { defineRequirement, everywhere } from "../requirement";

const HOUR = 3_600_000;

export const vmNotBusy = defineRequirement({
  id: "vm-not-busy",
  title: "No other operation holds the VM",
  why: "An operation locks the VM, and a second checkpoint cannot start. An operation that hangs locks it for good.",
  otherwise: "While an ordinary operation runs the verdict stands and the VM shows as busy; once it hangs, every backup fails.",
  expected: "No operation under way",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S25", "S26", "S27", "S48", "S71", "S78"],
  part: "A",
  asks: "always",
  needs: { vm: ["operational", "secondaryOperational", "operationSince"] },
  rows: {
    busy: { when: "the same operation for less than stuckOperationHours", cells: everywhere("warn") },
    stuck: { when: "the same operation for stuckOperationHours or more", cells: everywhere("will-fail") },
  },
  statuses: {
    W08R2: ["pass", "fail", "warning", "unknown"], W12: ["pass", "fail", "warning", "unknown"],
    W12R2: ["pass", "fail", "warning", "unknown"], "W16+": ["pass", "fail", "warning", "unknown"],
  },
  check({ vm }, at) {
    const missing: Missing[] = [];
    let operation: string | null = null;
    if (vm.secondaryOperational === null) {
      const unread = at.missing("vm", "secondaryOperational");
      if (!isKnownAbsent(unread.reason)) missing.push(unread);
    } else {
      const meaning = meaningOf(vm.secondaryOperational);
      if (meaning === null) missing.push({ fact: "vm.secondaryOperational", reason: "ambiguous", text: vm.secondaryOperational });
      else if (meaning === "operation") operation = vm.secondaryOperational;
    }
    if (operation === null && vm.operational !== null) for (const status of vm.operational) if (meaningOf(status) === "operation") operation = status;
    if (operation !== null) {
      const seen = at.readAt === null ? at.now : Date.parse(at.readAt);
      const hours = vm.operationSince === null ? 0 : Math.max(0, (seen - Date.parse(vm.operationSince)) / HOUR);
      const limit = at.settings.stuckOperationHours;
      const readings = [{ fact: "vm.secondaryOperational", reading: operation }, { fact: "vm.operationSince", reading: vm.operationSince ?? "this inventory" }];
      const subject = { operation };
      if (hours >= limit) return hit("stuck", { because: `${operationName(operation)} for ${Math.floor(hours)} h; from ${limit} h on it counts as stuck.`, observed: `${operation}, ${Math.floor(hours)} h`, readings, high: true, subject });
      return hit("busy", { because: `${operationName(operation)} for ${Math.floor(hours)} h; from ${limit} h on it counts as stuck.`, observed: operation, readings, subject });
    }
    if (missing.length > 0) return unknown(missing, [], "Whether an operation is under way was not read.");
    return pass("No operation is under way.", "None", [{ fact: "vm.secondaryOperational", reading: vm.secondaryOperational ?? "empty" }]);
  },
  fixes(_facts, at, outcome) {
    const operation = String(outcome.subject?.["operation"] ?? "the operation");
    const proof = "The next inventory reads no operation in SecondaryOperationalStatus.";
    if (!outcome.hits.includes("stuck")) {
      return [{
        title: `Wait for the end of: ${operationName(operation).toLowerCase().replace("vm", "VM")}`, runsOn: "host", target: at.hostName, shell: "none", command: null,
        gui: [{ tool: "Hyper-V Manager", path: `${at.vmName} > column Status shows the progress` }],
        downtime: "none", risk: { level: "low", why: "Nothing is changed." }, undo: "Nothing to undo.", proof,
      }];
    }
    return [{
      title: "Restart the Virtual Machine Management service", runsOn: "host", target: at.hostName, shell: "powershell", command: "Restart-Service -Name vmms",
      gui: [{ tool: "Hyper-V Manager", path: `${at.hostName} > Stop Service, then Start Service` }],
      downtime: "service-restart", risk: { level: "medium", why: "VMs keep running, but all management and every running backup of the host breaks off for a moment." },
      undo: "Nothing to undo.", proof,
    }, {
      title: "Move the other VMs away and restart the host", runsOn: "host", target: at.hostName, shell: "none", command: null,
      gui: [at.clustered === false ? { tool: "Hyper-V Manager", path: "Move or shut down each VM of this host; then restart it" } : { tool: "Failover Cluster Manager", path: `Nodes > ${at.hostName} > Pause > Drain Roles; then restart the host` }],
      downtime: "vm-off", risk: { level: "high", why: "VMs that cannot be moved go down with the host." },
      undo: at.clustered === false ? "Move the VMs back." : "Resume the node and fail the roles back.", proof,
    }];
  },
});
