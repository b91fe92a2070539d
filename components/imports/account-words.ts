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

const KINDS: Readonly<Record<string, string>> = {
  quiesce: "Quiesce inventory", scvmm: "SCVMM", cmdlets: "Hyper-V cmdlets", "integration-services": "Integration services of a monitoring agent", archive: "ZIP", unknown: "–",
};

export function kindWord(kind: string): string {
  return KINDS[kind] ?? kind;
}

/** `39 accepted, 1 already known, 1 refused.` Parts that are zero are left out. */
export function accountSentence(of: Pick<ImportListItem, "accepted" | "known" | "refused"> & Partial<Pick<ImportAccount, "estate">>): string {
  const parts = [
    of.accepted > 0 ? `${count(of.accepted)} accepted` : "", of.known > 0 ? `${count(of.known)} already known` : "", of.refused > 0 ? `${count(of.refused)} refused` : "",
  ].filter((part) => part !== "");
  const estate = of.estate === undefined ? "" : ` The estate now has ${counted(of.estate.vms, "VM")} on ${counted(of.estate.hosts, "host")}.`;
  return `${parts.length === 0 ? "No file was in it" : parts.join(", ")}.${estate}`;
}
