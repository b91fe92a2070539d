import "server-only";
import type { Cluster, Host } from "@/lib/inventory/document";
import { vmSchema } from "@/lib/inventory/vm";
import { examine, judge } from "@/lib/judge/judge";
import type { Settings } from "@/lib/judge/policy";
import type { Requirement } from "@/lib/judge/requirement";
import { REQUIREMENTS } from "@/lib/judge/requirements";
import { NO_NEIGHBOURS } from "@/lib/judge/situation";
import type { FindingView } from "./contract";
import { viewsOf } from "./finding-views";

/** Facts of a VM that only say whether something runs just now; they do not make a requirement one of the VM. */
const PASSING: ReadonlySet<string> = new Set(["operational", "secondaryOperational"]);
/** A fact that most requirements of clusters ask for: alone it makes none one of the host. */
const COMMON = "isClusterNode";
const FAMILIES = 4;

/** Whether a requirement speaks of the host itself: it asks for facts of host or cluster and of no VM or guest. */
export function speaksOfHost({ needs, guests }: Pick<Requirement, "needs" | "guests">): boolean {
  const own = [...(needs.host ?? []), ...(needs.cluster ?? [])].filter((fact) => fact !== COMMON);
  return own.length > 0 && needs.guest === undefined && (needs.vm ?? []).every((fact) => PASSING.has(fact)) && guests.length === FAMILIES;
}

/** A VM on which nothing is under way. */
const QUIET_VM = vmSchema.parse({ name: "", operational: ["Ok"], absent: [{ fact: "secondaryOperational", reason: "empty" }] });
const OWN: ReadonlySet<string> = new Set(REQUIREMENTS.filter(speaksOfHost).map((requirement) => requirement.id));

/**
 * The findings of a host alone, with their fixes: the judge is asked about a VM of which nothing is known
 * but that nothing is under way.
 * @param backingUp VMs of the host that are being backed up
 */
export function hostFindings(host: Host, cluster: Cluster | null, settings: Settings, backingUp: number, now: number): FindingView[] {
  const subject = { host, cluster, vm: { ...QUIET_VM, observedAt: host.observedAt } };
  const options = { settings, now, neighbours: { ...NO_NEIGHBOURS, backingUp } };
  const judgement = judge(subject, options);
  const own = { ...judgement, findings: judgement.findings.filter((finding) => OWN.has(finding.requirement)) };
  return viewsOf(own, judgement, examine(subject, options));
}
