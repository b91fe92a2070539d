import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import type { Env } from "@/lib/env";
import { AppError } from "@/lib/errors";

/** Secrets by version; new hashes are made with the highest. */
export interface Pepper {
  current: number;
  keys: ReadonlyMap<number, Buffer>;
}

const LEAST_CHARACTERS = 32;
const FILE = "pepper";

const kept = globalThis as typeof globalThis & { quiescePeppers?: Map<string, Pepper> };

function parse(text: string, where: string): Map<number, Buffer> {
  const keys = new Map<number, Buffer>();
  for (const entry of text.split(/[,\s]+/).filter((part) => part !== "")) {
    const [, version, secret = ""] = /^(?:(\d{1,6}):)?(.*)$/.exec(entry) ?? [];
    if (secret.length < LEAST_CHARACTERS) throw new AppError("internal", `${where} has a secret of fewer than ${LEAST_CHARACTERS} characters; give each at least ${LEAST_CHARACTERS}, such as 1:<secret>.`);
    keys.set(Number(version ?? 1), Buffer.from(secret, "utf8"));
  }
  return keys;
}

const isThere = (error: unknown) => error instanceof Error && "code" in error && error.code === "EEXIST";

function link(draft: string, file: string): void {
  try {
    fs.linkSync(draft, file);
  } catch (error) {
    if (isThere(error)) return;
    // Some file systems have no links.
    try {
      fs.copyFileSync(draft, file, fs.constants.COPYFILE_EXCL);
    } catch (failure) {
      if (!isThere(failure)) throw failure;
    }
  }
}

/** Two processes that begin at once agree on one file: only one can link its own into place. */
function makeFile(file: string): void {
  const draft = `${file}.${process.pid}.${crypto.randomBytes(4).toString("hex")}`;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(draft, `1:${crypto.randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx", flush: true });
  try {
    link(draft, file);
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/**
 * The pepper of keyed hashes, which is never in the database: QUIESCE_PEPPER (`2:<secret>,1:<older>`), together with the
 * file `pepper` of the data folder, which is made when neither is there. The variable wins where both have a version.
 * @throws AppError in a sentence, when a secret is too short
 */
export function readPepper({ pepper, dataFolder }: Pick<Env, "pepper" | "dataFolder">): Pepper {
  const peppers = (kept.quiescePeppers ??= new Map());
  const key = `${dataFolder}\n${pepper ?? ""}`;
  const known = peppers.get(key);
  if (known !== undefined) return known;
  const file = path.join(/* turbopackIgnore: true */ dataFolder, FILE);
  if (pepper === undefined && !fs.existsSync(file)) makeFile(file);
  const keys = fs.existsSync(file) ? parse(fs.readFileSync(file, "utf8"), `The file ${FILE} of the data folder`) : new Map<number, Buffer>();
  if (pepper !== undefined) for (const [version, secret] of parse(pepper, "QUIESCE_PEPPER")) keys.set(version, secret);
  if (keys.size === 0) throw new AppError("internal", `The file ${FILE} of the data folder is empty; restore it, or delete it and give every collector a new credential.`);
  const made = { current: Math.max(...keys.keys()), keys };
  peppers.set(key, made);
  return made;
}

/** HMAC-SHA-256 of a text by one version of the pepper, hex; null when this process does not have that version. */
export function keyedHash(pepper: Pepper, version: number, text: string): string | null {
  const key = pepper.keys.get(version);
  return key === undefined ? null : crypto.createHmac("sha256", key).update(text).digest("hex");
}
