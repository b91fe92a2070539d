import path from "node:path";
import { build, generate } from "./build.mjs";
import { install } from "./install.mjs";
import { acquireLock } from "./lock.mjs";
import { printFailure } from "./refusal.mjs";
import { takePort } from "./serve.mjs";
import { prepareDataFolder, readSettings } from "./settings.mjs";

/** The lock file of a data folder. */
export const lockName = "app.json";

/**
 * Brings the whole app up: dependencies, build, database, web server. Every step that is current
 * is skipped.
 * @param {{ env: NodeJS.ProcessEnv, say: (line: string) => void }} options
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 * @throws {import("./refusal.mjs").Refusal} when a user can mend what is in the way
 */
export async function startApp({ env, say }) {
  const settings = readSettings(env);
  prepareDataFolder(settings.dataFolder);
  /** @type {(() => Promise<void>)[]} */
  const undo = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step().catch(printFailure);
  };
  try {
    const lock = await acquireLock(path.join(settings.dataFolder, lockName));
    undo.push(lock.release);
    const door = await takePort(settings);
    undo.push(door.close);
    await install({ say });
    await generate({ say });
    await build({ say });

    const { openDatabase } = await import("./database.mjs");
    const { prepareApp } = await import("./serve.mjs");
    const opening = openDatabase({ ...settings, say });
    // The two take about as long as each other; a failure of the first is the one that is told.
    const preparing = prepareApp(door, settings);
    preparing.catch(() => undefined);
    const database = await opening;
    undo.splice(1, 0, database.stop);
    Object.assign(process.env, { DATABASE_URL: database.url, QUIESCE_DATA: settings.dataFolder });
    const app = await preparing;
    undo.splice(2, 0, app.close);
    door.open(app.handler);
    lock.publish({ url: door.url, databaseUrl: database.url });
    return { url: door.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
