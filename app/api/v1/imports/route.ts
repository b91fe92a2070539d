import { z } from "zod";
import { pool } from "@/lib/db/client";
import { readEnv } from "@/lib/env";
import { readImports } from "@/lib/estate/imports";
import { notAllowed, parseInput, route } from "@/lib/http";
import { checkOptions } from "@/lib/importers";
import { acceptFiles } from "@/lib/ingest/accept-files";
import { readUploadedFiles } from "@/lib/ingest/keep/uploads";
import { loadPolicy } from "@/lib/policy/stored-policy";
import { answer } from "../answers";

const MOST_FILES = 10_000;
/** All files of one request together, in sizes of one file. */
const FILES_OF_LIMIT = 4;

const optionsSchema = z.object({
  hostOs: z.string().max(64).optional(),
  hostId: z.string().max(128).optional(),
  collectedAt: z.string().max(64).optional(),
  via: z.enum(["page", "api", "cli"]).default("api"),
  name: z.string().max(512).optional(),
});

/** Imports, newest first. */
export const GET = route(async (request) => answer(await readImports(new URL(request.url).searchParams.get("cursor") ?? undefined)));

/**
 * Imports files: a multipart form, or one file as the body. Answers with the account of each file, also when some or all
 * of them were refused.
 */
export const POST = route(async (request) => {
  const { name: _name, via, ...given } = parseInput(optionsSchema, Object.fromEntries(new URL(request.url).searchParams), "query");
  const limit = readEnv().importLimitBytes;
  const options = {
    now: Date.now(), maxBytes: limit,
    ...(given.hostOs === undefined ? {} : { hostOs: given.hostOs }), ...(given.hostId === undefined ? {} : { hostId: given.hostId }), ...(given.collectedAt === undefined ? {} : { collectedAt: given.collectedAt }),
  };
  checkOptions(options);
  const files = await readUploadedFiles(request, { fileBytes: limit, totalBytes: FILES_OF_LIMIT * limit, files: MOST_FILES });
  const { document: policy } = await loadPolicy(pool());
  const account = await acceptFiles(pool(), files, { ...options, via, policy });
  return answer(account, 201, { location: `/api/v1/imports/${account.id}` });
});

export const { PUT, PATCH, DELETE, OPTIONS } = notAllowed("GET", "POST");
