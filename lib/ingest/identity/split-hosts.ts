import { randomUUID } from "node:crypto";
import type pg from "pg";
import { placeHost } from "../fold/fold-document";
import { compareKeys, type HostKeys, keysOf } from "./host-keys";
import { readKept } from "../keep/kept-document";

/** Documents of one host and one content, so that they carry the same keys. */
interface Part {
  hostId: string;
  name: string;
  keys: HostKeys;
  documentIds: string[];
  place: number;
  firstAt: Date;
}

async function loadParts(client: pg.PoolClient, where: string, ids: readonly string[]): Promise<Part[]> {
  const { rows } = await client.query<Omit<Part, "keys"> & { content: string }>(
    `SELECT dh."hostId", dh."name", dh."place", d."contentDigest" AS "content", array_agg(d."id"::text) AS "documentIds", min(dh."collectedAt") AS "firstAt"
     FROM "DocumentHost" dh JOIN "Document" d ON d."id" = dh."documentId" WHERE ${where} GROUP BY 1, 2, 3, 4`, [ids],
  );
  const keysByContent = new Map<string, HostKeys[]>();
  const parts: Part[] = [];
  for (const { content, ...row } of rows) {
    const known = keysByContent.get(content) ?? (await readKept(client, row.documentIds[0] ?? ""))?.hosts.map(keysOf) ?? [];
    keysByContent.set(content, known);
    const keys = known[row.place];
    if (keys !== undefined) parts.push({ ...row, keys });
  }
  return parts;
}

/** What documents that are about to be removed say of who their hosts are. */
export function partsOf(client: pg.PoolClient, documentIds: readonly string[]): Promise<Part[]> {
  return loadParts(client, `dh."documentId" = ANY($1::uuid[])`, documentIds);
}

/** A machine that was installed anew is one host with its predecessor: the hardware is the same although the install id differs. */
function isOne(one: Part, other: Part): boolean {
  const { relation, by } = compareKeys(one.keys, other.keys);
  return relation === "same" || (relation === "conflict" && by === "hardwareUuid");
}

/** Parts whose keys meet, over others too, in one group; the group with the oldest document first. */
function groupsOf(parts: readonly Part[]): Part[][] {
  let groups: Part[][] = [];
  for (const part of parts) {
    const meets = (group: readonly Part[]) => group.some((each) => isOne(each, part));
    groups = [...groups.filter((group) => !meets(group)), [part, ...groups.filter(meets).flat()]];
  }
  const first = (group: readonly Part[]) => Math.min(...group.map((part) => part.firstAt.getTime()));
  return groups.sort((a, b) => first(a) - first(b));
}

async function splitOff(client: pg.PoolClient, group: readonly Part[]): Promise<string | null> {
  const [newest] = [...group].sort((a, b) => b.firstAt.getTime() - a.firstAt.getTime());
  if (newest === undefined) return null;
  const id = randomUUID();
  await placeHost(client, { id, name: newest.name, keys: newest.keys, createdAt: newest.firstAt, conflict: null });
  await client.query(
    `UPDATE "DocumentHost" dh SET "hostId" = $1 FROM unnest($2::uuid[], $3::int4[]) AS u("documentId", "place") WHERE dh."documentId" = u."documentId" AND dh."place" = u."place"`,
    [id, group.flatMap((part) => part.documentIds), group.flatMap((part) => part.documentIds.map(() => part.place))],
  );
  // Names that its documents told are its own; the others, of pruned documents too, stay.
  await client.query(
    `UPDATE "Host" SET "names" = coalesce((SELECT jsonb_agg(n) FROM jsonb_array_elements("names") n WHERE NOT EXISTS (
       SELECT 1 FROM "DocumentHost" dh WHERE dh."hostId" = $1 AND dh."name" = n->>'name' AND dh."collectedAt" = (n->>'from')::timestamptz)), '[]') WHERE "id" = $2`, [id, newest.hostId],
  );
  return id;
}

/**
 * Makes hosts of their own again of those that were one only because removed documents carried keys of both. Where keys
 * of what stays met over a document that was pruned, nothing is split.
 * @param removed what the removed documents said
 * @returns the new hosts, not yet folded
 */
export async function splitHosts(client: pg.PoolClient, removed: readonly Part[]): Promise<string[]> {
  const hostIds = [...new Set(removed.map((part) => part.hostId))];
  const left = await loadParts(client, `dh."hostId" = ANY($1::uuid[])`, hostIds);
  const made: string[] = [];
  for (const hostId of hostIds) {
    const own = left.filter((part) => part.hostId === hostId);
    const [oldest, ...others] = groupsOf(own);
    if (oldest === undefined || others.length === 0 || groupsOf([...own, ...removed.filter((part) => part.hostId === hostId)]).length > 1) continue;
    for (const group of others) {
      const id = await splitOff(client, group);
      if (id !== null) made.push(id);
    }
    await client.query(
      `UPDATE "Collector" c SET "hostId" = coalesce((SELECT dh."hostId" FROM "Document" d JOIN "DocumentHost" dh ON dh."documentId" = d."id" WHERE d."collectorId" = c."id" ORDER BY dh."collectedAt" DESC, d."id" LIMIT 1), c."hostId") WHERE c."hostId" = $1`, [hostId],
    );
  }
  return made;
}
