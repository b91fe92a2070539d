import type pg from "pg";
import { compareKeys, HOST_KEYS, type HostKey, type HostKeys } from "./host-keys";

const KEY_WORDS = { installId: "install id", hardwareUuid: "hardware UUID", fqdn: "FQDN", name: "name" } as const;
const SHARE_A_KEY = `(o."installId" = h."installId" OR o."hardwareUuid" = h."hardwareUuid" OR o."fqdn" = h."fqdn" OR o."nameKey" = h."nameKey")`;

interface Row {
  id: string; name: string; conflict: string | null; installId: string | null; hardwareUuid: string | null; fqdn: string | null; nameKey: string;
  isAsked: boolean;
}
interface Known {
  id: string;
  name: string;
  conflict: string | null;
  isAsked: boolean;
  keys: HostKeys;
}

/** Why it is in doubt which of two hosts one is, in words for that one. @param by the key that both have */
function doubtOf(keys: HostKeys, other: Known, by: HostKey): string {
  const differs = HOST_KEYS.find((key) => keys[key] !== null && other.keys[key] !== null && keys[key] !== other.keys[key]) ?? "name";
  const why = compareKeys(keys, other.keys).relation === "conflict" ? `but the ${KEY_WORDS[differs]} differs` : "and nothing tells which of them it is";
  return `Has the ${KEY_WORDS[by]} of another host (${other.name}), ${why}.`;
}

/** The doubt by the strongest key that another host has too; null where none has one, or a stronger one tells them apart. */
function doubtAmong({ id, keys }: Known, others: readonly Known[]): string | null {
  const doubts = others.flatMap((other) => {
    const { relation, by } = compareKeys(keys, other.keys);
    return other.id === id || relation === "other" || by === null ? [] : [{ place: HOST_KEYS.indexOf(by), text: doubtOf(keys, other, by) }];
  });
  return doubts.sort((a, b) => a.place - b.place || (a.text < b.text ? -1 : 1))[0]?.text ?? null;
}

/**
 * Says of these hosts, of those that share a key with them and of those that were in doubt whether it is in doubt who they
 * are. It follows from the keys that they have now, whatever document came first.
 */
export async function settleDoubts(client: pg.PoolClient, hostIds: readonly string[]): Promise<void> {
  const { rows } = await client.query<Row>(
    `WITH asked AS (SELECT "id" FROM "Host" WHERE "id" = ANY($1::uuid[]) OR "conflict" IS NOT NULL
       UNION SELECT o."id" FROM "Host" h JOIN "Host" o ON ${SHARE_A_KEY} WHERE h."id" = ANY($1::uuid[]))
     SELECT DISTINCT o."id", o."name", o."conflict", o."installId", o."hardwareUuid", o."fqdn", o."nameKey", o."id" IN (SELECT "id" FROM asked) AS "isAsked"
     FROM asked JOIN "Host" h USING ("id") JOIN "Host" o ON ${SHARE_A_KEY}`, [hostIds],
  );
  const hosts = rows.map(({ installId, hardwareUuid, fqdn, nameKey, ...row }): Known => ({ ...row, keys: { installId, hardwareUuid, fqdn, name: nameKey } }));
  for (const host of hosts.filter(({ isAsked }) => isAsked)) {
    const doubt = doubtAmong(host, hosts);
    if (doubt !== host.conflict) await client.query(`UPDATE "Host" SET "conflict" = $2 WHERE "id" = $1`, [host.id, doubt]);
  }
}
