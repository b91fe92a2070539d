import { indexOf, PLAN } from "../plan";
import { factName, factNameFirst } from "../facts/fact-names";
import type { Finding } from "../judgement";
import { reasonText } from "../outcome";
import type { Records } from "../freshness";
import type { Situation } from "../situation";
import type { Decision } from "./decide";

function coreFactWords(at: Situation, records: Records): string {
  if (records.vm.id === null) return "This record has no VM id; without it the VM cannot be told from others.";
  if (at.bucket === null && records.host.osVersion !== null) return `Windows ${records.host.osVersion} is no release that this ruleset knows.`;
  const missing = at.bucket === null ? at.missing("host", "osVersion") : at.missing("vm", "state");
  return `${at.bucket === null ? "The host's Windows version" : "The state of the VM"} was not read: ${reasonText(missing)}.`;
}

/** Only guest facts are unread and the VM could still be ready. */
export function onlyGuestUnread(decision: Decision, at: Situation, findings: readonly Finding[]): boolean {
  if (decision.verdict !== "unknown" || decision.ending !== "compared") return false;
  const open = findings.filter((finding) => finding.status === "unknown" && finding.open.length > 0 && !finding.latent);
  return (open.length > 0 || at.family === null) && open.every((finding) => finding.missing.every((entry) => entry.fact.startsWith("guest.")));
}

function unknownWords(decision: Decision, at: Situation, findings: readonly Finding[]): string {
  const open = findings.filter((finding) => finding.open.length > 0 && finding.missing.length > 0 && !finding.latent);
  const missing = at.family === null ? [at.missing("guest", "osFamily"), ...open.flatMap((finding) => finding.missing)] : open.flatMap((finding) => finding.missing);
  const first = missing[0];
  if (first === undefined) return "A fact that decides was not read.";
  if (onlyGuestUnread(decision, at, findings)) {
    const family = missing.find((entry) => entry.fact === "guest.osFamily") ?? first;
    return `Host side ready, guest not verified: ${reasonText(family)}.`;
  }
  const count = new Set(missing.map((entry) => entry.fact)).size;
  const why = first.text ?? reasonText(first);
  const name = factNameFirst(first.fact);
  const were = !name.includes(" of ") && /[^u]s$/.test(name) ? "were" : "was";
  if (count === 1) return `${name} ${were} not read (${why}); the VM could still be ready.`;
  return `${count} facts that decide are unread, first ${factName(first.fact)}: ${why}.`;
}

function unreadableWords(state: string | null, stateRaw: number | null): string {
  const sent = state === null || state === "" ? String(stateRaw ?? "") : state;
  return /^\d+$/.test(sent) ? `State ${sent} is a bare number whose meaning differs between Windows builds.` : `State ${sent} is no state that Hyper-V is known to have.`;
}

function offlineWords(at: Situation): string {
  if (at.replicaAtRest) return "A healthy replica that does not run; its copy is like after a power cut.";
  return at.power === "saved" ? "Saved; nothing to interrupt, a restore needs the saved state too." : "Switched off; nothing to interrupt.";
}

/** One sentence with names and numbers: why the VM has its verdict. */
export function becauseOf(decision: Decision, at: Situation, records: Records, findings: readonly Finding[]): string {
  if (decision.ending === "excluded") return "A test replica; it is left out on purpose.";
  if (decision.ending === "core-fact" && decision.verdict === "unknown") return coreFactWords(at, records);
  if (decision.ending === "unreadable-state") return unreadableWords(records.vm.state, records.vm.stateRaw);
  if (decision.verdict === "offline") return offlineWords(at);
  if (decision.verdict === "unknown" && decision.ending === "compared") return unknownWords(decision, at, findings);
  const id = decision.decidedBy >= 0 ? PLAN[decision.decidedBy]?.requirement.id : undefined;
  const finding = id === undefined ? undefined : findings.find((entry) => entry.requirement === id);
  if (finding !== undefined && finding.because !== "") return finding.because;
  if (at.api === "guest-agent" && at.family !== "windows") return "An agent inside the guest; without Windows no VSS flushes, so the quality is not proven.";
  return `Every requirement that could lower it passes on ${at.release}.`;
}

/** Badges of step 12; they change nothing. */
export function badgesOf(decision: Decision, at: Situation, findings: readonly Finding[]): string[] {
  const badges: string[] = [];
  const busy = findings[indexOf("vm-not-busy")];
  if (busy !== undefined && busy.hits.length > 0) badges.push(busy.effect === "will-fail" ? "stuck-operation" : "busy");
  if (findings[indexOf("vm-version-range")]?.effect === "offline") badges.push("cannot-start");
  const weak = decision.verdict === "live-unverified" || decision.verdict === "live-crash" || decision.verdict === "saved-state";
  if (at.settings.requiredConsistency === "app-required" && at.family === "windows" && weak) badges.push("policy-not-met");
  if (at.api === "guest-agent" && at.power !== null && at.power !== "running") badges.push("guest-agent-cannot-run");
  if (onlyGuestUnread(decision, at, findings)) badges.push("guest-not-verified");
  return badges;
}
