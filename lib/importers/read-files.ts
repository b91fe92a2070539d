import { AppError } from "@/lib/errors";
import type { InventoryInput } from "@/lib/inventory/document";
import { readJson } from "@/lib/inventory/json";
import { isRefusal, type Problem, type Refusal, thousands } from "@/lib/inventory/problem";
import { cmdletDocuments, type CmdletFile, familiesText } from "./cmdlets";
import { DEFAULT_MAX_BYTES, type FileKind, type FileReading, type ImportFile, type ReadOptions } from "./contract";
import { type Finished, finish, foreignHeader } from "./finish";
import { foundByBytes, notKnown } from "./found";
import { checkOptions } from "./given";
import { integrationServicesDocument } from "./integration-services";
import type { IgnoredKeys } from "./raw";
import { type Recognised, recognise } from "./recognise";
import { scvmmDocument, type ScvmmParts } from "./scvmm";

interface Opened {
  file: ImportFile;
  encoding: string;
  content: Recognised;
}

const UNNAMED_HOST = "host not named";

function blank(file: ImportFile, encoding: string, kind: FileKind = "unknown"): FileReading {
  return { files: [file.name], kind, label: "", encoding, documents: [], notes: [], ignored: [], refused: null };
}

function refused(file: ImportFile, encoding: string, problem: Problem, kind: FileKind = "unknown", label = "Not recognised"): FileReading {
  return { ...blank(file, encoding, kind), label, refused: problem };
}

function open(file: ImportFile, options: ReadOptions): Opened | FileReading {
  const limit = options.maxBytes ?? DEFAULT_MAX_BYTES;
  if (file.bytes.byteLength > limit) return refused(file, "", { place: "the whole file", problem: `The file has ${thousands(file.bytes.byteLength)} bytes; ${thousands(limit)} is the limit.`, mend: "Send one file per host, or raise the limit." });
  const guess = foundByBytes(file.bytes);
  const read = readJson(file.bytes);
  if (isRefusal(read)) return refused(file, "", guess ? notKnown(guess.found, guess.mend) : read.refused);
  const content = recognise(read.value);
  if (content.kind === "unknown") return refused(file, read.encoding, notKnown(content.found));
  return { file, encoding: read.encoding, content };
}

function settle(reading: FileReading, finished: Finished | Refusal): void {
  if (isRefusal(finished)) {
    if (reading.documents.length === 0) reading.refused = finished.refused;
    else reading.notes.push(`${finished.refused.problem} ${finished.refused.mend}`);
    return;
  }
  reading.documents.push(finished.document);
  reading.notes.push(...finished.notes.filter((note) => !reading.notes.includes(note)));
  for (const { key, count } of finished.dropped) {
    const known = reading.ignored.find((entry) => entry.key === key);
    if (known) known.count += count;
    else reading.ignored.push({ key, count });
  }
}

function foreign(opened: readonly Opened[], kind: FileKind, label: string, made: { documents: InventoryInput[]; notes: string[]; ignored: IgnoredKeys }, options: ReadOptions): FileReading {
  const reading: FileReading = {
    files: opened.map(({ file }) => file.name), kind, label, encoding: [...new Set(opened.map(({ encoding }) => encoding))].join(", "),
    documents: [], notes: [...made.notes], ignored: made.ignored.list(), refused: null,
  };
  if (opened.length > 1) reading.notes.unshift(`${opened.length} files of one folder joined.`);
  for (const document of made.documents) settle(reading, finish(document, options));
  if (made.documents.length === 0) {
    reading.refused = { place: "the whole file", problem: `Understood, but nothing in it tells of a VM or its host. ${made.notes.join(" ")}`.trim(), mend: `Send it together with ${kind === "scvmm" ? "Get-SCVirtualMachine and Get-SCVMHost" : "Get-VM"}.` };
  }
  return reading;
}

function readQuiesce({ file, encoding, content }: Opened, options: ReadOptions): FileReading {
  const reading: FileReading = { ...blank(file, encoding, "quiesce"), label: "Quiesce inventory" };
  const documents = content.kind === "quiesce" ? content.documents : [];
  const problems: Problem[] = [];
  documents.forEach((document, index) => {
    const finished = finish(document, options);
    if (isRefusal(finished)) problems.push(documents.length === 1 ? finished.refused : { ...finished.refused, place: `[${index}].${finished.refused.place}`, problem: `Document ${index + 1} of ${documents.length}: ${finished.refused.problem}` });
    else settle(reading, finished);
  });
  const [first, ...more] = problems;
  if (first) reading.refused = more.length === 0 ? first : { ...first, problem: `${first.problem} ${more.length} more documents of the file are refused too.` };
  return reading;
}

