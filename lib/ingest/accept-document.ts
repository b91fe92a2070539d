import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { ParsedDocument } from "@/lib/importers/contract";
import { readingsOf } from "./fold";
import { foldDocument, type FoldedHost } from "./fold-document";
import type { JudgeContext } from "./judge-hosts";
import type { PackedDocument } from "./read-ahead";
import { writing } from "./state";

export interface DocumentSource {
  importId: string;
  fileName: string;
  fileSha: string;
  kind: string;
}
export interface DocumentOutcome {
  /** The document that said the same before, when nothing was stored now. */
  known: { fileName: string; receivedAt: string } | null;
  hosts: FoldedHost[];
  vms: number;
  withoutId: string[];
  collectedAt: string;
}

/** The same content of the same instant, or of the same file, that was kept before with all its hosts. */
async function findKnown(client: pg.PoolClient, document: ParsedDocument, hosts: number, collectedAt: string, fileSha: string): Promise<DocumentOutcome["known"]> {
  const { rows } = await client.query<{ fileName: string; receivedAt: Date }>(
    `SELECT d."fileName", d."receivedAt" FROM "Document" d
     WHERE d."digest" = $1 AND (d."collectedAt" = $2 OR d."fileSha" = $3) AND (SELECT count(*) FROM "DocumentHost" dh WHERE dh."documentId" = d."id") = $4
     ORDER BY d."receivedAt" DESC LIMIT 1`,
    [document.digest, collectedAt, fileSha, hosts],
  );
  const [row] = rows;
  return row === undefined ? null : { fileName: row.fileName, receivedAt: row.receivedAt.toISOString() };
}

/**
 * Keeps one document whole and folds it into the current state, in one transaction: it is there with all its effects,
 * or not at all.
 */
export async function acceptDocument(pool: pg.Pool, { document, packed, bodyBytes, sha256 }: PackedDocument, source: DocumentSource, context: JudgeContext): Promise<DocumentOutcome> {
  const { inventory, digest } = document;
  const { header } = inventory;
  const receivedAt = new Date(context.now).toISOString();
  const collectedAt = new Date(header.finishedAt ?? header.startedAt ?? receivedAt).toISOString();
  const id = randomUUID();
  const readings = readingsOf(inventory, { id, sha256, receivedAt });
  const outcome = { vms: readings.reduce((sum, reading) => sum + reading.vms.length, 0), withoutId: readings.flatMap((reading) => reading.withoutId), collectedAt };
  // A host all of whose records lack a GUID, such as a monitoring agent's, would stay a name without VMs.
  const folded = readings.filter((reading) => reading.vms.length > 0 || reading.withoutId.length === 0);
  return writing(pool, async (client) => {
    const known = await findKnown(client, document, folded.length, collectedAt, source.fileSha);
    if (known !== null) return { ...outcome, known, hosts: [] };
    await client.query(
      `INSERT INTO "Document" ("id", "importId", "documentId", "senderId", "epoch", "sequence", "origin", "kind", "fileName", "fileSha", "sha256", "digest", "collectedAt", "receivedAt", "synthetic", "body", "bodyBytes")
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [id, source.importId, header.documentId, header.senderId, header.epoch, header.sequence, inventory.origin.kind, source.kind, source.fileName.replaceAll("\0", "\ufffd"), source.fileSha,
        sha256, digest, collectedAt, receivedAt, header.synthetic, packed, bodyBytes],
    );
    const hosts = await foldDocument(client, folded, context);
    return { ...outcome, known: null, hosts };
  });
}
