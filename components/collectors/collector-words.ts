import type { IconName } from "@/components/ui/icon-names";
import { CLOCK_FLAG_SECONDS, type CollectorItem, type CollectorKind, type Standing, standingOf } from "@/lib/collectors/contract";

interface StandingWords {
  word: string;
  icon: IconName;
  look: string;
  sentence: string;
}

/** How the standing of a collector reads, worst first. */
export const STANDING_WORDS: Readonly<Record<Standing, StandingWords>> = {
  "two-senders": { word: "Two senders", icon: "octagon-x", look: "is-fail", sentence: "Two machines send by one identity: a clone, or a copied credential. Their inventories are not merged." },
  refused: { word: "Refused", icon: "octagon-x", look: "is-fail", sentence: "It sends, and its documents are refused. It is not silent." },
  overdue: { word: "Overdue", icon: "clock-exclamation-point", look: "is-warning", sentence: "Two intervals passed without an accepted document." },
  pending: { word: "Waits for approval", icon: "circle-question-mark", look: "is-warning", sentence: "It has a credential and is not let in yet." },
  silent: { word: "Not heard yet", icon: "circle-dashed", look: "is-unknown", sentence: "It has sent nothing yet and is not overdue." },
  active: { word: "Active", icon: "circle-check", look: "is-pass", sentence: "Its inventories come in time." },
  revoked: { word: "Revoked", icon: "circle-slash", look: "is-not-applicable", sentence: "Its credential opens nothing any more." },
};
/** Order of tabs and rows: what asks for somebody comes first. */
export const STANDINGS: readonly Standing[] = ["two-senders", "refused", "pending", "overdue", "silent", "active", "revoked"];

export const KIND_WORDS: Readonly<Record<CollectorKind, string>> = { host: "Host", "management-server": "Management server" };

/** Collectors with their standing at an instant (ms), worst first. */
export function ranked(collectors: readonly CollectorItem[], now: number): { of: CollectorItem; standing: Standing }[] {
  return collectors.map((of) => ({ of, standing: standingOf(of, now) }))
    .toSorted((one, other) => STANDINGS.indexOf(one.standing) - STANDINGS.indexOf(other.standing) || one.of.name.localeCompare(other.of.name, "en"));
}

/** How many are in each standing. */
export function standingCounts(rows: readonly { standing: Standing }[]): Record<Standing, number> {
  const counts = Object.fromEntries(STANDINGS.map((of) => [of, 0])) as Record<Standing, number>;
  for (const { standing } of rows) counts[standing] += 1;
  return counts;
}

/** What of the list is asked for. */
export interface CollectorView {
  /** A part of a name; empty for all. */
  q: string;
  standing: Standing | null;
  page: number;
}

/** Address of the list of collectors. */
export function collectorsHref({ q = "", standing = null, page = 1 }: Partial<CollectorView>): string {
  const params = new URLSearchParams({ ...(q === "" ? {} : { q }), ...(standing === null ? {} : { state: standing }), ...(page <= 1 ? {} : { page: String(page) }) });
  return params.size === 0 ? "/collectors" : `/collectors?${params}`;
}

/** A collector goes by its own name and by that of its host. */
export function isNamed({ name, hostName, fqdn }: Pick<CollectorItem, "name" | "hostName" | "fqdn">, q: string): boolean {
  return [name, hostName, fqdn].some((each) => each?.toLowerCase().includes(q.toLowerCase()) === true);
}

function span(seconds: number): string {
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : seconds < 172_800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} d`;
}

/** What is flagged beside a collector's name, each as a short sentence. */
export function flagsOf(of: CollectorItem): string[] {
  const clock = of.clockOffsetSeconds;
  return [
    clock === null || Math.abs(clock) <= CLOCK_FLAG_SECONDS ? null : `Clock ${span(Math.abs(clock))} ${clock > 0 ? "ahead" : "behind"}.`,
    of.conflict === "known-host" ? "Another living collector has this host." : null,
    of.unread.length === 0 ? null : `${of.unread.length} ${of.unread.length === 1 ? "part" : "parts"} could not be read.`,
    of.dropped === 0 ? null : `${of.dropped} ${of.dropped === 1 ? "document" : "documents"} dropped unsent.`,
    of.pendingHosts === 0 ? null : `${of.pendingHosts} ${of.pendingHosts === 1 ? "host waits" : "hosts wait"} to be approved.`,
  ].filter((text) => text !== null);
}

/** The clock of a sender against ours, in words. */
export function clockText(seconds: number | null): string {
  if (seconds === null) return "Not measured";
  if (Math.abs(seconds) < 2) return "Agrees with the server’s";
  return `${Math.abs(seconds) < 120 ? `${Math.abs(seconds)} s` : span(Math.abs(seconds))} ${seconds > 0 ? "ahead of" : "behind"} the server’s`;
}