function readScvmm(opened: readonly Opened[], parts: ScvmmParts, options: ReadOptions, more: readonly string[] = []): FileReading {
  const { document, notes, ignored } = scvmmDocument(parts, foreignHeader("scvmm", opened.map(({ file }) => file)));
  const names = [parts.vms && "Get-SCVirtualMachine", parts.hosts && "Get-SCVMHost", parts.clusters && "Get-SCVMHostCluster"].filter((name) => name !== null);
  return foreign(opened, "scvmm", `SCVMM: ${names.join(", ")}`, { documents: document.hosts.length > 0 ? [document] : [], notes: [...notes, ...more], ignored }, options);
}

function joinParts(all: readonly ScvmmParts[]): ScvmmParts {
  const join = (key: "vms" | "hosts" | "clusters") => {
    const lists = all.map((parts) => parts[key]).filter((list) => list !== null);
    return lists.length === 0 ? null : lists.flat();
  };
  return { vms: join("vms"), hosts: join("hosts"), clusters: join("clusters"), listed: all.every((parts) => parts.listed || parts.vms === null) };
}

/** "hv01/get_vm.json" lies in "hv01": files of one folder belong together, whatever separates its name. */
function folderOf(name: string): string {
  return name.slice(0, Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\"), 0));
}

function readGroup(opened: readonly Opened[], options: ReadOptions): FileReading {
  const [first] = opened;
  if (first?.content.kind === "scvmm") return readScvmm(opened, joinParts(opened.flatMap(({ content }) => content.kind === "scvmm" ? [content.parts] : [])), options);
  const files: CmdletFile[] = opened.flatMap(({ content }) => content.kind === "cmdlets" ? [content] : []);
  const strangers = opened.reduce((sum, { content }) => sum + (content.kind === "cmdlets" ? content.strangers : 0), 0);
  const header = foreignHeader("cmdlets", opened.map(({ file }) => file));
  const made = cmdletDocuments(files, (host) => ({ ...header, documentId: `${header.documentId}-${host.toLowerCase()}`.slice(0, 128) }), options.hostId ?? UNNAMED_HOST);
  if (strangers > 0) made.notes.push(`${strangers} objects are of no cmdlet that is known: left out.`);
  return foreign(opened, "cmdlets", `${familiesText(files)} through ConvertTo-Json`, made, options);
}

function readAlone(opened: Opened, options: ReadOptions): FileReading {
  const { content, file } = opened;
  if (content.kind === "scvmm-bundle") {
    const { templates, others } = content;
    return readScvmm([opened], content.parts, options, [
      ...(templates > 0 ? [`${templates} templates are no VMs: left out.`] : []),
      ...(others.length > 0 ? [`Left out: ${others.slice(0, 10).join(", ")}.`] : []),
    ]);
  }
  if (content.kind === "integration-services") {
    const { document, notes, ignored } = integrationServicesDocument(content.records, content.listed, foreignHeader("integration-services", [file]), options.hostId ?? UNNAMED_HOST);
    return foreign([opened], "integration-services", "Integration services of a monitoring agent", { documents: [document], notes, ignored }, options);
  }
  return readQuiesce(opened, options);
}

/**
 * Reads files into inventory documents: recognised by content, one account per file, or one for the cmdlet or SCVMM
 * outputs of one folder, which belong together. A broken file costs itself only. Nothing is stored.
 * Throws an `AppError` when the options themselves cannot be used.
 */
export function readFiles(files: readonly ImportFile[], options: ReadOptions): FileReading[] {
  const wrong = checkOptions(options);
  if (wrong !== null) throw new AppError("invalid-request", wrong);
  const readings: { at: number; reading: FileReading }[] = [];
  const groups = new Map<string, { at: number; opened: Opened[] }>();
  files.forEach((file, at) => {
    const result = open(file, options);
    if (!("content" in result)) {
      readings.push({ at, reading: result });
      return;
    }
    const { kind } = result.content;
    if (kind !== "cmdlets" && kind !== "scvmm") {
      readings.push({ at, reading: readAlone(result, options) });
      return;
    }
    const key = `${kind} ${folderOf(file.name)}`;
    const group = groups.get(key) ?? { at, opened: [] };
    group.opened.push(result);
    groups.set(key, group);
  });
  for (const { at, opened } of groups.values()) readings.push({ at, reading: readGroup(opened, options) });
  return readings.sort((a, b) => a.at - b.at).map(({ reading }) => reading);
}
