import "server-only";
import { pool } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import type { GoneVm } from "./contract";
import { readOwners } from "./vm-history";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface Row {
  name: string; vmGuid: string; missingSince: Date | null; listedAt: Date; hostId: string; hostName: string; clusterId: string | null; clusterName: string;
}

/** What is kept of a VM that complete listings of its host lack for longer than the grace period; null when this is none. */
export async function readGoneVm(id: string): Promise<GoneVm | null> {
  const { rows } = UUID.test(id) ? await pool().query<Row>(
    `SELECT "name", "vmGuid", "missingSince", "listedAt", "hostId", "hostName", "clusterId", "clusterName" FROM "Vm" WHERE "id" = $1 AND "gone"`, [id],
  ) : { rows: [] };
  const [row] = rows;
  if (row === undefined) return null;
  const [owners, { rows: elsewhere }] = await Promise.all([
    readOwners(id),
    pool().query<{ id: string; name: string; host: string }>(`SELECT "id", "name", "hostName" AS "host" FROM "Vm" WHERE "vmGuid" = $1 AND NOT "gone" ORDER BY "nameKey", "id"`, [row.vmGuid]),
  ]);
  return {
    id, name: row.name, vmGuid: row.vmGuid, goneSince: row.missingSince?.toISOString() ?? null, listedAt: row.listedAt.toISOString(), host: { id: row.hostId, name: row.hostName },
    cluster: row.clusterId === null ? null : { id: row.clusterId, name: row.clusterName }, owners, elsewhere,
  };
}

/** Why there is no VM of this id: it is gone, with what is kept of it, or there never was one. */
export async function noVm(id: string): Promise<AppError> {
  const gone = await readGoneVm(id);
  if (gone === null) return new AppError("not-found", "There is no such VM; its host was forgotten, or its import was removed.");
  const since = gone.goneSince === null ? "" : ` since ${gone.goneSince}`;
  return new AppError("gone", `${gone.name} is gone${since}: complete listings of ${gone.host.name}, where it was last, lack it. It is in no count.`, { members: { vm: gone } });
}
