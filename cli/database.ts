import path from "node:path";
import { lockName } from "../scripts/start/app.mjs";
import { generate } from "../scripts/start/build.mjs";
import { openDatabase } from "../scripts/start/database.mjs";
import { acquireLock, findHolder } from "../scripts/start/lock.mjs";
import { dataFolderOf, prepareDataFolder } from "../scripts/start/settings.mjs";

export interface RunningApp {
  /** Such as http://localhost:3000, without a slash at the end. */
  url: string;
  databaseUrl: string;
}

/** The app that runs on this data folder (QUIESCE_DATA), or undefined when none does. */
export async function findRunningApp(): Promise<RunningApp | undefined> {
  const holder = await findHolder(path.join(dataFolderOf(process.env), lockName));
  if (holder?.url === undefined || holder.databaseUrl === undefined) return undefined;
  return { url: holder.url, databaseUrl: holder.databaseUrl };
}

/**
 * Runs work with DATABASE_URL set to the migrated database of this data folder: the running app's
 * when one runs, else brought up for as long as the work takes. Import modules that use `lib/db`
 * inside the work (`await import(…)`), because the generated client may not exist before.
 * @throws Refusal when the database cannot be had, in a sentence
 */
export async function withDatabase<Result>(work: () => Promise<Result>): Promise<Result> {
  const say = (line: string): void => {
    if (process.stderr.isTTY) process.stderr.write(`${line}\n`);
  };
  await generate({ say });
  const running = await findRunningApp();
  if (running !== undefined) return workOn(running.databaseUrl, work);
  const dataFolder = dataFolderOf(process.env);
  prepareDataFolder(dataFolder);
  const lock = await acquireLock(path.join(dataFolder, lockName));
  try {
    const database = await openDatabase({ dataFolder, databaseUrl: process.env["DATABASE_URL"]?.trim() || undefined, say });
    try {
      return await workOn(database.url, work);
    } finally {
      await database.stop();
    }
  } finally {
    await lock.release();
  }
}

async function workOn<Result>(databaseUrl: string, work: () => Promise<Result>): Promise<Result> {
  process.env["DATABASE_URL"] = databaseUrl;
  const { disconnect } = await import("@/lib/db/client");
  try {
    return await work();
  } finally {
    await disconnect();
  }
}
