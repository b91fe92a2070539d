import type pg from "pg";
import { z } from "zod";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { realUuid } from "@/lib/inventory/hardware-uuid";
import { checkedPepper } from "./checked-pepper";
import { codeHashes } from "./codes";
import { COLLECTOR_KINDS } from "./contract";
import { addSecret, insertCollector } from "./manage";
import { keyedHash, type Pepper } from "./pepper";
import { findTwins, flagTwins } from "./twins";

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
  requestId: z.string().trim().min(16).max(128).regex(/^[^\p{Cc}\p{Cs}]*$/u, "has a control character").nullish().transform((value) => value ?? null),
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

interface Code {
  id: string;
  scope: string;
  kind: string;
  autoApprove: boolean;
  intervalSeconds: number;
  isUsedUp: boolean;
}

/** So long after an enrolment its answer may be asked for again. */
const ANSWER_MINUTES = 10;

const refusal = () => new AppError("sender-not-known", "The enrolment code is not known, used up, expired or revoked.", { members: { mend: "Ask an administrator for a new code (Collectors, Add)." } });

/** The code, locked, so that one trade by it is made at a time; null for one that is not known, expired or revoked. */
async function lockCode(client: pg.PoolClient, hashes: readonly string[], now: number): Promise<Code | null> {
  const { rows } = await client.query<Code>(
    `SELECT "id", "scope", "kind", "autoApprove", "intervalSeconds", "uses" >= "maxUses" AS "isUsedUp" FROM "EnrolmentCode" WHERE "codeHash" = ANY($1) AND "expiresAt" > $2 AND "revokedAt" IS NULL FOR UPDATE`, [hashes, new Date(now)],
  );
  return rows[0] ?? null;
}

interface Unanswered {
  id: string;
  publicId: string;
  epoch: string;
  state: "active" | "pending";
  createdAt: Date;
}
interface Asking {
  kind: string;
  installId: string;
  hardwareUuid: string | null;
  /** Keyed hashes of its request id by every version of the pepper; none when it sends none. */
  requestHashes: readonly string[];
}

const requestHash = (pepper: Pepper, version: number, requestId: string | null) => (requestId === null ? null : keyedHash(pepper, version, `enrolment ${requestId}`));

/**
 * The collector that this request just got by this code and whose token was never shown since: the answer was lost on
 * its way. None when it has another secret than that of its enrolment, which an administrator gave it.
 */
async function findUnanswered(client: pg.PoolClient, codeId: string | null, { kind, installId, hardwareUuid, requestHashes }: Asking, now: number): Promise<Unanswered | null> {
  const { rows } = await client.query<Unanswered>(
    `SELECT "id", "publicId", "epoch", "state", "createdAt" FROM "Collector" c WHERE "enrolmentId" = $1 AND "kind" = $2 AND "installId" = $3 AND "hardwareUuid" IS NOT DISTINCT FROM $4 AND "enrolmentRequestHash" = ANY($6) AND "createdAt" > $5 AND "state" <> 'revoked'
       AND coalesce("approvedAt", "createdAt") = "createdAt" AND "lastSeenAt" = "createdAt" AND "lastAcceptedAt" IS NULL AND "lastRefusedAt" IS NULL ORDER BY "createdAt" DESC LIMIT 1 FOR UPDATE`,
    [codeId, kind, installId, hardwareUuid, new Date(now - ANSWER_MINUTES * 60_000), requestHashes],
  );
  const [found] = rows;
  if (found === undefined) return null;
  // Asked when the collector is locked: one who gives it another secret holds that lock.
  const secrets = await client.query<{ createdAt: Date; expiresAt: Date | null }>(`SELECT "createdAt", "expiresAt" FROM "CollectorSecret" WHERE "collectorId" = $1`, [found.id]);
  const [secret, ...more] = secrets.rows;
  const isFirst = secret !== undefined && more.length === 0 && secret.expiresAt === null && secret.createdAt.getTime() === found.createdAt.getTime();
  return isFirst ? found : null;
}

/**
 * Trades an enrolment code for a credential. A use is counted in the same transaction, so that a code is never used more
 * often than it may. A host that a living collector already has waits for approval whatever the code says, and both are
 * flagged. A request that is sent again with its `requestId` by the same code and machine within ten minutes, before the
 * token was shown, gets another secret in the place of the one that it did not receive; no use is counted.
 * @throws AppError `sender-not-known` for any code that cannot be used; `unprocessable` when the code is for the other kind
 */
export function enrol(pool: pg.Pool, { code: text, ...sender }: Enrolment, now: number): Promise<Enrolled> {
  return inTransaction(pool, async (client) => {
    const pepper = await checkedPepper(client);
    const code = await lockCode(client, codeHashes(pepper, text), now);
    const installId = sender.installId.toLowerCase();
    const hardwareUuid = realUuid(sender.hardwareUuid);
    // Asked for an unknown code too: no answer takes less time than the others.
    const requestHashes = [...pepper.keys.keys()].flatMap((version) => requestHash(pepper, version, sender.requestId) ?? []);
    const unanswered = await findUnanswered(client, code?.id ?? null, { kind: sender.kind, installId, hardwareUuid, requestHashes }, now);
    if (code === null || (code.isUsedUp && unanswered === null)) throw refusal();
    if (unanswered !== null) {
      await client.query(`DELETE FROM "CollectorSecret" WHERE "collectorId" = $1`, [unanswered.id]);
      const token = await addSecret(client, pepper, unanswered, unanswered.createdAt);
      return { collectorId: unanswered.publicId, token, epoch: Number(unanswered.epoch), state: unanswered.state, intervalSeconds: code.intervalSeconds, scope: code.scope };
    }
    if (code.kind !== sender.kind) throw new AppError("unprocessable", `kind: the code enrols a ${code.kind}, not a ${sender.kind}.`, { members: { place: "/kind", mend: `Enrol as ${code.kind}, or make a code for a ${sender.kind}.` } });
    await client.query(`UPDATE "EnrolmentCode" SET "uses" = "uses" + 1 WHERE "id" = $1`, [code.id]);
    const twins = sender.kind === "host" ? await findTwins(client, { installId, hardwareUuid, fqdn: sender.fqdn?.toLowerCase() ?? null, name: sender.name.toLowerCase() }) : [];
    const state = code.autoApprove && twins.length === 0 ? "active" : "pending";
    const given = await insertCollector(client, pepper, { kind: sender.kind, name: sender.name, state, scope: code.scope, intervalSeconds: code.intervalSeconds }, now);
    await client.query(
      `UPDATE "Collector" SET "enrolmentId" = $2, "installId" = $3, "hardwareUuid" = $4, "fqdn" = $5, "hostName" = $6, "version" = $7, "psVersion" = $8, "psEdition" = $9, "language" = $10, "elevated" = $11, "runAs" = $12, "lastSeenAt" = $13, "enrolmentRequestHash" = $14 WHERE "id" = $1`,
      [given.id, code.id, installId, hardwareUuid, sender.fqdn?.toLowerCase() ?? null, sender.name, sender.version, sender.psVersion, sender.psEdition, sender.language, sender.elevated, sender.runAs, new Date(now), requestHash(pepper, pepper.current, sender.requestId)],
    );
    if (twins.length > 0) await flagTwins(client, [given.id, ...twins.map((twin) => twin.id)]);
    return { collectorId: given.collectorId, token: given.token, epoch: given.epoch, state, intervalSeconds: code.intervalSeconds, scope: code.scope };
  });
}
