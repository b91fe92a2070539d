/** What an import says of each file: stored with the import, shown on page and command line. Client-safe. */

/** `understood`: all; `partly`: something was ignored, faulty or not stored; `known`: came before; `refused`: nothing stored. */
export type FileResult = "understood" | "partly" | "known" | "refused";
export interface FileAccount {
  files: string[];
  result: FileResult;
  /** quiesce, scvmm, cmdlets, integration-services, archive or unknown; `label` says it for people. */
  kind: string;
  label: string;
  encoding: string;
  /** One sentence in words and numbers. */
  summary: string;
  notes: string[];
  ignored: { key: string; count: number }[];
  refused: { place: string; problem: string; mend: string } | null;
  faults: { place: string; problem: string; mend: string; vm: string | null }[];
  /** Sections that the sender could not read, with its own words. */
  failedSections: { host: string; section: string; problem: string }[];
  /** Records without a GUID are judged by `quiesce judge`, never stored. */
  withoutId: string[];
  hosts: { id: string; name: string }[];
  vms: number;
  collectedAt: string | null;
  synthetic: boolean;
}
export interface ImportAccount {
  id: string;
  receivedAt: string;
  /** page, api, cli. */
  via: string;
  durationMs: number;
  accepted: number;
  known: number;
  refused: number;
  hosts: number;
  vms: number;
  synthetic: boolean;
  files: FileAccount[];
  /** Estate after the import. */
  estate: { vms: number; hosts: number };
}
