import path from "node:path";
import { describe, expect, it } from "vitest";
import { collectorFolder, moduleFile, proofScript, runChecked } from "./shell";

interface Listing { file: string; writers: { id: string; name: string; state: number; lastError: string | null }[] }

const HYPER_V = "66841cd4-6ded-4f4b-8f17-fd23f8ddc3de";
const LANGUAGES = ["de", "en", "fr", "ja", "zh"];

describe("vssadmin's text", () => {
  it("says the same in every language", async (context) => {
    const listings = await runChecked<Listing>(context, proofScript("check-writers.ps1"), { Module: moduleFile, Texts: path.join(collectorFolder, "tests/fleet/texts") });
    const by = new Map(listings.map(({ file, writers }) => [file, writers]));
    const english = by.get("writers-en");
    expect(english).toHaveLength(8);
    for (const language of LANGUAGES) {
      expect(by.get(`writers-${language}`), language).toEqual(english);
      const failed = by.get(`writers-${language}-failed`) ?? [];
      expect(failed.map(({ id, name, state }) => ({ id, name, state })), language).toEqual(english?.map(({ id, name, state }) => ({ id, name, state: id === HYPER_V ? 8 : state })));
      for (const { id, lastError } of failed) expect(lastError === "none", `${language} ${id}`).toBe(id !== HYPER_V);
      expect(failed.find(({ id }) => id === HYPER_V)?.lastError, language).toBeTruthy();
    }
  });
});
