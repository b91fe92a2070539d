import type { Cluster, Guest, Host, Vm } from "@/lib/inventory/document";
import type { Bucket } from "./facts/host-release";
import type { Family } from "./facts/family";
import type { Fix } from "./fix";
import type { Outcome } from "./outcome";
import type { Situation } from "./situation";

/** Headlines of the order in domain.md 4.2, best to worst. */
export const HEADLINES = ["live-application", "live-filesystem", "live-unverified", "live-crash", "saved-state", "will-fail"] as const;
export type Headline = (typeof HEADLINES)[number];
/** One cell of the table in domain.md 4.3. `offline`, `unknown` and `excluded` are cells of part E. */
export type Cell = Headline | "partial" | "warn" | "info" | "pass" | "n-a" | "offline" | "unknown" | "excluded";
/** Cells of one row: W08R2, W12, W12R2 fallback, W12R2 app-required, W16+ fallback, W16+ app-required. */
export type Cells = readonly [Cell, Cell, Cell, Cell, Cell, Cell];

export interface Row {
  /** When the row is hit, in words: "no SCSI controller, Generation 1, running". */
  when: string;
  cells: Cells;
  /**
   * Buckets where the effect rests on [E] or on "not confirmed" (domain.md section 6): shown as warning, never as fail.
   * `true` = every bucket.
   */
  unconfirmed?: true | readonly Bucket[];
}

/** Parts of domain.md 4.3: hard stops, caps, guest (static, run-time), coverage, other outcomes, never the headline. */
export type Part = "A" | "B" | "C-static" | "C-run-time" | "D" | "E" | "F";
export type Status = "pass" | "fail" | "warning" | "info" | "unknown" | "not-applicable";
export type { Family };

export interface Facts {
  host: Omit<Host, "absent">;
  cluster: Omit<Cluster, "absent">;
  vm: Omit<Vm, "absent" | "guest">;
  guest: Omit<Guest, never>;
}
export interface Needs {
  host?: readonly (keyof Facts["host"])[];
  cluster?: readonly (keyof Facts["cluster"])[];
  vm?: readonly (keyof Facts["vm"])[];
  guest?: readonly (keyof Facts["guest"])[];
}
type Named<Level extends keyof Facts, N extends Needs> = N[Level] extends readonly (infer K)[] ? Pick<Facts[Level], K & keyof Facts[Level]> : Record<never, never>;
/** The facts that a requirement declared, and no others: reading any other does not compile. */
export interface Declared<N extends Needs> {
  host: Named<"host", N>;
  cluster: Named<"cluster", N>;
  vm: Named<"vm", N>;
  guest: Named<"guest", N>;
}

interface RequirementTexts {
  /** Equals the file name; never renamed. */
  id: string;
  /** The state that must hold, present tense, at most 80 characters, not "Ensure". */
  title: string;
  /** The harm, at most two sentences. */
  why: string;
  /** What happens to the backup if it does not hold; one or two sentences. */
  otherwise: string;
  /** What is expected, for the finding: "Enabled = True". */
  expected: string;
  /** Host buckets and guest families it speaks of. */
  hosts: readonly Bucket[];
  guests: readonly Family[];
  /** Source keys of domain.md section 0, such as "S2", or https addresses. */
  sources: readonly string[];
  part: Part;
  /** `running`: it speaks of a running VM only; for a VM that is off the finding is latent. */
  asks: "always" | "running";
  rows: Readonly<Record<string, Row>>;
  /** Statuses that can be shown per bucket; compared by a test with what the cases reach. */
  statuses: Readonly<Record<Bucket, readonly Status[]>>;
}

export interface Definition<N extends Needs> extends RequirementTexts {
  needs: N;
  /** Pure; no clock, no I/O. Called only when its bucket column is not n-a in all rows. */
  check(facts: Declared<N>, at: Situation): Outcome;
  /** Fixes for a finding that fails, warns or informs. The read-only command of an unknown finding comes from the engine. */
  fixes(facts: Declared<N>, at: Situation, outcome: Outcome): Fix[];
}
export interface Requirement extends RequirementTexts {
  needs: Needs;
  check(facts: Facts, at: Situation): Outcome;
  fixes(facts: Facts, at: Situation, outcome: Outcome): Fix[];
}

/** One requirement, one file. The compiler refuses a check that reads a fact it did not declare in `needs`. */
export function defineRequirement<const N extends Needs>(definition: Definition<N>): Requirement;
export function defineRequirement(definition: Requirement): Requirement {
  return definition;
}

/** Same cells in all six columns. */
export function everywhere(cell: Cell): Cells {
  return [cell, cell, cell, cell, cell, cell];
}
