import type { IconName } from "@/components/ui/icon-names";
import { count, counted } from "@/components/ui/numbers";
import type { FileResult, ImportAccount, ImportListItem } from "@/lib/estate/contract";

/** How a file's or an import's result looks and reads. */
export const RESULT_WORDS: Readonly<Record<FileResult, { word: string; look: string; icon: IconName }>> = {
  refused: { word: "Refused", look: "is-fail", icon: "octagon-x" },
  partly: { word: "In part", look: "is-warning", icon: "triangle-exclamation-point" },
  understood: { word: "Understood", look: "is-pass", icon: "circle-check" },
  known: { word: "Already known", look: "is-not-applicable", icon: "equal" },
};
/** Worst first. */
export const RESULT_ORDER: readonly FileResult[] = ["refused", "partly", "understood", "known"];

const RUNNING = { word: "Running now", look: "is-unknown", icon: "circle-dashed" } as const;

/** The look of a result; an import whose files are still being read has none yet. */
export function resultLook(result: string): { word: string; look: string; icon: IconName } {
  return Object.hasOwn(RESULT_WORDS, result) ? RESULT_WORDS[result as FileResult] : RUNNING;
}

/** `39 accepted, 1 already known, 1 refused.` Parts that are zero are left out. */
export function accountSentence(of: Pick<ImportListItem, "accepted" | "known" | "refused"> & Partial<Pick<ImportAccount, "estate">>): string {
  const parts = [
    of.accepted > 0 ? `${count(of.accepted)} accepted` : "", of.known > 0 ? `${count(of.known)} already known` : "", of.refused > 0 ? `${count(of.refused)} refused` : "",
  ].filter((part) => part !== "");
  const estate = of.estate === undefined ? "" : ` The estate now has ${counted(of.estate.vms, "VM")} on ${counted(of.estate.hosts, "host")}.`;
  // The account is written at the end of an import; until then it is empty.
  return parts.length === 0 ? "It still runs or was cut off before its end. What it had stored is kept; importing the files again stores nothing twice." : `${parts.join(", ")}.${estate}`;
}
