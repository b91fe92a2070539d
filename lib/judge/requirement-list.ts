import { z } from "zod";
import { BUCKETS } from "./facts/host-release";
import type { Cell, Requirement } from "./requirement";
import { REQUIREMENTS } from "./requirements";
import { sourceOf } from "./sources";

/** Sub-sections of the catalogue: title, and the requirement that each begins with. */
const GROUPS: readonly (readonly [string, string])[] = [
  ["VM state and identity", "vm-running"], ["Integration services", "ic-vss-offered"], ["Guest operating system and services", "guest-os-vss"], ["Guest storage", "guest-disks-basic"],
  ["VM disks and checkpoints", "disk-no-passthrough"], ["Host platform, storage and host VSS", "host-os-kind"], ["Cluster", "csv-aware"], ["Security, replica, permissions, tool policy", "shielded"],
];

export interface RequirementGroup {
  title: string;
  requirements: readonly Requirement[];
}

/** The registry by sub-section, in its order. */
export function requirementGroups(): RequirementGroup[] {
  const starts = GROUPS.map(([, first]) => REQUIREMENTS.findIndex((requirement) => requirement.id === first));
  return GROUPS.map(([title], index) => ({ title, requirements: REQUIREMENTS.slice(starts[index], starts[index + 1]) }));
}

const bucket = z.enum(BUCKETS);
const cell = z.enum(["live-application", "live-filesystem", "live-unverified", "live-crash", "saved-state", "will-fail", "partial", "warn", "info", "pass", "n-a", "offline", "unknown", "excluded"]);
const status = z.enum(["pass", "fail", "warning", "info", "unknown", "not-applicable"]);

/** What `quiesce requirements --format json` prints: schema `quiesce.requirements/1`. */
export const requirementListSchema = z.object({
  schema: z.literal("quiesce.requirements/1"),
  requirements: z.array(z.object({
    id: z.string(),
    group: z.string(),
    title: z.string(),
    why: z.string(),
    otherwise: z.string().meta({ description: "What happens to the backup if it does not hold." }),
    expected: z.string(),
    hosts: z.array(bucket).meta({ description: "W08R2: 2008, 2008 R2. W12: 2012. W12R2: 2012 R2. W16+: 2016 and later." }),
    guests: z.array(z.enum(["windows", "linux", "bsd", "other"])),
    part: z.enum(["A", "B", "C-static", "C-run-time", "D", "E", "F"]).meta({ description: "A hard stops, B caps, C guest, D coverage, E other outcomes, F never the headline." }),
    runningOnly: z.boolean(),
    facts: z.array(z.string()).meta({ description: "Facts of the inventory that it reads." }),
    sources: z.array(z.object({ key: z.string(), title: z.string(), address: z.url(), exact: z.boolean().meta({ description: "False when only the site is known, not the page." }) })),
    rows: z.array(z.object({
      key: z.string(), when: z.string(), unconfirmed: z.array(bucket).meta({ description: "Hosts where the effect is not confirmed: shown as a warning." }),
      effects: z.object({ W08R2: cell, W12: cell, W12R2: z.object({ fallback: cell, "app-required": cell }), "W16+": z.object({ fallback: cell, "app-required": cell }) }),
    })),
    statuses: z.record(bucket, z.array(status)),
  })),
}).meta({ title: "Quiesce requirements, version 1" });
export type RequirementList = z.infer<typeof requirementListSchema>;
type Listed = RequirementList["requirements"][number];

/** Paths of the facts that a requirement declares: `vm.disks`, `host.volumes`. */
export function factsOf(requirement: Requirement): string[] {
  const { needs } = requirement;
  return [
    ...(needs.host ?? []).map((fact) => `host.${fact}`), ...(needs.cluster ?? []).map((fact) => `cluster.${fact}`),
    ...(needs.vm ?? []).map((fact) => `vm.${fact}`), ...(needs.guest ?? []).map((fact) => `guest.${fact}`),
  ];
}

function listed(requirement: Requirement, group: string): Listed {
  const { id, title, why, otherwise, expected, hosts, guests, part, asks, rows, statuses } = requirement;
  return {
    id, group, title, why, otherwise, expected, hosts: [...hosts], guests: [...guests], part, runningOnly: asks === "running", facts: factsOf(requirement),
    sources: requirement.sources.flatMap((source) => sourceOf(source) ?? []),
    rows: Object.entries(rows).map(([key, row]) => {
      const at = (column: number): Cell => row.cells[column] ?? "n-a";
      const unconfirmed = row.unconfirmed === true ? BUCKETS : row.unconfirmed ?? [];
      return { key, when: row.when, unconfirmed: [...unconfirmed], effects: { W08R2: at(0), W12: at(1), W12R2: { fallback: at(2), "app-required": at(3) }, "W16+": { fallback: at(4), "app-required": at(5) } } };
    }),
    statuses: { W08R2: [...statuses.W08R2], W12: [...statuses.W12], W12R2: [...statuses.W12R2], "W16+": [...statuses["W16+"]] },
  };
}

/** All requirements as a document, in the order of the registry. */
export function requirementList(): RequirementList {
  return { schema: "quiesce.requirements/1", requirements: requirementGroups().flatMap(({ title, requirements }) => requirements.map((requirement) => listed(requirement, title))) };
}
