import type { Missing, Reading } from "./outcome";
import type { Cell, Status } from "./requirement";

/** Verdicts, best to worst among the judged, then those outside the order. Ids of API, URL and database. */
export const VERDICTS = ["live-application", "live-filesystem", "live-unverified", "live-crash", "saved-state", "will-fail", "unknown", "offline", "excluded"] as const;
export type VerdictId = (typeof VERDICTS)[number];
/** Every VM is in exactly one class; the first four add up to the VMs judged for live backup, all six to the total. */
export const CLASSES = ["ready", "weaker", "not-live", "unknown", "offline", "excluded"] as const;
export type ClassId = (typeof CLASSES)[number];
export type Outage = "none" | "brief" | "already-off" | "fails" | "unknown";
export type Consistency = "application" | "filesystem" | "unverified" | "crash" | "at-rest" | "saved-memory" | "none" | "unknown";
export type Coverage = "full" | "partial" | "none" | "unknown";
export type Effect = Exclude<Cell, "pass" | "n-a">;

/** What one requirement says of one VM. */
export interface Finding {
  requirement: string;
  status: Status;
  /** The cell of domain.md 4.3 that is hit, worst first when several are; null when none. */
  effect: Effect | null;
  because: string;
  observed: string;
  expected: string;
  /** Readings with the time they were taken (ISO, UTC) and the source by fact path; marked where the guest wrote it itself. */
  evidence: readonly (Reading & { readAt: string | null; guestWritten?: true })[];
  missing: readonly Missing[];
  /** True: would matter if the VM ran; counts in no number. */
  latent: boolean;
  high: boolean;
  /** Rows hit and rows still open, keys of the requirement's `rows`. */
  hits: readonly string[];
  open: readonly string[];
  subject?: Readonly<Record<string, string | number | readonly string[]>>;
}

/** One of the twelve steps of domain.md 4.2. `group` is the one of seven shown on screen. */
export interface Step {
  number: number;
  group: "state" | "core facts" | "hard stops" | "guest" | "caps" | "coverage" | "unknowns";
  /** What came out: "none of 14", "Running", "live-crash". */
  says: string;
  /** Requirements that speak in this step. */
  requirements: readonly string[];
  decided: boolean;
  skipped: boolean;
}

export interface Verdict {
  verdict: VerdictId;
  /** Known facts already spoil readiness; unknown ones could only make it worse. */
  atBest: boolean;
  /** For `unknown`: the verdict still possible; null where the order ended earlier. For others equal to `verdict`. */
  best: VerdictId | null;
  /** The worst reading of step 11; equals `verdict` when nothing is open. */
  worst: VerdictId | null;
  class: ClassId;
  outage: Outage;
  consistency: Consistency;
  coverage: Coverage;
  /** One sentence with names and numbers. */
  because: string;
  /** Requirement that decided, or null (a VM that is ready, or a missing core fact). */
  decidedBy: string | null;
  /** Requirement that would decide next if the first were mended. */
  next: string | null;
  steps: readonly Step[];
  /** Badges of step 12: busy, policy-not-met, cannot-start, guest-not-verified, guest-agent-cannot-run. */
  badges: readonly string[];
  /** Requirements whose mending alone makes the VM ready. */
  fixAlone: readonly string[];
}

export interface ScoreLine {
  /** "Start", or why points go. */
  label: string;
  requirement: string | null;
  points: number;
}
/** 0 to 100; a range when blocking facts are unknown. Null for offline and excluded VMs. */
export interface Score {
  low: number;
  high: number;
  /** Adds up to `high`. */
  lines: readonly ScoreLine[];
}

export interface Judgement {
  vmId: string | null;
  vmName: string;
  ruleset: string;
  /** ISO time of the judgement. */
  judgedAt: string;
  verdict: Verdict;
  score: Score | null;
  findings: readonly Finding[];
  /** Seconds of the expected pause of a saved-state VM: assigned memory over the configured write rate; an estimate. */
  estimatedPauseSeconds: number | null;
}
