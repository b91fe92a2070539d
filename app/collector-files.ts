import "server-only";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { AppError } from "@/lib/errors";

/** Files of the collector lie beside the app, which is started in its own folder. */
const FOLDER = path.join(/* turbopackIgnore: true */ process.cwd(), "collector");

const hashesSchema = z.object({ files: z.array(z.object({ path: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/i) })) });

async function text(...name: string[]): Promise<string | null> {
  try {
    return await fs.readFile(path.join(FOLDER, ...name), "utf8");
  } catch (problem) {
    if (problem instanceof Error && "code" in problem && problem.code === "ENOENT") return null;
    throw problem;
  }
}

/** SHA-256 of each file of the collector's module; empty where the collector is not beside the app. */
export async function readFileHashes(): Promise<{ path: string; sha256: string }[]> {
  const found = await text("hashes.json");
  if (found === null) return [];
  return hashesSchema.parse(JSON.parse(found)).files;
}

/**
 * The collector in one file, for a first look without a server.
 * @throws AppError `not-found` where it is not beside the app
 */
export async function readSingleFile(): Promise<string> {
  const found = await text("dist", "quiesce-collect.ps1");
  if (found === null) throw new AppError("not-found", "The single-file collector is not beside this app; get it from the release.");
  return found;
}
