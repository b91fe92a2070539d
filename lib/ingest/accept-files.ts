import { randomUUID } from "node:crypto";
import type pg from "pg";
import { AppError } from "@/lib/errors";
import { checkOptions } from "@/lib/importers";
import type { ImportFile, Problem, ReadOptions } from "@/lib/importers/contract";
import type { FileAccount, ImportAccount } from "@/lib/inventory/account";
import type { Policy } from "@/lib/judge/policy";
import { settingsFor } from "@/lib/judge/settings";
import { acceptDocument, type DocumentOutcome } from "./fold/accept-document";
import { accountOf } from "./account";
import type { JudgeContext } from "./judged/judge-hosts";
import { VM_ROW } from "./judged/judged-rows";
import { ReadAhead, type ReadyReading } from "./keep/read-ahead";
import { jsonText } from "./judged/rows";
import { ensureSearchIndex } from "./judged/search-index";

export interface AcceptOptions extends ReadOptions {
  /** Which door the files came through. */
  via: "page" | "api" | "cli";
  /** The policy in force. */
  policy: Policy;
  /** Told after each file. */
  onProgress?: (progress: { files: number; done: number; vms: number }) => void;
}

/** A document that our own code or the database cannot take: refused alone, with the number under which the log has it. */
function faultOf(error: unknown): Problem {
  const fault = randomUUID();
  console.error(`Fault ${fault}:`, error);
  return { place: "the whole document", problem: `The document was read but could not be stored; the log has it under ${fault}.`, mend: "Nothing of it was kept. Import it again; if it fails again, report the fault with the file." };
}

async function acceptReading(pool: pg.Pool, { reading, documents, fileSha }: ReadyReading, importId: string, context: JudgeContext, told: (vms: number) => void): Promise<FileAccount> {
  const outcomes: DocumentOutcome[] = [];
  let refused: Problem | null = reading.refused;
  const source = { importId, fileSha, fileName: reading.files.join(", ").slice(0, 1024), kind: reading.kind };
  for (const document of documents) {
    try {
      const outcome = await acceptDocument(pool, document, source, context);
      outcomes.push(outcome);
      told(outcome.vms);
    } catch (error) {
      refused = faultOf(error);
    }
  }
  return accountOf({ ...reading, refused }, outcomes);
}

async function openImport(pool: pg.Pool, id: string, files: readonly ImportFile[], options: AcceptOptions): Promise<void> {
  await pool.query(
    `INSERT INTO "Import" ("id", "receivedAt", "via", "durationMs", "accepted", "known", "refused", "hosts", "vms", "synthetic", "result", "names", "fileCount", "account")
     VALUES ($1, $2, $3, 0, 0, 0, 0, 0, 0, false, 'running', $4, $5, '{"files": []}')`,
    [id, new Date(options.now).toISOString(), options.via, files.slice(0, 3).map((file) => file.name.replaceAll("\0", "\ufffd")), files.length],
  );
}

async function closeImport(pool: pg.Pool, account: ImportAccount): Promise<void> {
  const results = new Set(account.files.map((file) => file.result));
  const result = results.size === 1 ? [...results][0] : "partly";
  await pool.query(
    `UPDATE "Import" SET "durationMs" = $2, "accepted" = $3, "known" = $4, "refused" = $5, "hosts" = $6, "vms" = $7, "synthetic" = $8, "result" = $9, "account" = $10::jsonb WHERE "id" = $1`,
    [account.id, account.durationMs, account.accepted, account.known, account.refused, account.hosts, account.vms, account.synthetic, result, jsonText({ files: account.files, estate: account.estate })],
  );
}

async function estateSize(pool: pg.Pool): Promise<ImportAccount["estate"]> {
  const { rows } = await pool.query<ImportAccount["estate"]>(
    `SELECT coalesce(sum("vmCount"), 0)::int AS "vms", count(*)::int AS "hosts" FROM "Host"`,
  );
  return rows[0] ?? { vms: 0, hosts: 0 };
}

/** From so many VMs on, the planner is told at once what the tables hold; else Postgres finds out by itself. Facts are never filtered. */
const LARGE = 100;
const FILTERED = Object.entries(VM_ROW).flatMap(([column, type]) => (type === "jsonb" ? [] : [`"${column}"`])).join(", ");
const ANALYZED = `"Vm" (${FILTERED}), "Finding", "Tally", "Document" ("id", "importId", "digest", "documentId", "fileSha"), "DocumentHost"`;

/**
 * The one write path of inventories: reads files, keeps their documents, folds and judges. Each document is one
 * transaction; a file that is refused costs only itself and is named in the account.
 * @throws AppError `invalid-request` when there is no file; whatever the database throws
 */
export async function acceptFiles(pool: pg.Pool, files: readonly ImportFile[], options: AcceptOptions): Promise<ImportAccount> {
  if (files.length === 0) throw new AppError("invalid-request", "No file came; send at least one inventory.", { members: { place: "body" } });
  const started = performance.now();
  checkOptions(options);
  await ensureSearchIndex(pool);
  const id = randomUUID();
  await openImport(pool, id, files, options);
  const reader = new ReadAhead(files, options);
  // Not at once: the rows that are being sent need turns of the event loop.
  const context: JudgeContext = { settings: settingsFor(options.policy), now: options.now, onWriting: () => { setImmediate(reader.ahead); } };
  const accounts: FileAccount[] = [];
  let done = 0;
  let vms = 0;
  for (let ready = await reader.take(); ready !== null; ready = await reader.take()) {
    for (const each of ready) {
      accounts.push(await acceptReading(pool, each, id, context, (more) => { vms += more; }));
      done += each.reading.files.length;
      options.onProgress?.({ files: files.length, done, vms });
    }
  }
  const of = (result: string) => accounts.filter((account) => account.result === result).length;
  const account: ImportAccount = {
    id, receivedAt: new Date(options.now).toISOString(), via: options.via, durationMs: Math.round(performance.now() - started),
    accepted: of("understood") + of("partly"), known: of("known"), refused: of("refused"),
    hosts: new Set(accounts.flatMap((each) => each.hosts.map((host) => host.id))).size, vms: accounts.reduce((sum, each) => sum + each.vms, 0),
    synthetic: accounts.some((each) => each.synthetic), files: accounts, estate: await estateSize(pool),
  };
  await closeImport(pool, account);
  if (account.vms >= LARGE && account.vms * 10 >= account.estate.vms) await pool.query(`ANALYZE ${ANALYZED}`);
  return account;
}
