import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { requirementListSchema } from "@/lib/judge/requirement-list";
import { REQUIREMENTS } from "@/lib/judge/requirements";
import { requirementsPage } from "@/lib/judge/requirements-page";

const quiesce = path.join(import.meta.dirname, "quiesce.mjs");
const run = (...args: string[]) => promisify(execFile)(process.execPath, [quiesce, "requirements", ...args], { maxBuffer: 16 * 1024 * 1024 });

it("prints the committed page, or a document of its schema, and refuses another format", async () => {
  const markdown = await run();
  expect(markdown.stdout).toBe(requirementsPage());
  const { requirements } = requirementListSchema.parse(JSON.parse((await run("--format", "json")).stdout));
  expect(requirements).toHaveLength(REQUIREMENTS.length);
  await expect(run("--format", "xml")).rejects.toMatchObject({ code: 2 });
}, 60_000);
