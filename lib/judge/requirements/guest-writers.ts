import type { Guest, Vm } from "@/lib/inventory/document";
import { isKnownAbsent } from "@/lib/inventory/fact";
import { isBackingUp } from "../facts/backing-up";
import { guestFix } from "../guest-fix";
import { listed } from "../facts/guest-volumes";
import { hit, type Missing, notApplicable, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";
import type { Situation } from "../situation";

type Writer = NonNullable<Guest["vssWriters"]>[number];
type Standing = "fine" | "failed" | "waiting" | "last-error" | "state" | "lastError" | "operation";

/** Services that may be restarted at any time for the writer of that class. */
const SERVICE_BY_WRITER: ReadonlyMap<string, string> = new Map([
  ["e8132975-6f93-4464-a53e-1050253ae220", "CryptSvc"], ["a6ad56c2-b509-4e6c-bb19-49d8f43532f0", "Winmgmt"], ["542da469-d3e1-473c-9f4f-7847f01fc64f", "VSS"],
  ["afbab4a2-367d-4d15-a586-71dbb18f8485", "VSS"], ["be000cbe-11fe-4426-9c58-531aa6355fc4", "VSS"], ["4dc3bdd4-ab48-4d07-adb0-3bee2926fd7f", "VSS"],
  ["a65faa63-5ea8-4ebc-9dbd-a0c4db26912a", "SQLWriter"], ["2a40fd15-dfca-4aa8-a654-1f8c654603f6", "AppHostSvc"], ["4969d978-be47-48b0-b100-f328f07ac1e0", "BITS"],
]);

/** A backup of this VM is under way; null when no operational status was read. */
function backupRuns(vm: Pick<Vm, "operational" | "secondaryOperational">, at: Situation): boolean | null {
  if (isBackingUp(vm)) return true;
  if (vm.secondaryOperational !== null || vm.operational !== null) return false;
  return isKnownAbsent(at.missing("vm", "secondaryOperational").reason) ? false : null;
}

function isNone(writer: Writer, index: number, at: Situation): boolean | null {
  if (writer.lastError !== null) return writer.lastError.toLowerCase() === "none" || writer.lastError.toLowerCase() === "no error";
  return isKnownAbsent(at.missing("guest", `vssWriters[${index}].lastError`).reason) ? true : null;
}

function standingOf(writer: Writer, index: number, backingUp: boolean | null, at: Situation): Standing {
  const { state } = writer;
  if (state === null || state === 0 || state > 15) return "state";
  if (state >= 6) return isNone(writer, index, at) === true ? "fine" : "failed";
  if (state >= 2) return backingUp === null ? "operation" : backingUp ? "fine" : "waiting";
  const none = isNone(writer, index, at);
  return none === null ? "lastError" : none ? "fine" : "last-error";
}

const ROWS = ["failed", "waiting", "last-error"] as const;

export const guestWriters = defineRequirement({
  id: "guest-writers",
  title: "Every VSS writer in the guest is stable",
  why: "A writer that failed or timed out makes the checkpoint fail (0x800423F2, events 8229 on the host, 12293 in the guest).",
  otherwise: "Up to Server 2012 the backup fails: one failed child aborts the whole set. From 2012 R2 on the copy is like after a power cut.",
  expected: "State 1 (stable), no last error",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows"],
  sources: ["S25", "S2", "S60"],
  part: "C-run-time",
  asks: "running",
  needs: { vm: ["operational", "secondaryOperational"], guest: ["vssWriters"] },
  rows: {
    failed: { when: "a writer failed", cells: ["will-fail", "will-fail", "live-crash", "will-fail", "live-crash", "will-fail"] },
    waiting: { when: "a writer waits though no backup of the VM runs", cells: ["warn", "warn", "warn", "warn", "warn", "warn"] },
    "last-error": { when: "a stable writer with a last error", cells: ["warn", "warn", "warn", "warn", "warn", "warn"] },
  },
  statuses: {
    W08R2: ["pass", "fail", "warning", "unknown", "not-applicable"], W12: ["pass", "fail", "warning", "unknown", "not-applicable"],
    W12R2: ["pass", "fail", "warning", "unknown", "not-applicable"], "W16+": ["pass", "fail", "warning", "unknown", "not-applicable"],
  },
  check({ vm, guest }, at) {
    if (at.family === null) return unknown([at.missing("guest", "osFamily")], ["failed"], "Which system runs in the guest was not read.");
    if (at.family !== "windows") return notApplicable("Speaks of Windows guests.");
    const writers = guest.vssWriters;
    if (writers === null || writers.length === 0) return unknown([at.missing("guest", "vssWriters")], ["failed"], writers === null ? "The VSS writers of the guest were not read." : "The list of VSS writers came back empty; every Windows has some.");
    const backingUp = backupRuns(vm, at);
    const bad: Record<(typeof ROWS)[number], string[]> = { failed: [], waiting: [], "last-error": [] };
    const ids: string[] = [];
    const missing: Missing[] = [];
    let blocking = false;
    for (let index = 0; index < writers.length; index += 1) {
      const writer = writers[index];
      if (writer === undefined) continue;
      const standing = standingOf(writer, index, backingUp, at);
      if (standing === "fine") continue;
      if (standing === "failed" || standing === "waiting" || standing === "last-error") {
        bad[standing].push(`${writer.name ?? writer.id ?? `writer ${index + 1}`} (state ${writer.state ?? ""}${writer.lastError === null ? "" : `, ${writer.lastError}`})`);
        if (writer.id !== null) ids.push(writer.id.toLowerCase());
      } else if (standing === "operation") missing.push(at.missing("vm", "secondaryOperational"));
      else {
        missing.push(writer.state !== null && standing === "state" ? { fact: `guest.vssWriters[${index}].state`, reason: "ambiguous", text: `state ${writer.state}` } : at.missing("guest", `vssWriters[${index}].${standing}`));
        blocking ||= standing === "state";
      }
    }
    const open = blocking ? ["failed"] : [];
    const hits = ROWS.filter((row) => bad[row].length > 0);
    const worst = hits[0];
    if (worst !== undefined) {
      const names = bad[worst];
      const set = worst === "failed" && (at.bucket === "W08R2" || at.bucket === "W12") && at.api !== "guest-agent" ? "; one failed child aborts the whole set" : "";
      const verb = worst === "failed" ? "failed" : worst === "waiting" ? "waiting though no backup runs" : "stable after an error";
      return hit(hits, {
        because: `${names.length} of ${writers.length} writers ${verb}: ${listed(names)}${set}.`, observed: names.join(", "),
        readings: [{ fact: "guest.vssWriters", reading: [...bad.failed, ...bad.waiting, ...bad["last-error"]].join(", ") }], missing, open, subject: { writers: ids },
      });
    }
    if (missing.length > 0) return unknown(missing, open, `${missing.length} of ${writers.length} writers were not read well enough to judge.`);
    return pass(`${writers.length} of ${writers.length} writers are usable.`, "All stable", [{ fact: "guest.vssWriters", reading: `${writers.length} writers` }]);
  },
  fixes(_facts, at, outcome) {
    const ids = outcome.subject?.["writers"];
    const services = new Set<string>();
    if (Array.isArray(ids)) for (const id of ids) {
      const service = SERVICE_BY_WRITER.get(String(id));
      if (service !== undefined && service !== "VSS") services.add(service);
    }
    const proof = "The next inventory reads state 1 and no last error for every writer.";
    const own = [...services].map((service) => `Restart-Service -Name ${service} -Force`);
    return [guestFix(at, {
      title: services.size > 0 ? `Restart VSS and ${[...services].join(", ")} in the guest` : "Restart VSS and the service of the writer in the guest",
      command: ["Stop-Service -Name VSS, swprv -Force", ...own, "Start-Service -Name VSS, swprv", "vssadmin.exe list writers"].join("\n"),
      gui: [{ tool: "Guest", path: `services.msc > restart Volume Shadow Copy and the service of ${outcome.observed}` }],
      downtime: "service-restart", risk: { level: "medium", why: "A snapshot that runs in the guest at that time is lost; a service of an application interrupts that application." },
      undo: "Nothing to undo.", proof,
    }), guestFix(at, {
      title: "Restart the guest if the writer stays failed", command: "Restart-Computer", gui: [{ tool: "Guest", path: "Start > Restart" }],
      downtime: "guest-reboot", risk: { level: "medium", why: "Everything in the VM is interrupted." }, undo: "Nothing to undo.", proof,
    })];
  },
});
