import type pg from "pg";
import { readPepper } from "@/lib/collectors/pepper";
import { authenticate, type Sender } from "@/lib/collectors/tokens";
import type { Env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { Inventory } from "@/lib/inventory/document";
import { CLOCK_TOLERANCE_SECONDS, statedTime } from "../order/order";
import { maskText } from "../unchanged/masked-text";
import { rawContentOf } from "../unchanged/raw-content";
import { readUnchanged } from "../unchanged/keep-unchanged";
import { Gate, type Lease } from "./gate";
import { takeInHand } from "./in-hand";
import { type Arrival, type Enqueue, keepSent, keepSentAgain, type Reply } from "./keep-sent";
import { noteRefusal } from "./note-refusal";
import { BodySeen, encodingOf, finishBody, readBody, unpackBody } from "./read-body";
import { checkInventory, readValue } from "./read-inventory";
import { checkEpoch, checkVersion, keepListed, onlyHost } from "./sender-rules";

export interface DoorContext {
  pool: pg.Pool;
  env: Env;
  enqueue: Enqueue;
}

/** Bytes that a document being stored counts at least: what is parsed of it takes more than its text. */
const LEAST_IN_HAND = 8 * 1024 * 1024;

interface Gates {
  key: string;
  /** Bodies that are read. */
  reading: Gate;
  /** Documents that are parsed and stored: at most half of the database connections, the others are for pages and judging. */
  storing: Gate;
  underWay: Map<string, number>;
}
const kept = globalThis as typeof globalThis & { quiesceDoor?: Gates };

function gatesOf({ ingest, databasePool }: Env): Gates {
  const key = `${ingest.flightBytes} ${databasePool}`;
  if (kept.quiesceDoor?.key !== key) {
    const storing = Math.max(1, Math.floor(databasePool / 2)) * LEAST_IN_HAND;
    kept.quiesceDoor = { key, reading: new Gate(ingest.flightBytes), storing: new Gate(storing), underWay: new Map() };
  }
  return kept.quiesceDoor;
}

/** Holds one of the places of a collector. @throws AppError `too-many` */
function takePlace(underWay: Map<string, number>, sender: Sender, most: number): () => void {
  const count = underWay.get(sender.id) ?? 0;
  if (count >= most) throw new AppError("too-many", `${count} requests of this collector are under way; ${most} are let in at one time.`, { members: { mend: "Send one inventory after the other." } });
  underWay.set(sender.id, count + 1);
  return () => {
    const left = (underWay.get(sender.id) ?? 1) - 1;
    if (left > 0) underWay.set(sender.id, left);
    else underWay.delete(sender.id);
  };
}

const MOST_OFFSET_SECONDS = 10 * 366 * 86_400;
/** By how much the sender's clock is ahead: as it says at sending, else at least by as much as its document is from the future. */
function clockOffsetOf(headers: Headers, { header }: Inventory, now: number): number | null {
  const text = headers.get("x-quiesce-sent-at");
  const sent = text === null || !/^\d{4}-\d{2}-\d{2}T[\d:.]{5,20}Z$/.test(text) ? Number.NaN : Date.parse(text);
  if (!Number.isNaN(sent)) return Math.max(-MOST_OFFSET_SECONDS, Math.min(MOST_OFFSET_SECONDS, Math.round((sent - now) / 1000)));
  const ahead = Math.round((Date.parse(statedTime(header, new Date(now).toISOString())) - now) / 1000);
  return ahead > CLOCK_TOLERANCE_SECONDS ? ahead : null;
}

/** A value that the schema lets through and Postgres does not take is the document's fault, once; the log tells us ours. */
function asRefusal(error: unknown): unknown {
  if (!(error instanceof Error && "code" in error && typeof error.code === "string" && /^22...$/.test(error.code))) return error;
  console.error("An inventory has a value that the database does not take:", error);
  return new AppError("unprocessable", "The inventory has a value that the database does not take.", { members: { place: "", mend: "Report it with the body, which is in quarantine (Imports)." }, cause: error });
}

/** Counts the bytes of a document against what is reserved for it at its turn; only what goes beyond it is reserved anew. */
function roomOf(inHand: Lease): Pick<Lease, "grow"> {
  let free = LEAST_IN_HAND;
  return {
    async grow(bytes) {
      const more = bytes - free;
      free = Math.max(0, -more);
      if (more > 0) await inHand.grow(more);
    },
  };
}

async function readAndKeep(request: Request, sender: Sender, lease: Lease, seen: BodySeen, now: number, { pool, env, enqueue }: DoorContext): Promise<Reply> {
  const encoding = encodingOf(request.headers);
  const wire = await readBody(request, env.ingest, lease, seen);
  const inHand = gatesOf(env).storing.enter(lease.patienceMs);
  let putDown = () => {};
  try {
    // Unpacked at its turn: what waits, and what is sent away after waiting, costs neither the time nor the memory.
    await inHand.grow(LEAST_IN_HAND);
    putDown = takeInHand();
    const bytes = await unpackBody(wire, encoding, env.ingest, roomOf(inHand), seen);
    const masked = sender.kind === "host" ? maskText(bytes) : null;
    const version = { wanted: env.collectorVersion.wanted ?? null, minimum: env.collectorVersion.minimum ?? null };
    const arrivalOf = (inventory: Inventory): Arrival => ({ sender, now, version, clockOffsetSeconds: clockOffsetOf(request.headers, inventory, now) });
    const check = (inventory: Inventory): void => {
      if (sender.kind === "host") onlyHost(inventory);
      checkVersion(inventory, env.collectorVersion.minimum);
      checkEpoch(inventory, sender);
    };
    const again = masked === null || !sender.isBound ? null : readUnchanged(sender.id, masked, { depth: env.ingest.depth, now });
    if (again !== null) {
      check(again.inventory);
      const reply = await keepSentAgain(pool, again, arrivalOf(again.inventory));
      if (reply !== null) return reply;
    }
    const value = readValue(bytes, { depth: env.ingest.depth });
    const raw = masked === null || typeof value !== "object" || value === null ? null : rawContentOf(masked.digest, value);
    const sent = checkInventory(value, { now });
    check(sent.inventory);
    const own = sender.kind === "host" ? sent : await keepListed(pool, sender, sent, now);
    return await keepSent(pool, own, { ...arrivalOf(own.inventory), raw }, enqueue);
  } finally {
    inHand.close();
    putDown();
  }
}

/**
 * Takes one inventory from a collector: who sends, then room, then bytes, then content, then the rules for the sender,
 * then the database. What it returns is committed.
 * @throws AppError as docs/api.md lists them; whatever the database throws
 */
export async function receiveInventory(request: Request, context: DoorContext): Promise<Reply> {
  try {
    return await receive(request, context);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const ended = error.code !== "slow-body" && error.code !== "cut-off" && await finishBody(request);
    if (ended && error.code !== "too-large") throw error;
    throw new AppError(error.code, error.message, { members: error.members, headers: { ...error.headers, connection: "close" }, cause: error.cause });
  }
}

async function receive(request: Request, context: DoorContext): Promise<Reply> {
  const { pool, env } = context;
  const now = Date.now();
  const sender = await authenticate(pool, request.headers.get("authorization"), readPepper(env), now);
  if (sender.state === "pending") {
    await pool.query(`UPDATE "Collector" SET "lastSeenAt" = greatest("lastSeenAt", $2) WHERE "id" = $1`, [sender.id, new Date(now)]);
    throw new AppError("collector-pending", "The collector waits until an administrator approves it.", { members: { mend: "Approve it (Collectors, Approve); it then sends by itself." } });
  }
  const gates = gatesOf(env);
  const leave = takePlace(gates.underWay, sender, env.ingest.parallel);
  const lease = gates.reading.enter(env.ingest.queueSeconds * 1000);
  const seen = new BodySeen();
  try {
    return await readAndKeep(request, sender, lease, seen, now, context);
  } catch (thrown) {
    const error = asRefusal(thrown);
    if (error instanceof AppError) await noteRefusal(pool, sender, error, seen, env.quarantine, now);
    throw error;
  } finally {
    lease.close();
    leave();
  }
}
