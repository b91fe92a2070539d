import { describe, expect, it } from "vitest";
import type { FilterChoices } from "@/lib/estate/contract";
import { FILTER_KEYS } from "@/lib/estate/filters";
import { filterChips, filterFields } from "./filter-words";

const cluster = "00000000-0000-4000-8000-00000000000a";
const choices: FilterChoices = {
  clusters: [{ id: cluster, name: "CL-EDGE", count: 3 }], hosts: [], releases: [{ value: "Server 2022", count: 2 }], guests: [], versions: [],
  generations: [], requirements: [{ id: "ic-vss-offered", title: "Backup service offered" }],
};

describe("filter chips", () => {
  it("names ids and joins alternatives", () => {
    const chips = filterChips({ cluster: [cluster, "none"], class: ["weaker"], requirement: "ic-vss-offered", scoreTo: 40 }, choices);
    expect(chips.map((chip) => `${chip.label} ${chip.value}`)).toEqual([
      "Class Live, weaker data", "Requirement Backup service offered", "Cluster CL-EDGE or no cluster", "Score to 40",
    ]);
  });

  it("shows a chip for each filter in force and none for the rest", () => {
    expect(filterChips({}, choices)).toEqual([]);
    const one = Object.fromEntries(FILTER_KEYS.map((key) => [key, key === "scoreFrom" || key === "scoreTo" ? 1 : "x"]));
    expect(filterChips(one, choices).map((chip) => chip.key)).toEqual(FILTER_KEYS);
  });
});

describe("filter menu", () => {
  it("leaves out what has nothing to choose", () => {
    const keys = filterFields(choices).map((field) => field.key);
    expect(keys).toContain("release");
    expect(keys).not.toContain("host");
  });
});
