import type { FileResult, ImportAccount } from "@/lib/inventory/account";
import type { Cluster, Guest, Host, Vm } from "@/lib/inventory/document";
import type { AbsentReason } from "@/lib/inventory/fact";
import type { Downtime, Fix } from "@/lib/judge/fix";
import type { ClassId, Coverage, Finding, Score, Verdict, VerdictId } from "@/lib/judge/judgement";
import type { NONE, VmFilters } from "./filters";
import type { HostCounts } from "./host-contract";

export type { FileAccount, FileResult, ImportAccount } from "@/lib/inventory/account";
export type * from "./host-contract";
export type * from "./live-contract";

/** Times are ISO, UTC; sizes bytes; durations seconds unless the name says otherwise. `id` is our uuid. */

/** VMs that share class, verdict, coverage and "at best"; sums of segments give every count of a view. */
export interface Segment {
  class: ClassId;
  verdict: VerdictId;
  coverage: Coverage;
  atBest: boolean;
  count: number;
}
/** `judged` = ready + weaker + not-live + unknown; `total` = all six classes. */
export interface Counts {
  total: number;
  judged: number;
  classes: Record<ClassId, number>;
  verdicts: Record<VerdictId, number>;
  segments: Segment[];
}
export interface AsOf {
  /** Collection time of the newest inventory; null when nothing came yet. */
  newest: string | null;
  /** When the stored verdicts were last judged. */
  judgedAt: string | null;
  hosts: HostCounts;
  /** Hosts whose newest facts are older than the policy's limit, oldest first, ten at most. */
  staleHosts: { id: string; name: string; readAt: string | null; vms: number; filter: VmFilters }[];
  /** Hosts whose judgement time alone has changed and which are not judged again yet, with their VMs. */
  late: { hosts: number; vms: number; /** Since when the first of them waits. */ since: string | null; /** Those that wait longest, three at most. */ first: (Named & { filter: VmFilters })[] };
  /** When this was read, by the server's clock. */
  asked: string;
  /** Changes when anything that a page of the estate shows is written. */
  revision: string;
  /** Changes when a sender was heard. */
  contact: string;
  ruleset: string;
  policy: { name: string; version: number };
  /** Something in the estate was made up. */
  synthetic: boolean;
}
export interface GroupCounts {
  /** Cluster id, or `none` for hosts in no cluster; the release's name for host versions. */
  id: string;
  name: string;
  hosts: number;
  releases: string[];
  counts: Counts;
  filter: VmFilters;
}
export interface FixNext {
  requirement: string;
  title: string;
  /** VMs judged for live backup whose verdict or coverage it lowers, whether it fails or only warns. */
  failing: number;
  failingFilter: VmFilters;
  /** VMs that mending this alone makes ready. */
  makesReady: number;
  makesReadyFilter: VmFilters;
  /** Of the first fix for one of these VMs; null when the fix has none. */
  downtime: Downtime | null;
}
export interface UnknownReason {
  reason: AbsentReason | typeof NONE;
  /** VMs of class unknown with an unknown finding for that reason; one VM may have several. `none`: no fact is missing. */
  vms: number;
  filter: VmFilters;
  /** A line of the reason's own text from one of the VMs, and the facts named most. */
  example: string | null;
}
export interface Pause {
  id: string;
  name: string;
  hostRelease: string;
  memoryBytes: number | null;
  /** An estimate: memory over the policy's write rate. */
  seconds: number;
}
export interface EstateOverview {
  asOf: AsOf;
  counts: Counts;
  /** Requirements that hold back most VMs: most made ready first, then most failing. */
  fixNext: FixNext[];
  /** How many requirements fail on at least one judged VM. */
  failingRequirements: number;
  unknownReasons: UnknownReason[];
  byCluster: GroupCounts[];
  byRelease: GroupCounts[];
  pauses: { longest: Pause[]; count: number; totalSeconds: number; filter: VmFilters };
}

export interface Named {
  id: string;
  name: string;
}
export interface VmListItem {
  id: string;
  vmGuid: string;
  scope: string;
  name: string;
  verdict: VerdictId;
  class: ClassId;
  coverage: Coverage;
  atBest: boolean;
  /** Verdict still possible for an unknown VM. */
  best: VerdictId | null;
  because: string;
  decidedBy: string | null;
  score: { low: number; high: number } | null;
  host: Named;
  cluster: Named | null;
  hostRelease: string;
  guest: { family: string | null; osName: string | null };
  generation: number | null;
  version: string | null;
  power: string | null;
  readAt: string | null;
  /** Its facts were within the policy's limit when it was judged, and those of its host are by the clock. */
  fresh: boolean;
  /** Two intervals passed without an inventory of its host: the verdict stands until the limit. */
  overdue: boolean;
  /** Time alone changed what is true of its host at this instant, and it is not judged again yet: the verdict is the one before. */
  lateSince: string | null;
  badges: string[];
  pauseSeconds: number | null;
  synthetic: boolean;
}
export interface VmPage {
  items: VmListItem[];
  /** Null on the last page. */
  nextCursor: string | null;
}
export interface VmCount {
  count: number;
  classes: Record<ClassId, number>;
}
/** Values that the filters of the list may take now, with counts over the whole estate. */
export interface FilterChoices {
  clusters: (Named & { count: number })[];
  hosts: (Named & { count: number })[];
  releases: { value: string; count: number }[];
  guests: { value: string; count: number }[];
  versions: { value: string; count: number }[];
  generations: { value: string; count: number }[];
  requirements: { id: string; title: string }[];
}

