import type pg from "pg";
import { newestPolicy } from "@/lib/db/policy-row";
import { SHA_LENGTH } from "@/lib/inventory/current";
import { DEFAULT_POLICY, policySchema } from "@/lib/judge/policy";
import { settingsFor, type SettingsFor } from "@/lib/judge/settings";
import type { HostReading, HostState } from "../fold/fold";
import type { HostKeys } from "../identity/host-keys";
import { dueAtOf } from "../judged/host-times";
import { readTimes, type StoredNeighbours } from "../judged/judge-hosts";
import { judgedUnder } from "../judged/judged-under";
import { jsonText } from "../judged/rows";
import type { StoreStatement } from "../keep/store-document";
import { HOST_COLUMNS, hostOf, type HostRow } from "../fold/state";
import { READ_GUEST_SIZES, READS_ROOM } from "./steady";

export interface SteadyHost {
  state: HostState;
  /** Mark from which its rows are confirmed; null when all were written at `until`. */
  confirmedFrom: string | null;
  until: string;
  neighbours: StoredNeighbours;
  settings: SettingsFor;
  /** VMs whose findings word a size. */
  near: ReadonlySet<string>;
  /** Findings word the room of a volume of the host. */
  wordsRoom: boolean;
  /** When the whole of it was judged. */
  judgedAt: Date | null;
  /** Of its content, as `storeStatement` takes it. */
  likeness: Buffer | null;
}
/** What a document that says nothing new has to fit. Times in ISO. */
interface SteadyWanted {
  collectorId: string;
  keys: HostKeys;
  epoch: number;
  sequence: number;
  intervalSeconds: number;
  synthetic: boolean;
  effectiveAt: string;
  now: string;
  /** Of the newest document of the sender and its content. */
  sha256: string;
  contentDigest: string;
  vms: number;
}

interface Row extends HostRow {
  confirmedFrom: string | null;
  until: string;
  judgedUnder: string | null;
  neighbours: StoredNeighbours;
  policyVersion: number | null;
  near: string[];
  wordsRoom: boolean;
  judgedAt: Date | null;
  likeness: Buffer | null;
}

const kept: { version: number | null; settings: SettingsFor } = { version: null, settings: settingsFor(DEFAULT_POLICY) };

/** Settings of the policy of this version, which is the newest. */
async function settingsOf(client: pg.PoolClient, version: number | null): Promise<SettingsFor> {
  if (kept.version === version) return kept.settings;
  const row = await newestPolicy(client);
  const settings = settingsFor(row === null ? DEFAULT_POLICY : policySchema.parse(row.document));
  Object.assign(kept, { version: row?.version ?? null, settings });
  return settings;
}

/**
 * The host of the sender, locked, if a newer document of the same content can change nothing but its times: by the
 * present rules it was judged after the sender's newest document, no time that changes its judgement has come, no
 * document of the sender waits or is newer, and no other host or cluster has a key of it.
 */
