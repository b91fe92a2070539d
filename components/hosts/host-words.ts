import type { IconName } from "@/components/ui/icon-names";
import type { HostListItem, HostStateId } from "@/lib/estate/contract";

interface StateWords {
  /** Word in a table and on a tab. */
  word: string;
  icon: IconName;
  /** Class of a status: colour and, for unknown, the dashes. */
  look: string;
  sentence: string;
}

/** How the state of a host reads; words for people, ids for addresses. */
export const HOST_STATE_WORDS: Readonly<Record<HostStateId, StateWords>> = {
  never: { word: "Never read", icon: "circle-dashed", look: "is-unknown", sentence: "An inventory named it, none read it. Its VMs are unknown." },
  silent: { word: "Not heard since", icon: "clock-exclamation-point", look: "is-unknown", sentence: "Its newest facts are older than the limit of the policy, so its VMs are unknown." },
  failed: { word: "Listing failed", icon: "triangle-exclamation-point", look: "is-warning", sentence: "Its newest listing of VMs failed; VMs that it did not read again are unknown." },
  overdue: { word: "Overdue", icon: "clock-exclamation-point", look: "is-warning", sentence: "Two intervals passed without an inventory. The verdicts stand until the limit of the policy." },
  fresh: { word: "Fresh", icon: "circle-check", look: "is-pass", sentence: "Its inventories come in time." },
};

/** How each key by which a host is recognised reads. */
export const KEY_WORDS: Readonly<Record<HostListItem["key"], string>> = { installId: "install id", hardwareUuid: "hardware UUID", fqdn: "FQDN", name: "name" };

/** Sentence of a clock that is off: 10 minutes and more are flagged. Null while it is near enough or not measured. */
export function clockSentence(seconds: number | null): string | null {
  if (seconds === null || Math.abs(seconds) <= CLOCK_FLAG_SECONDS) return null;
  const off = Math.abs(seconds);
  const text = off < 7200 ? `${Math.round(off / 60)} min` : off < 172_800 ? `${Math.round(off / 3600)} h` : `${Math.round(off / 86_400)} d`;
  return `Its clock is ${text} ${seconds > 0 ? "ahead of" : "behind"} the server’s; times of its facts are corrected by that.`;
}
/** More than so far from the server's clock, a host is flagged. */
const CLOCK_FLAG_SECONDS = 600;

/** Address of the list of hosts. */
export function hostsHref({ q = "", state = null, page = 1 }: { q?: string; state?: HostStateId | null; page?: number }): string {
  const params = new URLSearchParams({ ...(q === "" ? {} : { q }), ...(state === null ? {} : { state }), ...(page <= 1 ? {} : { page: String(page) }) });
  return params.size === 0 ? "/hosts" : `/hosts?${params}`;
}
