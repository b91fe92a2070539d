import { build, generate } from "./start/build.mjs";
import { install } from "./start/install.mjs";
import { printFailure } from "./start/refusal.mjs";

const say = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);

try {
  await install({ say });
  await generate({ say });
  await build({ say });
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}
