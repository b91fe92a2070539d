import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { factMeaning } from "@/lib/inventory/meaning";
import { factsOf, requirementGroups, requirementList, requirementListSchema } from "./requirement-list";
import { REQUIREMENTS } from "./requirements";
import { requirementsPage } from "./requirements-page";

it("docs/requirements.md is what the registry says", () => {
  const committed = readFileSync(path.join(import.meta.dirname, "../../docs/requirements.md"), "utf8").replaceAll("\r\n", "\n");
  expect(committed === requirementsPage(), "out of date: run node --import tsx scripts/generate-docs.ts").toBe(true);
});

it("lists every requirement once, in one group", () => {
  const groups = requirementGroups();
  expect(groups.map(({ requirements }) => requirements.length > 0)).toEqual(Array.from({ length: 8 }, () => true));
  expect(groups.flatMap(({ requirements }) => requirements)).toEqual(REQUIREMENTS);
  expect(requirementList().requirements.map(({ id }) => id)).toEqual(REQUIREMENTS.map(({ id }) => id));
});

it("is a document of its own schema, sources resolved", () => {
  const parsed = requirementListSchema.parse(requirementList());
  for (const of of parsed.requirements) expect(of.sources.length, of.id).toBeGreaterThan(0);
});

it("reads only facts that the inventory has and explains", () => {
  for (const requirement of REQUIREMENTS) {
    for (const fact of factsOf(requirement)) expect(fact === "host.attempted" || factMeaning(fact) !== null || fact === "guest.linux" || fact === "guest.bsd", `${requirement.id} ${fact}`).toBe(true);
  }
});

it("has one heading a requirement and a link to every source", () => {
  const page = requirementsPage();
  for (const { id, sources } of requirementList().requirements) {
    expect(page.split(`\n### ${id}\n`), id).toHaveLength(2);
    for (const { address } of sources) expect(page).toContain(`](${address})`);
  }
});
