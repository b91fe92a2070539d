import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { addressOf, spawnApp } from "../scripts/start/app-process";
import { freePort } from "../scripts/start/free-port.mjs";
import { type Figure, inWords } from "./figure";

const checkout = path.resolve(import.meta.dirname, "..");
const next = path.join(checkout, "node_modules/next/dist/bin/next");
const TARGET = 170_000;

/** Gzip bytes of every script that a page names: those in tags and those it preloads; not those for browsers without modules. */
async function weigh(address: string): Promise<{ bytes: number; files: number }> {
  const html = await (await fetch(`${address}/`)).text();
  const found = new Set<string>();
  for (const [tag] of html.matchAll(/<(?:script|link)\b[^>]*>/g)) {
    if (/\bnomodule\b/i.test(tag)) continue;
    const file = /\b(?:src|href)="([^"]+\.js(?:\?[^"]*)?)"/.exec(tag)?.[1];
    if (file !== undefined) found.add(file.replaceAll("&amp;", "&"));
  }
  let bytes = 0;
  for (const file of found) bytes += gzipSync(Buffer.from(await (await fetch(new URL(file, address))).arrayBuffer())).length;
  return { bytes, files: found.size };
}

/** A page of this Next that says one word, built inside the checkout so that it finds the packages. */
async function weighEmptyPage(): Promise<{ bytes: number; files: number }> {
  await mkdir(path.join(checkout, ".build"), { recursive: true });
  const folder = await mkdtemp(path.join(checkout, ".build", "empty-page-"));
  try {
    await mkdir(path.join(folder, "app"));
    await writeFile(path.join(folder, "package.json"), JSON.stringify({ name: "empty-page", private: true, type: "module" }));
    await writeFile(path.join(folder, "next.config.js"), `export default { turbopack: { root: ${JSON.stringify(checkout)} } };\n`);
    await writeFile(path.join(folder, "app/layout.js"), "export default function Layout({ children }) { return <html lang=\"en\"><body>{children}</body></html>; }\n");
    await writeFile(path.join(folder, "app/page.js"), "export default function Page() { return <p>Empty</p>; }\n");
    const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
    const run = (...args: string[]) => spawn(process.execPath, [next, ...args], { cwd: folder, stdio: ["ignore", "ignore", "inherit"], env });
    const code = await new Promise((resolve) => run("build").once("exit", resolve));
    if (code !== 0) throw new Error("The empty page does not build.");
    const port = await freePort();
    const server = run("start", "-p", String(port), "-H", "127.0.0.1");
    const ended = new Promise((resolve) => server.once("exit", resolve));
    try {
      const address = `http://127.0.0.1:${port}`;
      for (let tries = 0; tries < 600 && !(await fetch(address).then(() => true, () => false)); tries += 1) await sleep(100);
      return await weigh(address);
    } finally {
      server.kill("SIGTERM");
      await ended;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** JavaScript of the estate page at first load, gzip, against an empty page of the same Next. */
export async function benchJavaScript(): Promise<Figure[]> {
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), "quiesce-bench-js-"));
  const app = spawnApp(dataFolder);
  try {
    const address = await addressOf(app);
    const estate = await weigh(address);
    const empty = await weighEmptyPage();
    return [{
      figure: "javascript", what: `JavaScript of the estate page, first load, gzip (${estate.files} files)`, value: `${inWords(estate.bytes / 1000)} kB`,
      floor: `empty page ${inWords(empty.bytes / 1000)} kB`, ratio: estate.bytes / empty.bytes, target: `at most ${TARGET / 1000} kB`, met: estate.bytes <= TARGET,
    }];
  } finally {
    app.child.kill("SIGTERM");
    await app.ended;
    await rm(dataFolder, { recursive: true, force: true });
  }
}
