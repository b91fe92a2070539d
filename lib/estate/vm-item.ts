import "server-only";
import type { ClassId, Coverage, VerdictId } from "@/lib/judge/judgement";
import type { VmListItem } from "./contract";
import { HOST_LATE_SINCE, hostFresh } from "./host-state";

/** Whence a list reads: each VM with its host, by whose times it is fresh, overdue or late. */
export const VM_FROM = `"Vm" v JOIN "Host" h ON h."id" = v."hostId"`;

/**
 * When the facts of `"Vm" v` on `"Host" h` were read. A VM of which newer inventories say the same is not written again; its host notes
 * from and to which listing that was so (`confirmationOf` in lib/inventory/confirmed).
 */
export const VM_READ_AT = `CASE WHEN (v."sections"->>'vms.listed') COLLATE "C" >= h."confirmedFrom" AND (v."sections"->>'vms.listed') COLLATE "C" < h."confirmedMark"
  THEN left(h."confirmedMark", 24)::timestamptz ELSE v."readAt" END`;

/** Columns of a list row, of `"Vm" v` and `"Host" h`. @param limitHours the parameter with the policy's limit, such as `$1` */
export const itemColumns = (limitHours: string) => `v."id", v."vmGuid", v."scopeId", v."name", v."verdict", v."class", v."coverage", v."atBest", v."best", v."because", v."decidedBy", v."scoreLow", v."scoreHigh",
  v."hostId", v."hostName", v."clusterId", v."clusterName", v."release", v."family", v."osName", v."generation", v."version", v."power", ${VM_READ_AT} AS "shownReadAt", (v."fresh" AND ${hostFresh(limitHours)}) AS "fresh",
  coalesce(${hostFresh(limitHours)} AND h."dueAt" < now(), false) AS "overdue", ${HOST_LATE_SINCE} AS "lateSince", v."badges", v."pauseSeconds", v."synthetic"`;

export interface ItemRow {
  id: string; vmGuid: string; scopeId: string; name: string; verdict: VerdictId; class: ClassId; coverage: Coverage; atBest: boolean; best: VerdictId | null;
  because: string; decidedBy: string; scoreLow: number | null; scoreHigh: number | null; hostId: string; hostName: string; clusterId: string | null; clusterName: string;
  release: string; family: string; osName: string | null; generation: number; version: string; power: string; shownReadAt: Date; fresh: boolean; overdue: boolean; lateSince: Date | null; badges: string[]; pauseSeconds: number | null; synthetic: boolean;
}

const orNull = (value: string) => (value === "" || value === "none" ? null : value);

export function itemOf(row: ItemRow): VmListItem {
  return {
    id: row.id, vmGuid: row.vmGuid, scope: row.scopeId, name: row.name, verdict: row.verdict, class: row.class, coverage: row.coverage, atBest: row.atBest, best: row.best,
    because: row.because, decidedBy: orNull(row.decidedBy), score: row.scoreLow === null || row.scoreHigh === null ? null : { low: row.scoreLow, high: row.scoreHigh },
    host: { id: row.hostId, name: row.hostName }, cluster: row.clusterId === null ? null : { id: row.clusterId, name: row.clusterName }, hostRelease: row.release,
    guest: { family: orNull(row.family), osName: row.osName }, generation: row.generation === 0 ? null : row.generation, version: orNull(row.version), power: orNull(row.power),
    readAt: row.shownReadAt.toISOString(), fresh: row.fresh, overdue: row.overdue, lateSince: row.lateSince?.toISOString() ?? null, badges: row.badges, pauseSeconds: row.pauseSeconds, synthetic: row.synthetic,
  };
}
