import { gzipSync } from "node:zlib";
import type pg from "pg";
import { packUnlike } from "@/lib/db/kept-parts";
import { type Beside, unlike } from "@/lib/inventory/beside";
import { SHA_LENGTH } from "@/lib/inventory/current";
import type { PackedDocument } from "./read-ahead";
import { jsonText } from "../judged/rows";

export interface StoredAs {
  id: string;
  importId: string | null;
  collectorId: string | null;
  fileName: string;
  fileSha: string;
  kind: string;
  /** ISO. */
  collectedAt: string;
  receivedAt: string;
  effectiveAt: string;
  /** For one that is folded in the same transaction. */
  foldedAt?: string;
  /** What the sender is told of it; null for an import, whose account says it. */
  reply?: object | null;
}

interface KeptContent {
  /** Null for one of a release that did not compare documents. */
  likeness: Buffer | null;
}

/** A content that is kept already; locked until the end of the transaction, so that it is not pruned meanwhile. */
async function findContent(client: Pick<pg.PoolClient, "query">, contentDigest: string): Promise<KeptContent | null> {
  const { rows } = await client.query<KeptContent>({ name: "content-kept", text: `SELECT "likeness" FROM "Content" WHERE "digest" = $1 FOR KEY SHARE`, values: [contentDigest] });
  return rows[0] ?? null;
}

/** Keeps the content of a document, unless it is kept. */
async function keepContent(client: pg.PoolClient, { document, packed, bodyBytes, contentDigest, volatile }: PackedDocument, receivedAt: string): Promise<KeptContent> {
  const known = await findContent(client, contentDigest);
  if (known !== null) return known;
  if (packed === null) throw new Error(`The content ${contentDigest} is not kept.`);
  const likeness = gzipSync(JSON.stringify({ volatile, header: document.inventory.header }));
  const { rowCount } = await client.query(
    `INSERT INTO "Content" ("digest", "body", "bodyBytes", "likeness", "receivedAt") VALUES ($1, $2, $3, $4, $5) ON CONFLICT ("digest") DO NOTHING`, [contentDigest, packed, bodyBytes, likeness, receivedAt],
  );
  // Another document of the same content was first.
  return rowCount === 1 ? { likeness } : await findContent(client, contentDigest) ?? { likeness };
}

export interface StoreStatement {
  text: string;
  values: unknown[];
}

/** The statement that keeps the row of a document; it has no effect when its collector has one of its id, or of its epoch and sequence. */
export function storeStatement({ document, contentDigest, volatile, sha256 }: PackedDocument, likeness: Buffer | null, as: StoredAs): StoreStatement {
  const { header, origin } = document.inventory;
  const apart = likeness === null ? { header: jsonText(header), volatile: gzipSync(JSON.stringify(volatile)), beside: null } : { header: null, volatile: null, beside: packUnlike((like) => unlike({ header, volatile }, like as Beside), likeness) };
  return {
    text: `INSERT INTO "Document" ("id", "importId", "collectorId", "documentId", "senderId", "epoch", "sequence", "origin", "kind", "fileName", "fileSha", "sha256", "digest", "collectedAt", "receivedAt", "effectiveAt", "synthetic", "contentDigest", "header", "volatile", "beside", "reply", "foldedAt")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23) ON CONFLICT DO NOTHING`,
    values: [as.id, as.importId, as.collectorId, header.documentId, as.collectorId === null ? header.senderId : null, header.epoch, header.sequence, origin.kind, as.kind, as.fileName.replaceAll("\0", "\ufffd"), as.collectorId === null ? as.fileSha : "",
      sha256.slice(0, SHA_LENGTH), document.digest, as.collectedAt, as.receivedAt, as.effectiveAt, header.synthetic, contentDigest, apart.header, apart.volatile, apart.beside, as.reply === undefined || as.reply === null ? null : jsonText(as.reply), as.foldedAt ?? null],
  };
}

/**
 * Keeps a document. Its content is kept once.
 * @returns false when a document of this collector has its document id, or its epoch and sequence, and nothing was kept
 */
export async function storeDocument(client: pg.PoolClient, packed: PackedDocument, as: StoredAs): Promise<boolean> {
  const { likeness } = await keepContent(client, packed, as.receivedAt);
  const { rowCount } = await client.query({ name: "store-document", ...storeStatement(packed, likeness, as) });
  return rowCount === 1;
}