export async function lockSteady(client: pg.PoolClient, wanted: SteadyWanted): Promise<SteadyHost | null> {
  const { rows } = await client.query<Row>({
    name: "lock-steady",
    text: `SELECT ${HOST_COLUMNS}, "confirmedFrom", "steadyMark" AS "until", "judgedUnder", "neighbours", (SELECT max("version") FROM "Policy") AS "policyVersion",
        ARRAY(SELECT DISTINCT v."vmGuid"::text FROM "Vm" v JOIN "Finding" f ON f."vmId" = v."id" WHERE v."hostId" = "Host"."id" AND NOT v."gone" AND f."requirement" = ANY($11) AND f."status" <> 'unknown') AS "near",
        EXISTS (SELECT 1 FROM "Vm" v JOIN "Finding" f ON f."vmId" = v."id" WHERE v."hostId" = "Host"."id" AND f."requirement" = $16 AND f."status" <> 'unknown') AS "wordsRoom",
        "judgedAt", (SELECT "likeness" FROM "Content" WHERE "digest" = $6 FOR KEY SHARE) AS "likeness"
      FROM "Host" WHERE "id" = (SELECT "hostId" FROM "Collector" WHERE "id" = $1 AND "state" = 'active') AND "fresh" AND "conflict" IS NULL AND "nextChangeAt" > $2 AND "intervalSeconds" = $3 AND "synthetic" = $4
        AND "steadyMark" = "sections"->>'vms.complete' AND right("steadyMark", ${SHA_LENGTH}) = left($5, ${SHA_LENGTH})
        AND EXISTS (SELECT 1 FROM (SELECT * FROM "Document" WHERE "collectorId" = $1 ORDER BY "epoch" DESC, "sequence" DESC LIMIT 1) d
          WHERE left(d."sha256", ${SHA_LENGTH}) = left($5, ${SHA_LENGTH}) AND d."contentDigest" = $6 AND d."epoch" = $7 AND d."sequence" < $8 AND d."effectiveAt" <= $9 AND d."foldedAt" IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM "Document" w WHERE w."foldedAt" IS NULL AND w."collectorId" = $1)
        AND (SELECT count(*) FROM "Vm" v WHERE v."hostId" = "Host"."id" AND NOT v."gone") = $10
        AND NOT EXISTS (SELECT 1 FROM "Host" o WHERE o."id" <> "Host"."id" AND (o."installId" = $12 OR o."hardwareUuid" = $13 OR o."fqdn" = $14 OR o."nameKey" = $15))
        AND NOT EXISTS (SELECT 1 FROM "Host" m WHERE m."clusterId" = "Host"."clusterId" AND m."clusterView" IS NULL)
        AND NOT EXISTS (SELECT 1 FROM "Cluster" c JOIN "Cluster" o ON o."id" <> c."id" AND (o."clusterKey" = c."clusterKey" OR o."fqdn" = c."fqdn" OR lower(o."name") = lower(c."name")) WHERE c."id" = "Host"."clusterId")
      FOR NO KEY UPDATE`,
    values: [wanted.collectorId, wanted.now, wanted.intervalSeconds, wanted.synthetic, wanted.sha256, wanted.contentDigest, wanted.epoch, wanted.sequence, wanted.effectiveAt, wanted.vms, READ_GUEST_SIZES,
      wanted.keys.installId, wanted.keys.hardwareUuid, wanted.keys.fqdn, wanted.keys.name, READS_ROOM],
  });
  const [row] = rows;
  if (row === undefined) return null;
  const settings = await settingsOf(client, row.policyVersion);
  if (judgedUnder(settings.policy) !== row.judgedUnder) return null;
  return { state: hostOf(row), confirmedFrom: row.confirmedFrom, until: row.until, neighbours: row.neighbours, settings, near: new Set(row.near), wordsRoom: row.wordsRoom, judgedAt: row.judgedAt, likeness: row.likeness };
}

interface Moved {
  reading: HostReading;
  /** VMs of the document. */
  vms: number;
}

/**
 * Keeps the row of a document and moves the times of its host on, whose VMs are confirmed by it, with what its cluster
 * is now by this host.
 * @returns false when nothing was kept or moved, because the sender's document is kept already
 */
export async function storeAndConfirm(client: pg.PoolClient, store: StoreStatement, state: HostState, { confirmedFrom, until }: SteadyHost, { reading, vms }: Moved): Promise<boolean> {
  const mark = state.marks["vms.complete"];
  const { listedAt, completeAt, readAt } = readTimes(state);
  const { rowCount } = await client.query({
    name: "store-and-confirm",
    text: `WITH stored AS (${store.text} RETURNING "id"),
        linked AS (INSERT INTO "DocumentHost" ("documentId", "place", "hostId", "collectedAt", "name", "vms") SELECT "id", 0, $24, $25, $26, $27 FROM stored),
        viewed AS (UPDATE "Cluster" SET "facts" = $28::jsonb, "readAt" = $29, "name" = $30 FROM stored WHERE "Cluster"."id" = $31 AND ("readAt" IS NULL OR "readAt" <= $29))
      UPDATE "Host" SET "facts" = $32, "clusterView" = $28, "sections" = $33, "listedAt" = $34, "completeAt" = $35, "readAt" = $36, "heardAt" = $37, "dueAt" = $38,
        "confirmedFrom" = $39, "confirmedMark" = $40, "steadyMark" = $40, "names" = $41, "clockOffsetSeconds" = $42 FROM stored WHERE "Host"."id" = $24`,
    values: [...store.values, state.id, reading.collectedAt, reading.host.name, vms, state.view === null ? null : jsonText(state.view), state.view?.observedAt ?? null, state.view?.name ?? null, state.view === null ? null : state.clusterId,
      jsonText(state.facts), jsonText(state.marks), listedAt, completeAt, readAt, state.heardAt, dueAtOf(state, 1), confirmedFrom ?? until, mark, jsonText(state.names), state.clockOffsetSeconds],
  });
  return rowCount === 1;
}
