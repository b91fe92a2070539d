import crypto from "node:crypto";
import type pg from "pg";
import { AppError } from "@/lib/errors";
import { keyedHash, type Pepper } from "./pepper";

const PUBLIC_ID = /^[a-z2-7]{12}$/;
const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

/** The public part of a token, 60 bits: it may be shown and logged. */
export function newPublicId(): string {
  return [...crypto.randomBytes(12)].map((byte) => ALPHABET[byte & 31]).join("");
}

/** A secret of 256 bits. */
export function newSecret(): string {
  return crypto.randomBytes(32).toString("base64url");
}

export function tokenText(publicId: string, secret: string): string {
  return `qsc_${publicId}.${secret}`;
}

/** What is hashed: the secret together with the id, so that no hash fits another collector. */
export function hashedPart(publicId: string, secret: string): string {
  return `collector ${publicId} ${secret}`;
}

/** A collector that has shown its credential. */
export interface Sender {
  id: string;
  publicId: string;
  kind: "host" | "management-server";
  state: "active" | "pending";
  name: string;
  epoch: number;
  /** A machine is known that it belongs to. */
  isBound: boolean;
}

/** All null but the secrets, which are none, for an id that no collector has: a row comes in any case. */
interface Row extends Omit<Sender, "epoch" | "state" | "id"> {
  id: string | null;
  state: string | null;
  epoch: string | null;
  secrets: { hash: string; pepperVersion: number; expiresAt: string | null }[];
}

function refusal(): AppError {
  return new AppError("sender-not-known", "The credential is missing, not known or revoked.", { members: { mend: "Send the collector's token as Authorization: Bearer qsc_…; enrol again, or ask an administrator whether it was revoked." } });
}

function equal(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && crypto.timingSafeEqual(left, right);
}

/** An empty hash fits nothing: it is compared so that a token without a row takes the same time. */
const NO_HASH = "0".repeat(64);

/**
 * The collector whose token a request carries. A token that is missing, malformed, unknown, wrong, expired or revoked
 * takes the same query and the same hashing, and gets the same answer.
 * @throws AppError `sender-not-known`
 */
export async function authenticate(pool: Pick<pg.Pool, "query">, authorization: string | null, pepper: Pepper, now: number): Promise<Sender> {
  const [, publicId = "-", secret = "-"] = /^Bearer +qsc_([^.\s]{1,64})\.([^\s]{1,128})$/i.exec(authorization ?? "") ?? [];
  const { rows } = await pool.query<Row>({
    name: "collector-by-token",
    text: `SELECT c."id", c."publicId", c."kind", c."name", c."state", c."epoch", (c."installId" IS NOT NULL OR c."hardwareUuid" IS NOT NULL OR c."fqdn" IS NOT NULL OR c."hostName" IS NOT NULL) AS "isBound",
        (SELECT coalesce(json_agg(json_build_object('hash', s."hash", 'pepperVersion', s."pepperVersion", 'expiresAt', s."expiresAt")), '[]') FROM "CollectorSecret" s WHERE s."collectorId" = c."id") AS "secrets"
      FROM (SELECT 1) always LEFT JOIN "Collector" c ON c."publicId" = $1`,
    values: [PUBLIC_ID.test(publicId) ? publicId : "-"],
  });
  const [row] = rows;
  const hashes = new Map([...pepper.keys.keys()].map((version) => [version, keyedHash(pepper, version, hashedPart(publicId, secret)) ?? NO_HASH]));
  let fits = false;
  for (const known of row === undefined || row.secrets.length === 0 ? [{ hash: NO_HASH, pepperVersion: pepper.current, expiresAt: null }] : row.secrets) {
    const alive = known.expiresAt === null || Date.parse(known.expiresAt) > now;
    fits = (equal(known.hash, hashes.get(known.pepperVersion) ?? "") && alive) || fits;
  }
  if (row === undefined || row.id === null || !fits || (row.state !== "active" && row.state !== "pending")) throw refusal();
  return { id: row.id, publicId: row.publicId, kind: row.kind, name: row.name, state: row.state, epoch: Number(row.epoch), isBound: row.isBound };
}
