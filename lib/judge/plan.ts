import type { Bucket } from "./facts/host-release";
import { REQUIREMENTS } from "./requirements";
import { HEADLINES, type Cell, type Headline, type Requirement, type Row } from "./requirement";

/** A requirement with what the engine needs at hand: its place, and which columns speak at all. */
export interface Planned {
  index: number;
  requirement: Requirement;
  /** True for columns where every cell is n-a. */
  silent: readonly boolean[];
  /** Its outcome can depend on the guest's family. */
  byFamily: boolean;
  guestPart: boolean;
}

function plan(requirement: Requirement, index: number): Planned {
  const rows = Object.values(requirement.rows);
  const guestPart = requirement.part === "C-static" || requirement.part === "C-run-time";
  return {
    index, requirement, guestPart,
    silent: [0, 1, 2, 3, 4, 5].map((column) => rows.length > 0 && rows.every((row) => row.cells[column] === "n-a")),
    byFamily: guestPart || requirement.guests.length < 4 || (requirement.needs.guest?.length ?? 0) > 0,
  };
}

export const PLAN: readonly Planned[] = REQUIREMENTS.map(plan);
const INDEX = new Map(PLAN.map((planned) => [planned.requirement.id, planned.index]));

/** Place of a requirement in the registry, -1 when there is none of that id. */
export function indexOf(id: string): number {
  return INDEX.get(id) ?? -1;
}

/** Id of the requirement at a place of the registry; null for -1 and beyond. */
export function idAt(index: number): string | null {
  return PLAN[index]?.requirement.id ?? null;
}

/** With an agent in the guest only these stay applicable (domain.md 4.2, step 3). */
export const AGENT_REQUIREMENTS: ReadonlySet<string> = new Set([
  "vm-running", "vm-not-critical", "vm-unique-id", "ic-heartbeat", "guest-os-vss", "guest-svc-core", "guest-svc-vss",
  "guest-svc-provider", "guest-writers", "guest-dc", "guest-disks-basic", "guest-fs", "guest-esp-exempt", "guest-free-space",
  "guest-small-partitions", "guest-shadow-storage", "guest-vol-64tb", "guest-vss-limits", "guest-bitlocker", "guest-mountpoints",
  "replica-vm", "replica-test", "collector-rights", "tool-policy", "guest-based-unaffected", "last-backup",
]);

/** Column of domain.md 4.3; with an agent always one of W12R2, because the host takes no part and saves no state. */
export function columnOf(bucket: Bucket | null, required: "fallback" | "app-required", agent: boolean): number | null {
  const app = required === "app-required" ? 1 : 0;
  if (agent) return 2 + app;
  if (bucket === null) return null;
  if (bucket === "W08R2") return 0;
  if (bucket === "W12") return 1;
  return (bucket === "W12R2" ? 2 : 4) + app;
}

/** Severity of a headline: 0 for the best, 5 for will-fail. */
export const RANK: Readonly<Record<Headline, number>> = {
  "live-application": 0, "live-filesystem": 1, "live-unverified": 2, "live-crash": 3, "saved-state": 4, "will-fail": 5,
};
export function isHeadline(cell: Cell | undefined): cell is Headline {
  return cell !== undefined && (HEADLINES as readonly string[]).includes(cell);
}

/** Cell of a row in a column; `n-a` for a key that the requirement does not have. */
export function cellOf(requirement: Requirement, key: string, column: number): Cell {
  const row: Row | undefined = requirement.rows[key];
  return row?.cells[column] ?? "n-a";
}
export function stopsEverywhere(row: Row): boolean {
  return row.cells.every((cell) => cell === "will-fail");
}
