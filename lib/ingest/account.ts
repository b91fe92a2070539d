import type { FileAccount, FileResult } from "@/lib/inventory/account";
import type { FileReading } from "@/lib/importers/contract";
import type { DocumentOutcome } from "./fold/accept-document";

const plural = (count: number, one: string) => `${count.toLocaleString("en-US")} ${one}${count === 1 ? "" : "s"}`;
const dayTime = (iso: string) => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;

function failedSectionsOf(reading: FileReading): FileAccount["failedSections"] {
  return reading.documents.flatMap(({ inventory }) => inventory.hosts.flatMap((host) => host.attempted
    .filter((attempt) => !attempt.complete)
    .map((attempt) => ({ host: host.name, section: attempt.section, problem: attempt.errors.map((error) => error.text || error.reason).join("; ") || "the listing was cut" }))));
}

function resultOf(account: Omit<FileAccount, "result" | "summary">, stored: number): FileResult {
  if (account.refused !== null) return "refused";
  if (stored === 0) return "known";
  const whole = account.kind === "quiesce" && account.faults.length === 0 && account.failedSections.length === 0 && account.withoutId.length === 0;
  return whole ? "understood" : "partly";
}

function summaryOf(account: Omit<FileAccount, "result" | "summary">, result: FileResult, outcomes: readonly DocumentOutcome[]): string {
  if (account.refused !== null) return `${account.refused.problem} ${account.refused.mend}`;
  const known = outcomes.find((outcome) => outcome.known !== null)?.known;
  if (result === "known" && known !== undefined && known !== null) return `Same content as ${known.fileName} of ${dayTime(known.receivedAt)}. Nothing changed.`;
  const ignored = account.ignored.reduce((sum, entry) => sum + entry.count, 0);
  return [
    `${plural(account.vms, "VM")} on ${plural(account.hosts.length, "host")}.`,
    ...(account.faults.length === 0 ? [] : [`${plural(account.faults.length, "fault")}: ${account.faults[0]?.problem ?? ""}`]),
    ...(account.failedSections.length === 0 ? [] : [`Section ${account.failedSections[0]?.section ?? ""} failed on ${account.failedSections[0]?.host ?? ""}: ${account.failedSections[0]?.problem ?? ""}.`]),
    ...(account.withoutId.length === 0 ? [] : [`${plural(account.withoutId.length, "record")} without a GUID not stored.`]),
    ...account.notes.filter((note) => !/^\d+ (VMs|files) /.test(note)).slice(0, 1),
    ...(ignored === 0 ? [] : [`${plural(ignored, "value")} of ${plural(account.ignored.length, "unknown key")} ignored.`]),
  ].join(" ");
}

/** What is said of one file, or of several cmdlet files that belong together, after its documents were taken. */
export function accountOf(reading: FileReading, outcomes: readonly DocumentOutcome[]): FileAccount {
  const stored = outcomes.filter((outcome) => outcome.known === null);
  const hosts = new Map(stored.flatMap((outcome) => outcome.hosts).map((host) => [host.id, host]));
  const account: Omit<FileAccount, "result" | "summary"> = {
    files: reading.files, kind: reading.kind, label: reading.label, encoding: reading.encoding, notes: reading.notes, ignored: reading.ignored, refused: reading.refused,
    faults: reading.documents.flatMap((document) => document.faults), failedSections: failedSectionsOf(reading),
    withoutId: stored.flatMap((outcome) => outcome.withoutId), hosts: [...hosts.values()],
    vms: stored.reduce((sum, outcome) => sum + outcome.vms, 0), collectedAt: outcomes[0]?.collectedAt ?? null,
    synthetic: reading.documents.some((document) => document.inventory.header.synthetic),
  };
  const result = resultOf(account, stored.length);
  return { ...account, result, summary: summaryOf(account, result, outcomes) };
}
