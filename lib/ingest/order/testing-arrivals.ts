import { createHash, randomUUID } from "node:crypto";
import { pool } from "@/lib/db/client";
import { canonicalContent } from "@/lib/inventory/canonical";
import type { Inventory } from "@/lib/inventory/document";
import { DEFAULT_POLICY } from "@/lib/judge/policy";
import { settingsFor } from "@/lib/judge/settings";
import { foldStored } from "../fold/accept-document";
import { documentTimes } from "./order";
import { packDocument } from "../keep/read-ahead";
import { writing } from "../fold/state";
import { storeDocument } from "../keep/store-document";
import { NOW } from "../testing";

/** Database tests of documents that come by the network: kept under a sender, folded apart. */
export interface Arrival {
  inventory: Inventory;
  /** Name of the sender; documents of one are ordered by epoch and sequence. */
  sender: string;
  /** Seconds by which its clock is ahead. */
  clockOffsetSeconds?: number;
  receivedAt?: string;
}

/** Gives a document its place in its sender's order. */
export function sequenced(inventory: Inventory, sequence: number, epoch = 1): Inventory {
  return { ...inventory, header: { ...inventory.header, epoch, sequence, documentId: `${inventory.header.documentId}-${epoch}-${sequence}` } };
}
/** The same document by a clock that is so many seconds ahead. */
export function byClock(inventory: Inventory, seconds: number): Inventory {
  const text = JSON.stringify(inventory, (key, value: unknown) => (["startedAt", "finishedAt", "observedAt", "collectedAt"].includes(key) && typeof value === "string" ? new Date(Date.parse(value) + seconds * 1000).toISOString() : value));
  return JSON.parse(text) as Inventory;
}

export async function aSender(name: string, over: { installId?: string; hardwareUuid?: string } = {}): Promise<string> {
  const { rows } = await pool().query<{ id: string }>(`SELECT "id" FROM "Collector" WHERE "publicId" = $1`, [name]);
  const known = rows[0]?.id;
  if (known !== undefined) return known;
  const id = randomUUID();
  await pool().query(
    `INSERT INTO "Collector" ("id", "publicId", "kind", "name", "state", "epoch", "createdAt", "installId", "hardwareUuid") VALUES ($1, $2, 'host', $2, 'active', 1, $3, $4, $5)`,
    [id, name, new Date(NOW), over.installId ?? null, over.hardwareUuid ?? null],
  );
  return id;
}

/** Keeps a document as the door does, and folds it as the queue does; one that came before has no effect. */
export async function arrive({ inventory, sender, clockOffsetSeconds, receivedAt = new Date(NOW).toISOString() }: Arrival, now = NOW): Promise<void> {
  const collectorId = await aSender(sender);
  const digest = createHash("sha256").update(canonicalContent(inventory).text).digest("hex");
  const packed = await packDocument({ inventory, faults: [], dropped: 0, digest });
  const id = randomUUID();
  const times = documentTimes(inventory, receivedAt, clockOffsetSeconds ?? null);
  const isNew = await writing(pool(), (client) => storeDocument(client, packed, { id, importId: null, collectorId, fileName: "", fileSha: packed.sha256, kind: "quiesce", receivedAt, ...times }));
  if (isNew) await foldStored(pool(), id, { settings: settingsFor(DEFAULT_POLICY), now });
}

/** What the pages show, without ids; small, because it is read for every order of arrival. */
export async function endState(): Promise<unknown> {
  const rows = async (text: string) => (await pool().query<object>(text)).rows;
  return {
    vms: await rows(`SELECT "name", "hostName", "class", "verdict", "gone", "contested", "missingSince", "listedAt", "sections", md5("facts"::text) AS "facts" FROM "Vm" ORDER BY "name"`),
    owners: await rows(`SELECT v."name", o."hostName", o."since" FROM "VmOwner" o JOIN "Vm" v ON v."id" = o."vmId" ORDER BY 1, 3`),
    claims: await rows(`SELECT v."name", c."listedAt" FROM "VmClaim" c JOIN "Vm" v ON v."id" = c."vmId" ORDER BY 1, 2`),
    hosts: await rows(`SELECT "name", "readAt", "nextChangeAt", "dueAt", "sections", "names", "clockOffsetSeconds" FROM "Host" ORDER BY "name"`),
    tallies: await rows(`SELECT h."name", "kind", "key", "status", "count" FROM "Tally" t JOIN "Host" h ON h."id" = t."hostId" ORDER BY 1, 2, 3, 4`),
  };
}
/** Faster than TRUNCATE on few rows. */
export async function empty(): Promise<void> {
  await pool().query(`DELETE FROM "Document"`);
  await pool().query(`DELETE FROM "Host"`);
  await pool().query(`DELETE FROM "Cluster"`);
}
