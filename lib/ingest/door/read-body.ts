import { createGunzip } from "node:zlib";
import { AppError } from "@/lib/errors";
import { thousands } from "@/lib/inventory/problem";
import type { Lease } from "./gate";

export interface BodyLimits {
  /** Bytes as they come. */
  wireBytes: number;
  /** Bytes unpacked. */
  bytes: number;
  bodySeconds: number;
}
export type BodyEncoding = "identity" | "gzip";

/** What was read of a body until it was refused, for the quarantine. */
export class BodySeen {
  /** Unpacked where that was possible. */
  bytes: Buffer = Buffer.alloc(0);
  length = 0;
}

/** Of a body that is refused while it is unpacked, as much is kept for the quarantine. */
const SEEN_BYTES = 1024 * 1024;
/** How long and how much of a refused body is read past, so that the sender hears the answer before the connection ends. */
const DRAIN_MS = 1_000;
const DRAIN_BYTES = 16 * 1024 * 1024;

const tooLarge = (what: string, limit: number, name: string) =>
  new AppError("too-large", `The inventory has more than ${thousands(limit)} bytes ${what}.`, { members: { place: "", mend: `Send fewer hosts in one document, or raise ${name}.` } });

/** The encodings that are taken, one layer. @throws AppError `unsupported-media` */
export function encodingOf(headers: Headers): BodyEncoding {
  const type = headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type !== "application/json") throw new AppError("unsupported-media", `The body must be application/json; it is ${type === "" ? "of no kind" : type.slice(0, 64)}.`, { members: { mend: "Send Content-Type: application/json." } });
  const encoding = headers.get("content-encoding")?.trim().toLowerCase() ?? "identity";
  if (encoding === "identity" || encoding === "gzip") return encoding;
  throw new AppError("unsupported-media", `The body is packed as ${encoding.slice(0, 64)}; plain and gzip, once, are read.`, { members: { mend: "Send Content-Encoding: gzip, or no such header." } });
}

/** The next chunk within the time that is left; `late` when it does not come. */
async function nextChunk(reader: ReadableStreamDefaultReader<Uint8Array>, ms: number): Promise<Uint8Array | "end" | "late"> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => { timer = setTimeout(() => { resolve("late"); }, Math.max(0, ms)); });
  try {
    const read = reader.read().then(({ done, value }) => (done ? "end" as const : value));
    read.catch(() => undefined);
    return await Promise.race([read, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Reads past what is left of a refused body, for a second and 16 MiB at most.
 * @returns false when more would come: then the connection has to end with the answer
 */
export async function finishBody({ body }: Pick<Request, "body">): Promise<boolean> {
  if (body === null || body.locked) return true;
  const reader = body.getReader();
  const until = performance.now() + DRAIN_MS;
  for (let bytes = 0; bytes < DRAIN_BYTES;) {
    const chunk = await nextChunk(reader, until - performance.now()).catch(() => "late" as const);
    if (chunk === "end") return true;
    if (chunk === "late") break;
    bytes += chunk.byteLength;
  }
  // Not awaited: a body that never comes would never be cancelled.
  reader.cancel().catch(() => undefined);
  return false;
}

const cutOff = (cause: unknown) => new AppError("cut-off", "The body was cut off.", { members: { mend: "Send it again." }, headers: { connection: "close" }, cause });

async function readWire(body: ReadableStream<Uint8Array>, limits: BodyLimits, lease: Lease, seen: BodySeen): Promise<Buffer> {
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let spentMs = 0;
  try {
    for (;;) {
      const asked = performance.now();
      const chunk = await nextChunk(reader, limits.bodySeconds * 1000 - spentMs).catch((error: unknown) => { throw cutOff(error); });
      spentMs += performance.now() - asked;
      if (chunk === "end") break;
      if (chunk === "late") throw new AppError("slow-body", `The body did not come within ${limits.bodySeconds} s.`, { members: { mend: "Send it again, packed with gzip if it is not." }, headers: { connection: "close" } });
      size += chunk.byteLength;
      seen.length = size;
      if (size > limits.wireBytes) {
        seen.bytes = Buffer.concat(chunks);
        throw tooLarge("on the wire", limits.wireBytes, "QUIESCE_INGEST_WIRE_BYTES");
      }
      await lease.grow(chunk.byteLength);
      chunks.push(chunk);
    }
  } finally {
    reader.releaseLock();
  }
  return chunks.length === 1 && chunks[0] !== undefined ? Buffer.from(chunks[0].buffer, chunks[0].byteOffset, chunks[0].byteLength) : Buffer.concat(chunks);
}

/** Unpacked at a time: an inventory takes a few steps, not dozens. */
const CHUNK_BYTES = 128 * 1024;

/** Where the bytes of an unpacked body are reserved. */
type Room = Pick<Lease, "grow">;

/** Unpacks while counting. What follows the packed data is refused, also zeros, which zlib reads past. */
async function inflate(wire: Buffer, limits: BodyLimits, room: Room, seen: BodySeen): Promise<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  const chunks: Buffer[] = [];
  let size = 0;
  const broken = (cause?: unknown) => new AppError("invalid-request", "The body is not one whole gzip.", { members: { place: "", mend: "Pack it again, or send it plain without Content-Encoding." }, cause });
  gunzip.end(wire);
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      size += chunk.length;
      seen.length = size;
      if (size > limits.bytes) throw tooLarge("unpacked", limits.bytes, "QUIESCE_INGEST_BYTES");
      await room.grow(chunk.length);
      chunks.push(chunk);
    }
  } catch (error) {
    if (chunks.length > 0) seen.bytes = Buffer.concat(chunks.slice(0, Math.ceil(SEEN_BYTES / (chunks[0]?.length ?? 1))));
    seen.length = Math.max(size, seen.bytes.length);
    throw error instanceof AppError ? error : broken(error);
  } finally {
    gunzip.destroy();
  }
  if (gunzip.bytesWritten !== wire.length || wire.length === 0) throw broken();
  seen.bytes = Buffer.concat(chunks);
  return seen.bytes;
}

/**
 * Reads a body as it comes, counting what comes, never believing a header. Time in the queue of the gate does not count
 * as slowness of the sender.
 * @throws AppError `too-large`, `slow-body`, `cut-off`, `busy`
 */
export async function readBody(request: Pick<Request, "body">, limits: BodyLimits, lease: Lease, seen: BodySeen): Promise<Buffer> {
  const wire = request.body === null ? Buffer.alloc(0) : await readWire(request.body, limits, lease, seen);
  seen.bytes = wire;
  seen.length = wire.length;
  return wire;
}

/**
 * Unpacks a body that was read, counting what it unpacks to; a plain one is as it came.
 * @throws AppError `too-large`, `busy`, `invalid-request` (broken gzip)
 */
export async function unpackBody(wire: Buffer, encoding: BodyEncoding, limits: BodyLimits, room: Room, seen: BodySeen): Promise<Buffer> {
  if (encoding === "gzip") return inflate(wire, limits, room, seen);
  if (wire.length > limits.bytes) throw tooLarge("unpacked", limits.bytes, "QUIESCE_INGEST_BYTES");
  await room.grow(wire.length);
  return wire;
}
