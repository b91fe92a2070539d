import type { Csv } from "@/lib/inventory/document";
import type { Missing } from "../outcome";
import type { Situation } from "../situation";
import type { VmFile } from "./storage";

/** Whether files of a VM lie on Cluster Shared Volumes: `yes` by a file that does, `no` when every place is known. */
export interface OnCsv {
  answer: "yes" | "no" | "unknown";
  /** Paths of the files that do. */
  paths: readonly string[];
  missing: readonly Missing[];
}

/**
 * Tells it from the host's cluster membership and the places of the files (domain.md 4.5): nothing lies on a CSV of a
 * host that is known to be no cluster node. `only` = "disk" leaves the configuration out.
 */
export function onCsv(at: Situation, only?: VmFile["what"]): OnCsv {
  if (at.clustered === false) return { answer: "no", paths: [], missing: [] };
  if (at.files === null) return { answer: "unknown", paths: [], missing: [at.missing("vm", "disks")] };
  const paths: string[] = [];
  const missing: Missing[] = [];
  for (const file of at.files) {
    if (only !== undefined && file.what !== only) continue;
    if (file.onCsv === true) paths.push(file.path ?? "a file without a path");
    else if (file.onCsv === null) missing.push(file.path === null ? at.missing("vm", `disks[${file.disk}].path`) : at.missing("host", "volumes"));
  }
  return { answer: paths.length > 0 ? "yes" : missing.length > 0 ? "unknown" : "no", paths, missing };
}

/** What to call a CSV in a sentence. */
export function csvName(csv: Csv): string {
  return csv.name ?? csv.volumePath ?? "a CSV without a name";
}

function shortName(name: string): string {
  const dot = name.indexOf(".");
  return (dot < 0 ? name : name.slice(0, dot)).toLowerCase();
}

/** The state of a CSV as the host sees it; null when the list was not read or lacks the host. */
export function stateOnHost(csv: Csv, hostName: string): NonNullable<Csv["perNode"]>[number] | null {
  if (csv.perNode === null) return null;
  for (const state of csv.perNode) if (state.node === hostName) return state;
  const host = shortName(hostName);
  for (const state of csv.perNode) if (shortName(state.node) === host) return state;
  return null;
}

/** Words for "nothing": an empty list says it too. */
export function isNoFlag(word: string): boolean {
  return word === "" || /^(none|nofaults?|notfilesystemredirected|notblockredirected)$/i.test(word);
}

/** A fact of a CSV that has no value, with its reason; the whole list when the CSV itself was not read. */
export function csvMissing(at: Situation, csvs: readonly Csv[] | null, csv: Csv | null, fact: keyof Csv): Missing {
  const index = csv === null ? -1 : csvs?.indexOf(csv) ?? -1;
  return at.missing("cluster", index < 0 ? "csvs" : `csvs[${index}].${fact}`);
}
