import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { Sender } from "@/lib/collectors/tokens";
import { flagTwins } from "@/lib/collectors/twins";
import { AppError } from "@/lib/errors";
import { type Inventory, SCHEMA_ID } from "@/lib/inventory/document";
import { documentTimes } from "../order/order";
import { packDocument } from "../keep/read-ahead";
import { jsonText } from "../judged/rows";
import { storeDocument } from "../keep/store-document";
import type { RawContent } from "../unchanged/raw-content";
import { rememberContent } from "../unchanged/known-content";
import { keepUnchanged, type UnchangedSent } from "../unchanged/keep-unchanged";
import { type KeptReply, keptReply, toldReply } from "./kept-reply";
import { documentOf, MOST_PLACES, type RefusedRecord, type SentInventory } from "./read-inventory";
import { type Bound, checkBound, claimFirst, waits } from "./binding";
import { onlyHost } from "./sender-rules";
import { unreadOf } from "./unread";

/** What a sender is told of a document that is kept. */
export interface Reply {
  result: "accepted" | "duplicate";
  documentId: string;
  digest: string;
  hosts: number;
  vms: number;
  /** JSON pointers. */
  ignored: string[];
  refused: RefusedRecord[];
  /** Refused records beyond those that are named. */
  moreRefused: number;
  sender: { id: string; state: "active"; epoch: number; version: { wanted: string | null; minimum: string | null } };
}
export interface Arrival {
  sender: Sender;
  /** Seconds by which the sender's clock is ahead of ours; null when it did not tell its time. */
  clockOffsetSeconds: number | null;
  /** When the request came, ms. */
  now: number;
  version: Reply["sender"]["version"];
  /** What was sent before it was checked, of a sender whose next document may say the same. */
  raw?: RawContent | null;
}
/** Puts a kept document on the queue, in the transaction that keeps it. */
export type Enqueue = (client: Pick<pg.PoolClient, "query">, documentId: string) => Promise<void>;

interface Marked extends Bound {
  epoch: string;
  state: string;
}

/**
 * Notes on the collector what came, and binds a host's token to its first host: one statement, so that of two first
 * documents one binds and the other sees it. A document of an epoch before a reset binds nothing. The machine that is
 * compared is the one before this document.
 * @throws AppError `sender-not-known`, `collector-pending`, `other-host`
 */
