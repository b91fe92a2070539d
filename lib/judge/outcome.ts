import type { AbsentReason } from "@/lib/inventory/fact";

export type CheckStatus = "pass" | "fail" | "unknown" | "not-applicable";
export type Level = "host" | "cluster" | "vm" | "guest";

/** A fact that a check needs and that has no value: `vm.checkpoints`, `guest.volumes[1].fileSystem`. */
export interface Missing {
  fact: string;
  reason: AbsentReason;
  text?: string;
}
/** One reading behind a finding: the fact's path and the value as read. Source and time are looked up by the path. */
export interface Reading {
  fact: string;
  reading: string;
}

/**
 * What one check says. `hits`: rows (keys of the requirement's `rows`) that known facts prove. `open`: rows that the
 * missing facts could still hit; tried in the worst reading (domain.md 4.2, step 11). A row hit and a fact missing
 * beside it may stand together.
 */
export interface Outcome {
  status: CheckStatus;
  hits: readonly string[];
  open: readonly string[];
  because: string;
  observed: string;
  /** Overrides the requirement's own `expected`. */
  expected?: string;
  readings: readonly Reading[];
  missing: readonly Missing[];
  /** A warning that stands out (domain.md: "high"). */
  high?: boolean;
  /** What the fixes need to name: paths, services, numbers. */
  subject?: Readonly<Record<string, string | number | readonly string[]>>;
}

const NONE: readonly never[] = Object.freeze([]);

/** Known facts meet the requirement. */
export function pass(because: string, observed: string, readings: readonly Reading[]): Outcome {
  return { status: "pass", hits: NONE, open: NONE, because, observed, readings, missing: NONE };
}

interface Hit {
  because: string;
  observed: string;
  readings: readonly Reading[];
  expected?: string;
  high?: boolean;
  subject?: Outcome["subject"];
  /** Facts missing beside the hit, and the further rows they could hit. */
  missing?: readonly Missing[];
  open?: readonly string[];
}

/** Known facts hit one or more rows of domain.md 4.3. */
export function hit(rows: string | readonly string[], of: Hit): Outcome {
  return {
    status: "fail", hits: typeof rows === "string" ? [rows] : rows, open: of.open ?? NONE,
    because: of.because, observed: of.observed, readings: of.readings, missing: of.missing ?? NONE,
    ...(of.expected === undefined ? {} : { expected: of.expected }),
    ...(of.high === undefined ? {} : { high: of.high }),
    ...(of.subject === undefined ? {} : { subject: of.subject }),
  };
}

/** A needed fact has no value. `open` = rows it could hit for this VM under its settings; empty when none could matter. */
export function unknown(missing: readonly Missing[], open: readonly string[], because: string, readings: readonly Reading[] = NONE): Outcome {
  return { status: "unknown", hits: NONE, open, because, observed: "not read", readings, missing };
}

const quiet = new Map<string, Outcome>();
const MOST_QUIET = 1000;

/** A known fact proves that the requirement does not concern this VM. The same sentence gives the same outcome, to be shared. */
export function notApplicable(because: string): Outcome {
  const known = quiet.get(because);
  if (known !== undefined) return known;
  const outcome: Outcome = { status: "not-applicable", hits: NONE, open: NONE, because, observed: "–", readings: NONE, missing: NONE };
  if (quiet.size >= MOST_QUIET) quiet.clear();
  quiet.set(because, outcome);
  return outcome;
}

/** Words for a missing fact: "not collected", "permission denied: ...". */
export function reasonText(missing: Missing): string {
  const word = missing.reason.replaceAll("-", " ");
  return missing.text === undefined || missing.text === "" ? word : `${word}: ${missing.text}`;
}
