import { checkNodeVersion } from "./start/node-version.mjs";
import { printFailure } from "./start/refusal.mjs";

const say = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);

async function main() {
  checkNodeVersion(process.versions.node);
  const { startApp } = await import("./start/app.mjs");
  const { onStopSignal } = await import("./start/signals.mjs");
  const starting = startApp({ env: process.env, say });
  let stopping = false;
  onStopSignal(async () => {
    stopping = true;
    say("Stopping …");
    const app = await starting.catch(() => undefined);
    await app?.stop();
  });
  const { url } = await starting;
  if (stopping) return;
  say(`Quiesce runs at ${url}`);
  say("Next: open that address and drop an inventory on the Imports page, or run: npx quiesce import FILE");
  say("Ctrl-C stops it.");
}

main().catch((error) => {
  printFailure(error);
  process.exit(1);
});