export async function markSender(client: pg.PoolClient, inventory: Inventory, arrival: Arrival): Promise<number> {
  const { sender } = arrival;
  const keys = sender.kind === "host" ? onlyHost(inventory) : null;
  const hostName = inventory.hosts[0]?.name ?? null;
  const { header } = inventory;
  const told = {
    version: header.collector?.version ?? null, psVersion: header.collector?.psVersion ?? null, psEdition: header.collector?.psEdition ?? null, language: header.collector?.language ?? null,
    elevated: header.collector?.elevated ?? null, runAs: header.collector?.runAs ?? null, intervalSeconds: header.intervalSeconds, unread: unreadOf(inventory),
  };
  const { rows } = await client.query<Marked>({
    name: "mark-sender",
    text: `UPDATE "Collector" c SET "lastSeenAt" = greatest(c."lastSeenAt", $2), "lastAcceptedAt" = greatest(c."lastAcceptedAt", $2), "refused" = 0,
        "clockOffsetSeconds" = $3, "dropped" = least(c."dropped"::int8 + $4, 2147483647)::int4, "contract" = $5,
        "hostId" = CASE WHEN c."kind" = 'host' THEN coalesce(c."hostId", (SELECT dh."hostId" FROM "Document" d JOIN "DocumentHost" dh ON dh."documentId" = d."id" WHERE d."collectorId" = $1 AND d."epoch" = c."epoch" ORDER BY d."sequence" DESC LIMIT 1)) END,
        "installId" = CASE WHEN was."binds" THEN $6 ELSE c."installId" END, "hardwareUuid" = CASE WHEN was."binds" THEN $7 ELSE c."hardwareUuid" END,
        "fqdn" = CASE WHEN was."binds" THEN $8 ELSE c."fqdn" END, "hostName" = CASE WHEN was."binds" THEN $9 ELSE c."hostName" END,
        "version" = CASE WHEN newest THEN $10::jsonb->>'version' ELSE c."version" END, "psVersion" = CASE WHEN newest THEN $10::jsonb->>'psVersion' ELSE c."psVersion" END,
        "psEdition" = CASE WHEN newest THEN $10::jsonb->>'psEdition' ELSE c."psEdition" END, "language" = CASE WHEN newest THEN $10::jsonb->>'language' ELSE c."language" END,
        "elevated" = CASE WHEN newest THEN ($10::jsonb->>'elevated')::bool ELSE c."elevated" END, "runAs" = CASE WHEN newest THEN $10::jsonb->>'runAs' ELSE c."runAs" END,
        "intervalSeconds" = CASE WHEN newest THEN coalesce(($10::jsonb->>'intervalSeconds')::int4, c."intervalSeconds") ELSE c."intervalSeconds" END,
        "unread" = CASE WHEN newest THEN $10::jsonb->'unread' ELSE c."unread" END
      FROM (SELECT NOT EXISTS (SELECT 1 FROM "Document" d WHERE d."collectorId" = $1 AND (d."epoch", d."sequence") > ($11::int8, $12::int8)) AS newest) n,
        (SELECT "installId", "hardwareUuid", "fqdn", "hostName", num_nonnulls("installId", "hardwareUuid", "fqdn", "hostName") = 0 AND ($11::int8 IS NULL OR $11::int8 >= "epoch") AS "binds" FROM "Collector" WHERE "id" = $1 FOR NO KEY UPDATE) was
      WHERE c."id" = $1 RETURNING was."installId", was."hardwareUuid", was."fqdn", was."hostName", c."epoch", c."state"`,
    values: [
      sender.id, new Date(arrival.now), arrival.clockOffsetSeconds, header.dropped?.documents ?? 0, SCHEMA_ID,
      keys?.installId ?? null, keys?.hardwareUuid ?? null, keys?.fqdn ?? null, keys === null ? null : hostName, jsonText(told), header.epoch, header.sequence,
    ],
  });
  const [row] = rows;
  // Revoked since it was let in: its next request is refused, and so is this one.
  if (row === undefined || row.state === "revoked") throw new AppError("sender-not-known", "The credential is missing, not known or revoked.");
  // Another first document of this token, sent at the same moment, found that a living collector has the machine.
  if (row.state === "pending") throw waits();
  const epoch = Number(row.epoch);
  if (keys !== null) await checkBound(client, sender, row, keys, { name: hostName ?? "this", isLate: header.epoch !== null && header.epoch < epoch });
  return epoch;
}

interface Taken {
  documentId: string;
  sequence: string | null;
  digest: string;
  reply: KeptReply | null;
}

/** Why nothing was kept: the same document again, other content under its id, or another document at its place. */
async function settleTaken(pool: pg.Pool, { inventory, digest }: Pick<SentInventory, "inventory" | "digest">, { sender, now, version }: Arrival): Promise<Reply> {
  const { documentId, epoch, sequence } = inventory.header;
  const { rows } = await pool.query<Taken>(
    `SELECT "documentId", "sequence", "digest", "reply" FROM "Document" WHERE "collectorId" = $1 AND ("documentId" = $2 OR ("epoch" = $3 AND "sequence" = $4)) ORDER BY "documentId" <> $2 LIMIT 1`,
    [sender.id, documentId, epoch, sequence],
  );
  const [taken] = rows;
  if (taken === undefined) throw new AppError("busy", "The document is being removed just now.", { members: { mend: "Send it again." } });
  if (taken.documentId === documentId) {
    const told = taken.reply === null ? null : toldReply(taken.reply, taken, { id: sender.publicId, state: "active", epoch: sender.epoch, version });
    if (told?.digest === digest) {
      await pool.query(`UPDATE "Collector" SET "lastSeenAt" = greatest("lastSeenAt", $2) WHERE "id" = $1`, [sender.id, new Date(now)]);
      return told;
    }
    throw new AppError("other-content", `A document of this sender has the id ${documentId.slice(0, 128)} already, with other content.`, { members: { place: "/header/documentId", mend: "Give each document an id of its own." } });
  }
  await pool.query(`UPDATE "Collector" SET "conflict" = 'two-senders' WHERE "id" = $1`, [sender.id]);
  throw new AppError("two-senders", `Sequence ${sequence} of epoch ${epoch} is the document ${taken.documentId.slice(0, 128)}: two machines send by this credential, or the sender was set back.`, { members: { place: "/header/sequence", mend: "Enrol each machine by itself; then reset this collector (Collectors, Reset)." } });
}

