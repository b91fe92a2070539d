import { vmById } from "../fix";
import { meaningOf } from "../facts/operational-status";
import { hit, type Missing, pass, unknown } from "../outcome";
import { stateName } from "../facts/power";
import { defineRequirement, everywhere } from "../requirement";

interface Found { row: "critical" | "predictive" | "strained"; word: string; fact: string }

const WORDS: Readonly<Record<string, string>> = { "vm.state": "State", "vm.healthState": "HealthState", "vm.operational": "OperationalStatus", "vm.secondaryOperational": "OperationalStatus" };

/** The worse of what was found and one more status; a status of no list goes to `missing`. */
function worse(found: Found | null, word: string, fact: string, missing: Missing[]): Found | null {
  const meaning = meaningOf(word);
  if (meaning === null) missing.push({ fact, reason: "ambiguous", text: word });
  if (meaning === "critical" || (meaning === "predictive" && found?.row !== "critical") || (meaning === "strained" && found === null)) return { row: meaning, word, fact };
  return found;
}

export const vmNotCritical = defineRequirement({
  id: "vm-not-critical",
  title: "The storage of the VM is healthy",
  why: "A critical state means that the volume below the disks is out of space or out of reach, so Hyper-V pauses the VM.",
  otherwise: "The backup of this VM fails. A predicted failure is a warning: the VM still runs, the space runs out.",
  expected: "State not critical, OperationalStatus Ok, HealthState Ok",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S47", "S48", "S71", "S78"],
  part: "A",
  asks: "always",
  needs: { vm: ["state", "stateRaw", "operational", "secondaryOperational", "healthState"] },
  rows: {
    critical: { when: "State *Critical, OperationalStatus Degraded or CriticalIoError, or HealthState 20 or 25", cells: everywhere("will-fail") },
    predictive: { when: "OperationalStatus PredictiveFailure", cells: everywhere("warn") },
    strained: { when: "OperationalStatus SupportingEntityInError or ApplicationCriticalState", cells: everywhere("warn") },
  },
  statuses: {
    W08R2: ["pass", "fail", "warning", "unknown"], W12: ["pass", "fail", "warning", "unknown"],
    W12R2: ["pass", "fail", "warning", "unknown"], "W16+": ["pass", "fail", "warning", "unknown"],
  },
  check({ vm }, at) {
    const missing: Missing[] = [];
    const open: string[] = [];
    let found: Found | null = null;
    if (at.power === "critical") found = { row: "critical", word: stateName(vm.state, vm.stateRaw) ?? "Critical", fact: "vm.state" };
    else if (at.power === null || at.power === "unreadable") {
      missing.push(at.power === null ? at.missing("vm", "state") : { fact: "vm.state", reason: "ambiguous", text: vm.state ?? String(vm.stateRaw) });
      open.push("critical");
    }
    if (found === null) {
      if (vm.healthState === "MajorFailure" || vm.healthState === "CriticalFailure") found = { row: "critical", word: vm.healthState, fact: "vm.healthState" };
      else if (vm.healthState === null) missing.push(at.missing("vm", "healthState"));
      else if (vm.healthState !== "Ok") missing.push({ fact: "vm.healthState", reason: "ambiguous", text: vm.healthState });
      if (vm.operational === null) missing.push(at.missing("vm", "operational"));
      else for (const word of vm.operational) found = worse(found, word, "vm.operational", missing);
      if (vm.secondaryOperational !== null) found = worse(found, vm.secondaryOperational, "vm.secondaryOperational", missing);
    }
    if (found !== null) {
      const { row, word, fact } = found;
      const name = WORDS[fact] ?? fact;
      const meaning = row === "critical" ? word === "Degraded" ? "its configuration storage cannot be reached" : "its storage is out of space or out of reach"
        : row === "predictive" ? "the volume below runs low on space" : "something below it reports an error";
      return hit(row, { because: `${name} is ${word}: ${meaning}.`, observed: word, readings: [{ fact, reading: word }], missing, open, high: row === "predictive", subject: { word } });
    }
    if (missing.length > 0) return unknown(missing, open, `${[...new Set(missing.map((entry) => WORDS[entry.fact] ?? entry.fact))].join(", ")} ${missing.length === 1 ? "was" : "were"} not read or not understood.`);
    return pass("State, OperationalStatus and HealthState show no storage fault.", "Ok", [{ fact: "vm.operational", reading: vm.operational?.join(", ") ?? "" }, { fact: "vm.healthState", reading: "Ok" }]);
  },
  fixes(_facts, at, outcome) {
    const word = String(outcome.subject?.["word"] ?? "");
    const degraded = word.toLowerCase() === "degraded";
    const running = at.power === "running";
    const proof = "The next inventory reads a State without Critical, OperationalStatus Ok and HealthState Ok.";
    const resume = at.bucket === "W08R2" ? { shell: "none" as const, command: null } : { shell: "powershell" as const, command: `${vmById(at.vmId)} | Hyper-V\\Resume-VM` };
    return [{
      title: degraded ? "Reconnect the storage of the VM's configuration" : running ? "Free space on the volume below the disks" : "Free space or reconnect the storage, then resume the VM",
      runsOn: "host", target: at.hostName, ...(degraded || running ? { shell: "none" as const, command: null } : resume),
      gui: [{ tool: "Hyper-V Manager", path: degraded ? `Bring the volume or share of ${at.vmName} online again; until then the VM can only be turned off or deleted` : `Free space or bring the volume online; then ${at.vmName} > Resume` }],
      downtime: "none", risk: { level: "medium", why: "Resumed without space, the VM pauses again at once." },
      undo: "Nothing to undo: space and storage stay.", proof,
    }];
  },
});
