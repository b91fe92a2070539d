import { type Case, FROM_2016, type Given, UP_TO_2012R2 } from "./case";

function builds({ cluster }: Given, ...numbers: (number | null)[]) {
  if (cluster !== null) cluster.nodes = numbers.map((osBuild, index) => ({ name: `HV0${index + 1}`, state: "Up", osBuild }));
}

export const cases: Case[] = [
  { name: "before 2016", on: UP_TO_2012R2, csv: true, given: () => undefined, status: "not-applicable" },
  { name: "no cluster", on: FROM_2016, given: () => undefined, status: "not-applicable" },
  { name: "one release, its level", on: FROM_2016, csv: true, given: () => undefined, status: "pass" },
  { name: "mixed releases", on: FROM_2016, csv: true, given: (of) => builds(of, 14393, 17763), status: "warning", effect: "warn" },
  { name: "mixed releases, one node unread", on: FROM_2016, csv: true, given: (of) => builds(of, 20348, null, 26100), status: "warning" },
  { name: "level of the release before", on: FROM_2016, csv: true, given: ({ cluster }) => { if (cluster !== null) cluster.functionalLevel = (cluster.functionalLevel ?? 0) - 1; }, status: "warning", effect: "warn" },
  { name: "a build that no source lists", on: FROM_2016, csv: true, given: (of) => builds(of, 25398, 25398), status: "unknown" },
  { name: "build of a node not read", on: FROM_2016, csv: true, given: ({ cluster }) => { for (const node of cluster?.nodes?.slice(1) ?? []) node.osBuild = null; }, status: "unknown" },
  { name: "level not read", on: FROM_2016, csv: true, given: ({ cluster }) => { if (cluster !== null) cluster.functionalLevel = null; }, status: "unknown" },
  { name: "nodes not read", on: FROM_2016, csv: true, given: ({ cluster }) => { if (cluster !== null) cluster.nodes = null; }, status: "unknown" },
];
