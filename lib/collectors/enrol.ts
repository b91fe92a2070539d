import type pg from "pg";
import { z } from "zod";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { realUuid } from "@/lib/inventory/hardware-uuid";
import { checkedPepper } from "./checked-pepper";
import { codeHashes } from "./codes";
import { COLLECTOR_KINDS } from "./contract";
import { insertCollector } from "./manage";

const text = (most: number) => z.string().trim().min(1).max(most).regex(/^[^\p{Cc}\p{Cs}]*$/u, "has a control character");
const optional = (most: number) => text(most).nullish().transform((value) => value ?? null);

export const enrolmentSchema = z.object({
  code: z.string().max(128),
  kind: z.enum(COLLECTOR_KINDS),
  name: text(512),
  installId: text(128),
  hardwareUuid: optional(64),
  fqdn: optional(512),
  version: optional(64),
  psVersion: optional(64),
  psEdition: optional(64),
  language: optional(64),
  elevated: z.boolean().nullish().transform((value) => value ?? null),
  runAs: optional(512),
});
export type Enrolment = z.output<typeof enrolmentSchema>;

export interface Enrolled {
  /** The public id. */
  collectorId: string;
  token: string;
  epoch: number;
  state: "active" | "pending";
  intervalSeconds: number;
  scope: string;
}

interface UsedCode {
  id: string;
  scope: string;
  kind: string;
  autoApprove: boolean;
  intervalSeconds: number;
}

const refusal = () => new AppError("sender-not-known", "The enrolment code is not known, used up, expired or revoked.", { members: { mend: "Ask an administrator for a new code (Collectors, Add)." } });

/** Any number that no other program uses: enrolments take turns by it. */
const ENROLMENT_LOCK = 7_163_302_013;

/** Whether another living collector has this hardware or install id: a reinstalled host, or a clone; also one that enrols at the same moment. */
async function isKnownHost(client: pg.PoolClient, installId: string, hardwareUuid: string | null): Promise<boolean> {
  await client.query("SELECT pg_advisory_xact_lock($1)", [ENROLMENT_LOCK]);
  const { rowCount } = await client.query(`SELECT 1 FROM "Collector" WHERE "kind" = 'host' AND "state" <> 'revoked' AND ("hardwareUuid" = $1 OR "installId" = $2) LIMIT 1`, [hardwareUuid, installId]);
  return rowCount !== 0;
}

/**
 * Trades an enrolment code for a credential. A use is counted in the same transaction, so that a code is never used more
 * often than it may. A host that a living collector already has waits for approval whatever the code says, and is flagged.
 * @throws AppError `sender-not-known` for any code that cannot be used; `unprocessable` when the code is for the other kind
 */
export function enrol(pool: pg.Pool, { code, ...sender }: Enrolment, now: number): Promise<Enrolled> {
  return inTransaction(pool, async (client) => {
    const pepper = await checkedPepper(client);
    const { rows } = await client.query<UsedCode>(
      `UPDATE "EnrolmentCode" SET "uses" = "uses" + 1 WHERE "codeHash" = ANY($1) AND "uses" < "maxUses" AND "expiresAt" > $2 AND "revokedAt" IS NULL RETURNING "id", "scope", "kind", "autoApprove", "intervalSeconds"`,
      [codeHashes(pepper, code), new Date(now)],
    );
    const [used] = rows;
    if (used === undefined) throw refusal();
    if (used.kind !== sender.kind) throw new AppError("unprocessable", `kind: the code enrols a ${used.kind}, not a ${sender.kind}.`, { members: { place: "/kind", mend: `Enrol as ${used.kind}, or make a code for a ${sender.kind}.` } });
    const installId = sender.installId.toLowerCase();
    const hardwareUuid = realUuid(sender.hardwareUuid);
    const known = sender.kind === "host" && await isKnownHost(client, installId, hardwareUuid);
    const state = used.autoApprove && !known ? "active" : "pending";
    const given = await insertCollector(client, pepper, { kind: sender.kind, name: sender.name, state, scope: used.scope, intervalSeconds: used.intervalSeconds }, now);
    await client.query(
      `UPDATE "Collector" SET "enrolmentId" = $2, "installId" = $3, "hardwareUuid" = $4, "fqdn" = $5, "hostName" = $6, "version" = $7, "psVersion" = $8, "psEdition" = $9, "language" = $10, "elevated" = $11, "runAs" = $12, "lastSeenAt" = $13, "conflict" = $14 WHERE "id" = $1`,
      [given.id, used.id, installId, hardwareUuid, sender.fqdn?.toLowerCase() ?? null, sender.name, sender.version, sender.psVersion, sender.psEdition, sender.language, sender.elevated, sender.runAs, new Date(now), known ? "known-host" : null],
    );
    return { collectorId: given.collectorId, token: given.token, epoch: given.epoch, state, intervalSeconds: used.intervalSeconds, scope: used.scope };
  });
}
