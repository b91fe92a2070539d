import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { readUploads } from "@/lib/importers";
import type { FileReading, ImportFile, ParsedDocument, ReadOptions } from "@/lib/importers/contract";
import { splitDocument, type Volatile } from "@/lib/inventory/volatile";

const pack = promisify(gzip);

/** A document in the parts that are kept of it: its content once, header and volatile facts with the document. */
export interface PackedDocument {
  document: ParsedDocument;
  /** JSON, gzip; null when it is known that the content is kept already. */
  packed: Buffer | null;
  bodyBytes: number;
  contentDigest: string;
  volatile: Volatile;
  /** Of content, header and volatile facts. */
  sha256: string;
}
export interface ReadyReading {
  reading: FileReading;
  documents: PackedDocument[];
  /** SHA-256 of the bytes it came from; for a file inside an archive, of the archive and its name in it. */
  fileSha: string;
}

const sha = (...parts: (string | Uint8Array)[]) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest("hex");

function fileShaOf(reading: FileReading, files: ReadonlyMap<string, ImportFile>): string {
  const own = reading.files.flatMap((name) => files.get(name) ?? []);
  if (own.length > 0) return sha(...own.map((file) => file.bytes));
  const archives = [...files.values()].filter((file) => reading.files.some((name) => name.startsWith(file.name)));
  return sha(...archives.map((file) => file.bytes), reading.files.join("\n"));
}

/** Packs a document as it is kept; without its content if `isKept` knows the digest. */
export async function packDocument(document: ParsedDocument, isKept: (contentDigest: string) => Promise<boolean> = async () => false): Promise<PackedDocument> {
  const { content, header, volatile } = splitDocument(document.inventory);
  const body = Buffer.from(content);
  const contentDigest = sha(body);
  const packed = await isKept(contentDigest) ? null : await pack(body, { level: 3 });
  return { document, packed, bodyBytes: body.length, contentDigest, volatile, sha256: sha(contentDigest, JSON.stringify(header), JSON.stringify(volatile)) };
}

async function readGroup(files: readonly ImportFile[], options: ReadOptions): Promise<ReadyReading[]> {
  const byName = new Map(files.map((file) => [file.name, file]));
  const ready: ReadyReading[] = [];
  for (const reading of await readUploads([...files], options)) {
    const documents: PackedDocument[] = [];
    for (const document of reading.documents) documents.push(await packDocument(document));
    ready.push({ reading, documents, fileSha: fileShaOf(reading, byName) });
  }
  return ready;
}

const OURS = Buffer.from(`"quiesce.inventory/`);
const LOOKED_AT = 4096;
/** An inventory of ours needs no other file beside it; the outputs of cmdlets may belong together. */
const standsAlone = (file: ImportFile) => Buffer.from(file.bytes.buffer, file.bytes.byteOffset, Math.min(LOOKED_AT, file.bytes.byteLength)).includes(OURS);

/**
 * Reads files one after the other, so that a thousand of them need the memory of two: while the documents of one are
 * written, `ahead` reads the next.
 */
export class ReadAhead {
  private readonly groups: ImportFile[][];
  private place = 0;
  private next: Promise<ReadyReading[]> | null = null;

  constructor(files: readonly ImportFile[], private readonly options: ReadOptions) {
    const others = files.filter((file) => !standsAlone(file));
    this.groups = files.filter(standsAlone).map((file) => [file]);
    if (others.length > 0) this.groups.push(others);
  }
  /** Starts on the next files, unless that was done; a failure is told by `take`. */
  ahead = (): void => {
    const group = this.groups[this.place];
    if (this.next !== null || group === undefined) return;
    this.place += 1;
    this.next = readGroup(group, this.options);
    this.next.catch(() => undefined);
  };
  /** What was read next; null at the end. */
  async take(): Promise<ReadyReading[] | null> {
    this.ahead();
    const taken = this.next;
    this.next = null;
    return taken;
  }
}
