import { fromBuffer, type Entry, type ZipFile } from "yauzl";
import { thousands } from "@/lib/inventory/problem";
import { DEFAULT_MAX_BYTES, type FileReading, type ImportFile, type Problem, type ReadOptions } from "./contract";
import { notKnown } from "./found";
import { readFiles } from "./read-files";

export interface ArchiveLimits {
  /** Unpacked bytes of one file. */
  entryBytes: number;
  /** Unpacked bytes of all files. */
  totalBytes: number;
  entries: number;
  /** Unpacked to packed; a ZIP of real inventories stays below 60. */
  ratio: number;
}
const MIB = 1024 * 1024;
const DEFAULT_LIMITS: ArchiveLimits = { entryBytes: DEFAULT_MAX_BYTES, totalBytes: 1024 * MIB, entries: 10_000, ratio: 300 };
/** Small files may pack as well as they like. */
const RATIO_FROM = MIB;

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));
}

class ArchiveProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.problem);
  }
}
const fail = (place: string, problem: string, mend: string) => new ArchiveProblem({ place, problem, mend });

function openZip(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true, validateEntrySizes: true, decodeStrings: true, strictFileNames: false }, (error, zip) => {
      if (error) reject(error);
      else resolve(zip);
    });
  });
}

/** Unpacks one entry, counting what comes out: the sizes that a ZIP declares may lie. */
function unpack(zip: ZipFile, entry: Entry, limit: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(error);
        return;
      }
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size > limit) stream.destroy(fail(entry.fileName, `${entry.fileName} unpacks to more than ${thousands(limit)} bytes.`, "Import its files one by one."));
        else chunks.push(chunk);
      });
      stream.on("error", reject);
      stream.on("end", () => resolve(Buffer.concat(chunks)));
    });
  });
}

function checkEntry(entry: Entry, limits: ArchiveLimits, count: number, total: number): void {
  const shown = entry.fileName.slice(0, 120);
  if (count > limits.entries) throw fail(shown, `The ZIP has more than ${thousands(limits.entries)} files.`, "Split it.");
  if (entry.uncompressedSize > limits.entryBytes) throw fail(shown, `${shown} unpacks to ${thousands(entry.uncompressedSize)} bytes; ${thousands(limits.entryBytes)} is the limit of a file.`, "Send one file per host.");
  if (total + entry.uncompressedSize > limits.totalBytes) throw fail(shown, `The ZIP unpacks to more than ${thousands(limits.totalBytes)} bytes.`, "Split it.");
  if (entry.uncompressedSize > RATIO_FROM && entry.uncompressedSize > entry.compressedSize * limits.ratio) throw fail(shown, `${shown} unpacks to more than ${thousands(limits.ratio)} times its size, as a ZIP bomb does.`, "Import the file itself.");
  if (entry.isEncrypted()) throw fail(shown, `${shown} is encrypted.`, "Pack the files without a password.");
}

function unpackAll(zip: ZipFile, limits: ArchiveLimits): Promise<ImportFile[]> {
  return new Promise((resolve, reject) => {
    const files: ImportFile[] = [];
    let count = 0;
    let total = 0;
    const next = async (entry: Entry): Promise<void> => {
      count += 1;
      checkEntry(entry, limits, count, total);
      if (!entry.fileName.endsWith("/")) {
        const bytes = await unpack(zip, entry, Math.min(limits.entryBytes, limits.totalBytes - total));
        total += bytes.byteLength;
        if (bytes.byteLength > RATIO_FROM && bytes.byteLength > entry.compressedSize * limits.ratio) throw fail(entry.fileName, `${entry.fileName} unpacks to more than ${thousands(limits.ratio)} times its size, as a ZIP bomb does.`, "Import the file itself.");
        files.push({ name: entry.fileName, bytes });
      }
      zip.readEntry();
    };
    zip.on("entry", (entry: Entry) => { next(entry).catch(reject); });
    zip.on("end", () => resolve(files));
    zip.on("error", reject);
    zip.readEntry();
  });
}

function asProblem(error: unknown): Problem {
  if (error instanceof ArchiveProblem) return error.problem;
  const text = error instanceof Error ? error.message : String(error);
  if (/invalid relative path|absolute path|invalid characters in fileName/i.test(text)) return { place: "the ZIP", problem: `A file name in the ZIP leaves its folder (${text.slice(0, 160)}).`, mend: "Nothing of it is read. Pack the files anew and look who made the ZIP." };
  return { place: "the ZIP", problem: `The ZIP cannot be unpacked: ${text.slice(0, 160)}.`, mend: "Copy it again, or import the files one by one." };
}

/** Unpacks a ZIP in memory within limits. Any file name that leaves its folder, or a bomb, refuses the whole ZIP. */
export async function readArchive(file: ImportFile, limits: Partial<ArchiveLimits> = {}): Promise<{ files: ImportFile[] } | { refused: Problem }> {
  const within = { ...DEFAULT_LIMITS, ...limits };
  let zip: ZipFile | null = null;
  try {
    zip = await openZip(file.bytes);
    return { files: await unpackAll(zip, within) };
  } catch (error) {
    return { refused: asProblem(error) };
  } finally {
    zip?.close();
  }
}

/**
 * `readFiles` for what people drop: ZIPs are opened first (not those inside others), and each file in one is accounted
 * for under "archive.zip/name".
 */
export async function readUploads(files: readonly ImportFile[], options: ReadOptions, limits: Partial<ArchiveLimits> = {}): Promise<FileReading[]> {
  const refusedZips: FileReading[] = [];
  const opened: ImportFile[] = [];
  const refuse = (name: string, problem: Problem) => refusedZips.push({ files: [name], kind: "archive", label: "ZIP", encoding: "", documents: [], notes: [], ignored: [], refused: problem });
  for (const file of files) {
    if (!isZip(file.bytes)) {
      opened.push(file);
      continue;
    }
    const result = await readArchive(file, { ...(options.maxBytes === undefined ? {} : { entryBytes: options.maxBytes }), ...limits });
    if ("refused" in result) refuse(file.name, result.refused);
    else if (result.files.some(({ name }) => name === "[Content_Types].xml")) refuse(file.name, notKnown("an Office document", "Export it again with ConvertTo-Json."));
    else if (result.files.length === 0) refuse(file.name, { place: "the ZIP", problem: "The ZIP is empty.", mend: "Pack the files anew." });
    else opened.push(...result.files.map((inner) => ({ name: `${file.name}/${inner.name}`, bytes: inner.bytes })));
  }
  return [...readFiles(opened, options), ...refusedZips];
}
