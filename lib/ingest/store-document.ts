import type pg from "pg";
import type { PackedDocument } from "./read-ahead";
import { jsonText } from "./rows";

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
  /** What the sender is told of it; null for an import, whose account says it. */
  reply?: object | null;
}

/** The content of a document is kept already; locked until the end of the transaction, so that it is not pruned meanwhile. */
export async function isContentKept(client: Pick<pg.PoolClient, "query">, contentDigest: string): Promise<boolean> {
  const { rows } = await client.query({ name: "content-kept", text: `SELECT 1 FROM "Content" WHERE "digest" = $1 FOR KEY SHARE`, values: [contentDigest] });
  return rows.length === 1;
}

/**
 * Keeps a document, not yet folded. Its content is kept once.
 * @returns false when a document of this collector has its document id, or its epoch and sequence, and nothing was kept
 * @throws Error when the content was left out as known, but is not kept
 */
export async function storeDocument(client: pg.PoolClient, { document, packed, bodyBytes, contentDigest, volatile, sha256 }: PackedDocument, as: StoredAs): Promise<boolean> {
  const { header, origin } = document.inventory;
  if (!(await isContentKept(client, contentDigest))) {
    if (packed === null) throw new Error(`The content ${contentDigest} is not kept.`);
    await client.query(`INSERT INTO "Content" ("digest", "body", "bodyBytes", "receivedAt") VALUES ($1, $2, $3, $4) ON CONFLICT ("digest") DO NOTHING`, [contentDigest, packed, bodyBytes, as.receivedAt]);
  }
  const { rowCount } = await client.query({
    name: "store-document",
    text: `INSERT INTO "Document" ("id", "importId", "collectorId", "documentId", "senderId", "epoch", "sequence", "origin", "kind", "fileName", "fileSha", "sha256", "digest", "collectedAt", "receivedAt", "effectiveAt", "synthetic", "contentDigest", "header", "volatile", "reply")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21) ON CONFLICT DO NOTHING`,
    values: [as.id, as.importId, as.collectorId, header.documentId, header.senderId, header.epoch, header.sequence, origin.kind, as.kind, as.fileName.replaceAll("\0", "\ufffd"), as.collectorId === null ? as.fileSha : "",
      sha256, document.digest, as.collectedAt, as.receivedAt, as.effectiveAt, header.synthetic, contentDigest, jsonText(header), volatile, as.reply === undefined || as.reply === null ? null : jsonText(as.reply)],
  });
  return rowCount === 1;
}
