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

/**
 * Keeps a document, not yet folded. Its content is kept once.
 * @returns false when a document of this collector has its document id, or its epoch and sequence, and nothing was kept
 */
export async function storeDocument(client: pg.PoolClient, { document, packed, bodyBytes, sha256 }: PackedDocument, as: StoredAs): Promise<boolean> {
  const { header, origin } = document.inventory;
  await client.query(`INSERT INTO "Content" ("digest", "body", "bodyBytes", "receivedAt") VALUES ($1, $2, $3, $4) ON CONFLICT ("digest") DO NOTHING`, [sha256, packed, bodyBytes, as.receivedAt]);
  const { rowCount } = await client.query(
    `INSERT INTO "Document" ("id", "importId", "collectorId", "documentId", "senderId", "epoch", "sequence", "origin", "kind", "fileName", "fileSha", "sha256", "digest", "collectedAt", "receivedAt", "effectiveAt", "synthetic", "contentDigest", "reply")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) ON CONFLICT DO NOTHING`,
    [as.id, as.importId, as.collectorId, header.documentId, header.senderId, header.epoch, header.sequence, origin.kind, as.kind, as.fileName.replaceAll("\0", "\ufffd"), as.fileSha,
      sha256, document.digest, as.collectedAt, as.receivedAt, as.effectiveAt, header.synthetic, sha256, as.reply === undefined || as.reply === null ? null : jsonText(as.reply)],
  );
  return rowCount === 1;
}
