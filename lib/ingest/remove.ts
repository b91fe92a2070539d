import type pg from "pg";
import { AppError } from "@/lib/errors";
import type { Policy } from "@/lib/judge/policy";
import { settingsFor } from "@/lib/judge/settings";
import { refold } from "./fold/refold";
import { loosenOrder } from "./order/settle-order";
import { partsOf, splitHosts } from "./identity/split-hosts";
import { writing } from "./fold/state";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function notFound(what: string): AppError {
  return new AppError("not-found", `There is no such ${what}; it may have been removed meanwhile.`);
}

/**
 * Removes an import with its documents and its effect: the current state is folded from the documents that stay, and
 * hosts that were one only by it are two again.
 * @throws AppError `not-found`
 */
export async function removeImport(pool: pg.Pool, id: string, by: { policy: Policy; now: number }): Promise<{ hosts: number }> {
  if (!UUID.test(id)) throw notFound("import");
  const context = { settings: settingsFor(by.policy), now: by.now };
  return writing(pool, async (client) => {
    const { rows } = await client.query<{ id: string }>(`SELECT "id" FROM "Document" WHERE "importId" = $1`, [id]);
    const former = await loosenOrder(client, rows.map((row) => row.id));
    const parts = await partsOf(client, rows.map((row) => row.id));
    const { rowCount } = await client.query(`DELETE FROM "Import" WHERE "id" = $1`, [id]);
    if (rowCount === 0) throw notFound("import");
    if (former.size > 0) {
      const split = await splitHosts(client, parts);
      await refold(client, new Set([...former.keys(), ...split]), context, "anew", former);
    }
    return { hosts: former.size };
  });
}

/**
 * Forgets a host: its VMs, its part of every document, and documents that are of it alone. A new inventory of it brings
 * it back.
 * @throws AppError `not-found`
 */
export async function forgetHost(pool: pg.Pool, id: string, by: { policy: Policy; now: number }): Promise<{ documents: number }> {
  if (!UUID.test(id)) throw notFound("host");
  const context = { settings: settingsFor(by.policy), now: by.now };
  return writing(pool, async (client) => {
    const { rows: found } = await client.query(`SELECT 1 FROM "Host" WHERE "id" = $1`, [id]);
    if (found.length === 0) throw notFound("host");
    const { rows: parts } = await client.query<{ documentId: string }>(`DELETE FROM "DocumentHost" WHERE "hostId" = $1 RETURNING "documentId"`, [id]);
    // Only its own: a document that waits to be judged has no host yet either.
    const { rows: own } = await client.query<{ id: string }>(
      `SELECT d."id" FROM "Document" d WHERE d."id" = ANY($1::uuid[]) AND NOT EXISTS (SELECT 1 FROM "DocumentHost" dh WHERE dh."documentId" = d."id")`, [parts.map((part) => part.documentId)],
    );
    const former = await loosenOrder(client, own.map((document) => document.id));
    const { rowCount } = await client.query(`DELETE FROM "Document" WHERE "id" = ANY($1::uuid[])`, [own.map((document) => document.id)]);
    await refold(client, new Set([id, ...former.keys()]), context, "anew", former);
    return { documents: rowCount ?? 0 };
  });
}
