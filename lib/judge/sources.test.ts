import { expect, it } from "vitest";
import { REQUIREMENTS } from "./requirements";
import { SOURCE_KEYS, sourceOf } from "./sources";

it("knows S1 to S81, each with a title and an https address", () => {
  expect(SOURCE_KEYS).toEqual(Array.from({ length: 81 }, (_, index) => `S${index + 1}`));
  for (const key of SOURCE_KEYS) {
    const source = sourceOf(key);
    expect(source?.title.length, key).toBeGreaterThan(8);
    expect(new URL(source?.address ?? "").protocol, key).toBe("https:");
  }
});

it("takes an address for itself and refuses an unknown key", () => {
  expect(sourceOf("https://example.test/page")).toEqual({ key: "https://example.test/page", title: "example.test/page", address: "https://example.test/page", exact: true });
  expect(sourceOf("S82")).toBeNull();
  expect(sourceOf("http://example.test/")).toBeNull();
});

it("resolves every source of every requirement", () => {
  for (const requirement of REQUIREMENTS) {
    expect(requirement.sources.length, requirement.id).toBeGreaterThan(0);
    for (const source of requirement.sources) expect(sourceOf(source), `${requirement.id} ${source}`).not.toBeNull();
  }
});
