import fs from "node:fs";
import path from "node:path";
import { runNode } from "../start/run.mjs";
import { root } from "../start/settings.mjs";

const installLimitMs = 300_000;
const systemPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * @typedef {{ executablePath: string | undefined, args: string[] }} Browser executablePath undefined: Playwright's own
 */

/**
 * Finds a Chromium that starts: Playwright's own, else that of the package @sparticuz/chromium
 * (Linux), else one that Playwright downloads now, else one of the system.
 * @param {{ say: (line: string) => void }} options
 * @returns {Promise<Browser | undefined>}
 */
export async function findChromium({ say }) {
  const own = { executablePath: undefined, args: [] };
  if (await starts(own)) return own;
  const packaged = await findPackaged();
  if (packaged !== undefined && (await starts(packaged))) return packaged;
  say("Fetching a browser for the tests …");
  const cli = path.join(root, "node_modules/@playwright/test/cli.js");
  const install = runNode([cli, "install", "chromium"], { cwd: root, quiet: true, timeoutMs: installLimitMs });
  if ((await install).code === 0 && (await starts(own))) return own;
  for (const executablePath of systemPlaces.filter((place) => fs.existsSync(place))) {
    const system = { executablePath, args: ["--no-sandbox", "--disable-background-networking"] };
    if (await starts(system)) return system;
  }
  return undefined;
}

/** @returns {Promise<Browser | undefined>} */
async function findPackaged() {
  if (process.platform !== "linux") return undefined;
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    // Its own arguments turn on a single process, which does not outlive a second page.
    const args = chromium.args.filter((arg) => !["--single-process", "--no-zygote"].includes(arg) && !arg.startsWith("--headless"));
    return { executablePath: await chromium.executablePath(), args };
  } catch {
    return undefined;
  }
}

/**
 * @param {Browser} browser
 * @returns {Promise<boolean>}
 */
async function starts({ executablePath, args }) {
  const { chromium } = await import("@playwright/test");
  try {
    const running = await chromium.launch({ args, timeout: 30_000, ...(executablePath === undefined ? {} : { executablePath }) });
    const page = await running.newPage();
    await page.goto("data:text/html,<title>it starts</title>");
    const title = await page.title();
    await running.close();
    return title === "it starts";
  } catch {
    return false;
  }
}
