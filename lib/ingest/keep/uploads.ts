import { Readable } from "node:stream";
import type { ReadableStream as NodeStream } from "node:stream/web";
import busboy from "busboy";
import { AppError } from "@/lib/errors";
import type { ImportFile } from "@/lib/importers/contract";

export interface UploadLimits {
  /** Bytes of one file. */
  fileBytes: number;
  /** Bytes of all files of one request. */
  totalBytes: number;
  files: number;
}

function tooLarge(name: string, limit: number): AppError {
  return new AppError("too-large", `${name} has more than ${limit.toLocaleString("en-US")} bytes; send fewer or smaller files, or raise QUIESCE_IMPORT_LIMIT.`, { members: { place: name } });
}

/** Collects the chunks of a file up to the limit; nothing beyond it is kept. */
class Collected {
  private readonly chunks: Uint8Array[] = [];
  private size = 0;

  constructor(private readonly name: string, private readonly limits: UploadLimits, private readonly sum: { bytes: number }) {}

  add(chunk: Uint8Array): void {
    this.size += chunk.byteLength;
    this.sum.bytes += chunk.byteLength;
    if (this.size > this.limits.fileBytes) throw tooLarge(this.name, this.limits.fileBytes);
    if (this.sum.bytes > this.limits.totalBytes) throw tooLarge("The request", this.limits.totalBytes);
    this.chunks.push(chunk);
  }
  file(): ImportFile {
    const bytes = this.chunks.length === 1 ? this.chunks[0] ?? new Uint8Array() : Buffer.concat(this.chunks);
    return { name: this.name, bytes };
  }
}

async function readForm(request: Request, body: NodeStream<Uint8Array>, type: string, limits: UploadLimits): Promise<ImportFile[]> {
  const files: ImportFile[] = [];
  const sum = { bytes: 0 };
  const source = Readable.fromWeb(body, { signal: request.signal });
  await new Promise<void>((resolve, reject) => {
    const stop = (error: unknown) => {
      source.unpipe();
      source.destroy();
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    const malformed = () => new AppError("invalid-request", "The multipart body is cut off or malformed; send the files again.", { members: { place: "body" } });
    let form: busboy.Busboy;
    try {
      form = busboy({ headers: { "content-type": type }, preservePath: true, defParamCharset: "utf8", limits: { files: limits.files, fields: 16, fieldSize: 4096 } });
    } catch {
      stop(malformed());
      return;
    }
    form.on("file", (_field, stream, { filename }) => {
      const collected = new Collected(filename === undefined || filename === "" ? `file ${files.length + 1}` : filename, limits, sum);
      stream.on("data", (chunk: Buffer) => {
        try {
          collected.add(chunk);
        } catch (error) {
          stop(error);
        }
      });
      stream.on("error", () => { stop(malformed()); });
      stream.on("end", () => files.push(collected.file()));
    });
    form.on("filesLimit", () => { stop(new AppError("too-large", `More than ${limits.files.toLocaleString("en-US")} files came at once; send a ZIP or fewer files.`)); });
    form.on("error", () => { stop(malformed()); });
    form.on("close", resolve);
    source.on("error", (error) => { stop(request.signal.aborted ? malformed() : error); });
    source.pipe(form);
  });
  return files;
}

async function readWhole(body: NodeStream<Uint8Array>, name: string, limits: UploadLimits): Promise<ImportFile[]> {
  const collected = new Collected(name, limits, { bytes: 0 });
  for await (const chunk of body) collected.add(chunk);
  const file = collected.file();
  return file.bytes.byteLength === 0 ? [] : [file];
}

/**
 * Reads the files of a request as they come: a multipart form, or one file as the whole body, named by `name` in the
 * address or the header `x-file-name`. Each file is in memory once.
 * @throws AppError `too-large` as soon as a limit is passed, `invalid-request` for a form that is cut off
 */
export async function readUploadedFiles(request: Request, limits: UploadLimits): Promise<ImportFile[]> {
  const body = request.body as NodeStream<Uint8Array> | null;
  if (body === null) return [];
  const type = request.headers.get("content-type") ?? "";
  if (type.toLowerCase().startsWith("multipart/form-data")) return readForm(request, body, type, limits);
  const name = new URL(request.url).searchParams.get("name") ?? request.headers.get("x-file-name") ?? "body";
  return readWhole(body, name.slice(0, 512), limits);
}
