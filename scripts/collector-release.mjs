import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { singleFile } from "./collector/single-file.mjs";

const root = path.resolve(import.meta.dirname, "..");
const PARTS = ["Quiesce", "guest"];

/**
 * What is made from the collector's sources: the hashes that the dashboard shows beside each collector, and the single file.
 * @returns {{ file: string, text: string }[]} files below the project's root, with their text
 */
export function releaseFiles() {
  const collector = path.join(root, "collector");
  const manifest = fs.readFileSync(path.join(collector, "Quiesce/Quiesce.psd1"), "utf8");
  const version = /ModuleVersion = '([^']+)'/.exec(manifest)?.[1];
  if (version === undefined) throw new Error("collector/Quiesce/Quiesce.psd1 names no ModuleVersion");
  const single = singleFile({ moduleFolder: path.join(collector, "Quiesce"), version });
  const paths = PARTS.flatMap((part) => fs.readdirSync(path.join(collector, part), { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile()).map((entry) => path.relative(collector, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"))).sort();
  const files = [
    ...paths.map((file) => ({ path: file, text: fs.readFileSync(path.join(collector, file), "utf8") })),
    { path: "dist/quiesce-collect.ps1", text: single },
  ];
  // Line ends as in the repository, so that a checkout on Windows gives the same hashes.
  const hashed = files.map(({ path: file, text }) => {
    const bytes = Buffer.from(text.replaceAll("\r\n", "\n"));
    return { path: file, bytes: bytes.length, sha256: crypto.createHash("sha256").update(bytes).digest("hex") };
  });
  return [
    { file: "collector/dist/quiesce-collect.ps1", text: single },
    { file: "collector/hashes.json", text: `${JSON.stringify({ version, files: hashed }, null, 1)}\n` },
  ];
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { file, text } of releaseFiles()) {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text);
    console.log(`${file}: ${Buffer.byteLength(text)} bytes`);
  }
}
