import crypto, { randomUUID } from "node:crypto";
import type pg from "pg";
import { AppError } from "@/lib/errors";
import { checkedPepper } from "./checked-pepper";
import type { CollectorKind } from "./contract";
import { keyedHash, type Pepper } from "./pepper";

export interface NewCode {
  /** What it is for, in the admin's words; its collectors carry it. */
  scope: string;
  kind: CollectorKind;
  maxUses: number;
  autoApprove: boolean;
  intervalSeconds: number;
  expiresInHours: number;
}
export interface GivenCode {
  id: string;
  /** Shown once. */
  code: string;
  hint: string;
  expiresAt: string;
}

const HINT_CHARACTERS = 8;

/** The keyed hashes of a code by every version of the pepper that this process has. */
export function codeHashes(pepper: Pepper, code: string): string[] {
  return [...pepper.keys.keys()].flatMap((version) => keyedHash(pepper, version, `code ${code}`) ?? []);
}

/** Makes a code that collectors trade for a credential; 192 bits, kept as keyed hash only. */
export async function createCode(pool: Pick<pg.Pool, "query">, code: NewCode, now: number): Promise<GivenCode> {
  const pepper = await checkedPepper(pool);
  const text = `qec_${crypto.randomBytes(24).toString("base64url")}`;
  const given = { id: randomUUID(), code: text, hint: text.slice(0, HINT_CHARACTERS), expiresAt: new Date(now + code.expiresInHours * 3_600_000).toISOString() };
  await pool.query(
    `INSERT INTO "EnrolmentCode" ("id", "codeHash", "pepperVersion", "hint", "scope", "kind", "maxUses", "autoApprove", "intervalSeconds", "createdAt", "expiresAt") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [given.id, keyedHash(pepper, pepper.current, `code ${text}`), pepper.current, given.hint, code.scope, code.kind, code.maxUses, code.autoApprove, code.intervalSeconds, new Date(now), given.expiresAt],
  );
  return given;
}

/** Ends a code; collectors that it enrolled stay. @param idOrHint our id, or its first characters when no other code has them */
export async function revokeCode(pool: Pick<pg.Pool, "query">, idOrHint: string, now: number): Promise<void> {
  const { rows } = await pool.query<{ id: string }>(`SELECT "id" FROM "EnrolmentCode" WHERE "id"::text = $1 OR "hint" = $1`, [idOrHint]);
  const [first, second] = rows;
  if (first === undefined) throw new AppError("not-found", `No enrolment code is ${idOrHint.slice(0, 64)}; quiesce collector code list names them.`);
  if (second !== undefined) throw new AppError("conflict", `${rows.length} codes begin with ${idOrHint}; name the one that is meant by its id.`);
  await pool.query(`UPDATE "EnrolmentCode" SET "revokedAt" = coalesce("revokedAt", $2) WHERE "id" = $1`, [first.id, new Date(now)]);
}