/** A finding with the texts of its requirement and its fixes for this VM. */
export interface FindingView extends Finding {
  title: string;
  why: string;
  otherwise: string;
  fixes: Fix[];
  /** Sources of the requirement, https. */
  sources: { key: string; title: string; url: string | null }[];
  /** For a finding of status fail: mending this alone makes the VM ready. */
  fixAlone: boolean;
}
export interface OtherRuleset {
  ruleset: string;
  title: string;
  verdict: Verdict;
  score: Score | null;
  findings: Finding[];
  /** One sentence: why the two differ, or that they agree. */
  difference: string;
}
export interface VmSource {
  /** Null for a document that a collector sent. */
  importId: string | null;
  /** The public id of the collector that sent it. */
  collectorId: string | null;
  documentId: string;
  file: string;
  receivedAt: string;
  collectedAt: string;
  sections: string[];
}
export interface VmDetail {
  /** As the lists have it. */
  item: VmListItem;
  /** `former`: `item` was judged by the rules before those in force, by which `verdict`, `score` and the findings are. */
  itemRules: "in-force" | "former";
  identity: {
    vmGuid: string;
    scope: string;
    scopeKind: "cluster" | "host";
    /** `weak`: known only by FQDN or name. */
    host: Named & { key: "installId" | "hardwareUuid" | "fqdn" | "name"; weak: boolean; conflict: string | null };
    cluster: (Named & { weak: boolean }) | null;
  };
  facts: { vm: Omit<Vm, "guest">; guest: Guest | null; host: Host; cluster: Cluster | null };
  /** All findings, pass and not-applicable included, computed from the facts. Latent ones apart. */
  findings: FindingView[];
  latent: FindingView[];
  verdict: Verdict;
  score: Score | null;
  /** Score and verdict if the deciding requirement were mended; null when none decides. */
  ifMended: { requirement: string; verdict: VerdictId; class: ClassId; score: Score | null } | null;
  estimatedPauseSeconds: number | null;
  memoryBytes: number | null;
  ruleset: string;
  other: OtherRuleset;
  assignment: string | null;
  product: string;
  requiredConsistency: "fallback" | "app-required";
  judgedAt: string;
  sources: VmSource[];
  /** Address of the kept document that last listed the VM. */
  rawDocument: string | null;
  asOf: AsOf;
}

export interface RequirementCounts {
  /** VMs judged for live backup by status; `clear` = passes or does not apply. Latent findings count nowhere. */
  fail: number;
  warning: number;
  unknown: number;
  info: number;
  clear: number;
}
export interface RequirementListItem {
  id: string;
  title: string;
  why: string;
  group: string;
  counts: RequirementCounts;
  makesReady: number;
}
export interface RequirementDetail extends RequirementListItem {
  otherwise: string;
  expected: string;
  hosts: readonly string[];
  guests: readonly string[];
  sources: { key: string; title: string; url: string | null }[];
  facts: string[];
  /** What happens by host bucket: rows of domain.md 4.3. */
  rows: { when: string; cells: readonly string[]; unconfirmed: boolean }[];
  links: Record<keyof RequirementCounts | "makesReady", VmFilters>;
  byRelease: { release: string; counts: RequirementCounts; filter: VmFilters }[];
  unknownReasons: { reason: AbsentReason | typeof NONE; vms: number; filter: VmFilters }[];
  /** First page of the VMs that fail it, else of those that are unknown. */
  affected: { status: "fail" | "unknown" | "warning"; filter: VmFilters; page: VmPage };
  /** Fixes for the first affected VM. */
  fix: { vm: Named; fixes: Fix[] } | null;
  asOf: AsOf;
}
export interface RequirementList {
  items: RequirementListItem[];
  asOf: AsOf;
}

export type ImportListItem = Omit<ImportAccount, "files" | "estate"> & {
  /** First file names, three at most, and how many there are. */
  names: string[];
  fileCount: number;
  result: FileResult;
  /** False when every document of it came again or was removed: removing it changes nothing. */
  removable: boolean;
};
export interface ImportPage {
  items: ImportListItem[];
  nextCursor: string | null;
}
export interface SearchHits {
  vms: (Named & { verdict: VerdictId; atBest: boolean; coverage: Coverage; host: string })[];
  hosts: Named[];
  requirements: { id: string; title: string }[];
  /** VMs whose name contains the words, in all. */
  vmCount: number;
}
export interface PolicyView {
  version: number;
  savedAt: string | null;
  document: unknown;
}