/**
 * Keeps a sent document: its content, its row, its place on the queue, the notes on its sender and, for a first one, its
 * machine, in one transaction that is idempotent by constraint. When it returns, all of it is committed.
 * @throws AppError `other-content`, `two-senders`, `other-host`, `collector-pending`, `sender-not-known`, `unprocessable`; whatever the database throws
 */
export async function keepSent(pool: pg.Pool, sent: SentInventory, arrival: Arrival, enqueue: Enqueue): Promise<Reply> {
  const document = documentOf(sent);
  const { inventory } = document;
  const packed = await packDocument(document);
  const { sender } = arrival;
  const reply: Reply = {
    result: "accepted", documentId: inventory.header.documentId, digest: sent.digest,
    hosts: inventory.hosts.length, vms: inventory.hosts.reduce((sum, host) => sum + host.vms.length, 0),
    ignored: sent.ignored, refused: sent.refused.slice(0, MOST_PLACES), moreRefused: Math.max(0, sent.refused.length - MOST_PLACES),
    sender: { id: sender.publicId, state: "active", epoch: sender.epoch, version: arrival.version },
  };
  const id = randomUUID();
  const receivedAt = new Date(arrival.now).toISOString();
  const { collectedAt, effectiveAt } = documentTimes(inventory, receivedAt, arrival.clockOffsetSeconds);
  const client = await pool.connect();
  let broken: Error | undefined;
  let epoch: number | null = null;
  let mustWait = false;
  try {
    await client.query("BEGIN");
    const claim = await claimFirst(client, sender, inventory);
    mustWait = claim.waits;
    const stored = !claim.waits && await storeDocument(client, packed, {
      id, importId: null, collectorId: sender.id, fileName: inventory.origin.name ?? inventory.hosts[0]?.name ?? "", fileSha: "", kind: "quiesce", receivedAt, collectedAt, effectiveAt, reply: keptReply(reply, document.digest),
    });
    if (stored) {
      epoch = await markSender(client, inventory, arrival);
      if (claim.twins.length > 0) await flagTwins(client, [sender.id, ...claim.twins]);
      await enqueue(client, id);
    }
    await client.query(stored || claim.waits ? "COMMIT" : "ROLLBACK");
  } catch (error) {
    await client.query("ROLLBACK").catch((failure: unknown) => {
      broken = failure instanceof Error ? failure : new Error(String(failure));
    });
    throw error;
  } finally {
    client.release(broken);
  }
  if (mustWait) throw waits();
  if (epoch !== null && arrival.raw) rememberContent(sender.id, arrival.raw, packed, Date.parse(effectiveAt));
  if (epoch !== null) return { ...reply, sender: { ...reply.sender, epoch } };
  const before = await settleTaken(pool, sent, arrival);
  return { ...before, result: "duplicate", sender: reply.sender };
}

/**
 * Keeps a document that says what its sender said before, without a place on the queue.
 * @returns null when nothing was kept: then the whole of it is to be checked and kept
 * @throws AppError `other-host`, `collector-pending`, `sender-not-known`; whatever the database throws
 */
export async function keepSentAgain(pool: pg.Pool, sent: UnchangedSent, arrival: Arrival): Promise<Reply | null> {
  const { inventory, known } = sent;
  const { sender } = arrival;
  const reply: Reply = {
    result: "accepted", documentId: inventory.header.documentId, digest: known.canonicalDigest, hosts: 1, vms: known.guids.length, ignored: [], refused: [], moreRefused: 0,
    sender: { id: sender.publicId, state: "active", epoch: sender.epoch, version: arrival.version },
  };
  const epoch = await keepUnchanged(pool, sent, { collectorId: sender.id, clockOffsetSeconds: arrival.clockOffsetSeconds, now: arrival.now, reply: keptReply(reply, reply.digest) }, (client) => markSender(client, inventory, arrival));
  return epoch === null ? null : { ...reply, sender: { ...reply.sender, epoch } };
}
