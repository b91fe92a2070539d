import type { IconName } from "@/components/ui/icon-names";
import type { ClassId, Coverage, VerdictId } from "@/lib/judge/judgement";

interface VerdictWords {
  /** Headline of the VM page. */
  label: string;
  /** Word in tables and legends. */
  short: string;
  icon: IconName;
  sentence: string;
}

/** What people read for each verdict; the id itself is for API and URL. */
export const VERDICT_WORDS: Readonly<Record<VerdictId, VerdictWords>> = {
  "live-application": {
    label: "Ready: live, applications consistent", short: "Live, application", icon: "circle-check",
    sentence: "Runs on; applications flush first through VSS.",
  },
  "live-filesystem": {
    label: "Ready: live, file systems consistent", short: "Live, file system", icon: "square-check",
    sentence: "Runs on; file systems are frozen. The best a Linux or BSD guest can have.",
  },
  "live-unverified": {
    label: "Live, quality not proven", short: "Live, unverified", icon: "circle-question-mark",
    sentence: "Runs on; no source proves how good the copy is.",
  },
  "live-crash": {
    label: "Live, but like a power cut", short: "Live, crash only", icon: "zap",
    sentence: "Runs on; the copy is like after a power cut.",
  },
  "saved-state": {
    label: "Pauses during the backup", short: "Pauses", icon: "circle-pause",
    sentence: "Stopped for seconds to about a minute. Server 2008 R2 and 2012 only.",
  },
  "will-fail": {
    label: "The backup will fail", short: "Will fail", icon: "octagon-x",
    sentence: "The backup of this VM ends with an error.",
  },
  unknown: {
    label: "Not known yet", short: "Unknown", icon: "circle-dashed",
    sentence: "A fact we need is missing or too old. Never counts as ready.",
  },
  offline: {
    label: "Switched off: nothing to interrupt", short: "Off", icon: "power-off",
    sentence: "Switched off or saved; nothing to interrupt.",
  },
  excluded: {
    label: "Left out on purpose", short: "Excluded", icon: "circle-slash",
    sentence: "A test replica. No score.",
  },
};

/** Names of the classes, always in this order on screen. */
export const CLASS_WORDS: Readonly<Record<ClassId, string>> = {
  ready: "Ready", weaker: "Live, weaker data", "not-live": "Not live", unknown: "Unknown", offline: "Off", excluded: "Excluded",
};

export interface Standing {
  verdict: VerdictId;
  class: ClassId;
  coverage: Coverage;
  atBest: boolean;
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** The word for a table: `Live, crash only`, `At best live, crash only`. */
export function shortWord({ verdict, atBest }: Pick<Standing, "verdict" | "atBest">): string {
  const { short } = VERDICT_WORDS[verdict];
  return atBest ? `At best ${lowered(short)}` : short;
}

/** The headline of a VM. Only a VM of the class `ready` is called ready. */
export function headline(standing: Standing, badges: readonly string[]): string {
  if (badges.includes("guest-not-verified") && standing.verdict === "unknown") return "Host side ready, guest not verified";
  const { label } = VERDICT_WORDS[standing.verdict];
  const honest = standing.class === "ready" ? label : capital(label.replace(/^Ready: /, ""));
  const sure = standing.atBest ? `At best ${lowered(honest)}` : honest;
  return standing.coverage === "partial" ? `${sure}, but some data is left out` : sure;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
