import os from "node:os";
import path from "node:path";
import { defineConfig } from "@playwright/test";
import { freePort } from "./scripts/start/free-port.mjs";
import { findChromium } from "./scripts/test/chromium.mjs";

// Playwright reads this file in each of its processes; the first settles what all of them use.
const port = (process.env["QUIESCE_E2E_PORT"] ??= String(await freePort()));
const dataFolder = (process.env["QUIESCE_E2E_DATA"] ??= path.join(os.tmpdir(), `quiesce-e2e-${port}-${process.pid}`));
if (process.env["QUIESCE_CHROMIUM"] === undefined) {
  const found = await findChromium({ say: console.log });
  process.env["QUIESCE_CHROMIUM"] = found?.executablePath ?? "";
  process.env["QUIESCE_CHROMIUM_ARGS"] = JSON.stringify(found?.args ?? []);
}
const executablePath = process.env["QUIESCE_CHROMIUM"];
const args: string[] = JSON.parse(process.env["QUIESCE_CHROMIUM_ARGS"] ?? "[]");

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: "line",
  use: {
    baseURL: `http://localhost:${port}`,
    browserName: "chromium",
    trace: "retain-on-failure",
    launchOptions: { args, ...(executablePath === "" ? {} : { executablePath }) },
  },
  webServer: {
    command: "node scripts/start.mjs",
    env: { PORT: port, QUIESCE_DATA: dataFolder, HOST: "", DATABASE_URL: "", QUIESCE_ADMIN_TOKEN: "" },
    url: `http://localhost:${port}/`,
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "ignore",
    stderr: "pipe",
  },
});
