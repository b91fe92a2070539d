import "server-only";
import { pool } from "@/lib/db/client";
import { readParts } from "@/lib/db/kept-parts";
import { AppError } from "@/lib/errors";
import { currentHost, currentVm, listingOf, type Marks, shaOf, timeOf } from "@/lib/inventory/current";
import type { Cluster, Host, Inventory, Vm } from "@/lib/inventory/document";
import { confirmationOf, confirmedVm } from "@/lib/inventory/confirmed";
import { joinKept } from "@/lib/inventory/volatile";
import type { Downtime, Fix } from "@/lib/judge/fix";
import { fixesOf } from "@/lib/judge/fixes/fixes-of";
import { bucketOf } from "@/lib/judge/facts/host-release";
import { examine, judge, type JudgeSubject } from "@/lib/judge/judge";
import type { Judgement } from "@/lib/judge/judgement";
import type { Policy, Settings } from "@/lib/judge/policy";
import { judgeArticle } from "@/lib/judge/rulesets/article-2008r2";
import { whyRulesetsDiffer } from "@/lib/judge/rulesets/article-2008r2/why-differ";
import { NO_NEIGHBOURS, type Neighbours } from "@/lib/judge/situation";
import { worseOf } from "@/lib/judge/worse-of";
import { readAsOf } from "./as-of";
import type { OtherRuleset, VmDetail, VmSource } from "./contract";
import { viewsOf } from "./finding-views";
import { noVm } from "./gone-vm";
import { listingDocument, newestFacts } from "./newest-listing";
import { hostLimitHours, type PolicyInForce, policyInForce } from "./policy-in-force";
import { readRivals } from "./rivals";
import { itemColumns, itemOf, type ItemRow, VM_FROM } from "./vm-item";

interface DetailRow extends ItemRow {
  facts: Vm; sections: Marks; judgedAt: Date; memoryBytes: string | null;
  hostFacts: Host; hostView: Cluster | null; hostSections: Marks; failedText: string | null; intervalSeconds: number | null; keyKind: VmDetail["identity"]["host"]["key"]; conflict: string | null;
  neighbours: { sameName: Record<string, number>; backingUp: number; diskBytesByVolume: [string, number][] };
  clusterFacts: Cluster | null; clusterKind: string | null; documentId: string; contested: boolean; judgedUnder: string | null; confirmedFrom: string | null; confirmedMark: string | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

async function findRow(id: string): Promise<DetailRow> {
  const { rows } = UUID.test(id) ? await pool().query<DetailRow>(
    `SELECT ${itemColumns("$2")}, v."facts", v."sections", v."judgedAt", v."memoryBytes", v."documentId", v."contested", h."facts" AS "hostFacts", h."clusterView" AS "hostView", h."sections" AS "hostSections", h."failedText",
      h."judgedUnder", h."confirmedFrom", h."confirmedMark", h."intervalSeconds", h."keyKind", h."conflict", h."neighbours", c."facts" AS "clusterFacts", c."keyKind" AS "clusterKind"
     FROM ${VM_FROM} LEFT JOIN "Cluster" c ON c."id" = v."clusterId" WHERE v."id" = $1 AND NOT v."gone"`, [id, await hostLimitHours()],
  ) : { rows: [] };
  const [row] = rows;
  if (row === undefined) throw await noVm(id);
  const confirmed = confirmedVm({ facts: row.facts, marks: row.sections }, confirmationOf(row));
  return { ...row, facts: await newestFacts({ ...row, ...confirmed }), sections: confirmed.marks };
}

interface Case {
  subject: JudgeSubject;
  settings: Settings;
  now: number;
  neighbours: Neighbours;
}

/**
 * The VM as it is judged: settings in force, time of its judgement, and the newest facts. Its row was judged by these, or by
 * sizes near to them that lead to the same, so that page and list agree once the rules in force judged it.
 */
function caseOf(row: DetailRow, { settings }: PolicyInForce): Case {
  const cluster = row.hostView ?? row.clusterFacts;
  const now = row.judgedAt.getTime();
  const own = settings({ clusterName: cluster?.name ?? row.hostFacts.clusterName, hostName: row.hostFacts.name, vmName: row.facts.name, vmId: row.facts.id });
  const hours = own.freshness.hostHours;
  const listing = listingOf(row.sections, { marks: row.hostSections, failedText: row.failedText, name: row.hostFacts.name });
  return {
    subject: {
      host: currentHost(row.hostFacts, row.hostSections, hours, now), cluster, vm: currentVm(row.facts, row.sections, listing, hours, now), intervalSeconds: row.intervalSeconds,
    },
    settings: own, now,
    neighbours: { sameName: row.neighbours.sameName[row.facts.name.toLowerCase()] ?? 1, backingUp: row.neighbours.backingUp, diskBytesByVolume: new Map(row.neighbours.diskBytesByVolume) },
  };
}

const judgeCase = (of: Case): Judgement => judge(of.subject, { settings: of.settings, now: of.now, neighbours: of.neighbours });

/** Of a VM that two nodes list: what the node says whose word counts, the worse one until ownership agrees. */
async function countingCase(row: DetailRow, inForce: PolicyInForce): Promise<Case> {
  const own = caseOf(row, inForce);
  if (!row.contested) return own;
  const { settings } = inForce;
  const judgeBy = (of: Case) => (of.settings.ruleset === "article-2008r2" ? judgeArticle(of.subject, of.settings, of.now) : judgeCase(of));
  let counting = { of: own, judgement: judgeBy(own) };
  for (const subject of await readRivals(row.id, own.settings.freshness.hostHours, own.now)) {
    const of: Case = { subject, now: own.now, neighbours: NO_NEIGHBOURS, settings: settings({ clusterName: subject.cluster?.name ?? subject.host.clusterName, hostName: subject.host.name, vmName: subject.vm.name, vmId: subject.vm.id }) };
    const judgement = judgeBy(of);
    if (worseOf(counting.judgement, judgement) === judgement) counting = { of, judgement };
  }
  return counting.of;
}
const TITLES: Readonly<Record<string, string>> = { "version-aware": "Version-aware", "article-2008r2": "Article, Server 2008 R2" };

async function readSources(row: DetailRow): Promise<VmSource[]> {
  const shas = [...new Set(Object.values(row.sections).map((mark) => shaOf(mark)))];
  const { rows } = await pool().query<{ id: string; importId: string | null; collectorId: string | null; fileName: string; receivedAt: Date; collectedAt: Date; sha: string }>(
    `SELECT DISTINCT ON (left(d."sha256", 12)) d."id", d."importId", k."publicId" AS "collectorId", d."fileName", d."receivedAt", d."collectedAt", left(d."sha256", 12) AS "sha" FROM "Document" d
     JOIN "DocumentHost" dh ON dh."documentId" = d."id" JOIN "Host" h ON h."id" = dh."hostId" LEFT JOIN "Collector" k ON k."id" = d."collectorId"
     WHERE left(d."sha256", 12) = ANY($1::text[]) AND (h."id" = $2 OR h."clusterId" = $3) ORDER BY left(d."sha256", 12), d."receivedAt"`, [shas, row.hostId, row.clusterId],
  );
  return rows.map((source) => ({
    importId: source.importId, collectorId: source.collectorId, documentId: source.id, file: source.fileName, receivedAt: source.receivedAt.toISOString(), collectedAt: source.collectedAt.toISOString(),
    sections: Object.entries(row.sections).filter(([key, mark]) => !key.includes(".") && mark.endsWith(source.sha)).map(([key]) => key),
  })).sort((a, b) => (a.collectedAt < b.collectedAt ? 1 : -1));
}

/**
 * Score and verdict with the deciding requirement passed: its fix's promise. Null where nothing that decides is known to
 * be wrong: an unknown VM is settled by reading facts, not by a fix.
 */
function ifMended(of: Case, judgement: Judgement): VmDetail["ifMended"] {
  const { class: group, decidedBy: requirement } = judgement.verdict;
  if (requirement === null || group === "ready" || group === "unknown" || judgement.score === null) return null;
  const finding = judgement.findings.find((each) => each.requirement === requirement);
  if (finding?.status !== "fail" && finding?.status !== "warning") return null;
  const mended = judge(of.subject, { settings: of.settings, now: of.now, neighbours: of.neighbours, assumePassed: [requirement] });
  return { requirement, verdict: mended.verdict.verdict, class: mended.verdict.class, score: mended.score };
}

/**
 * Everything about one VM: facts, findings with their fixes, verdict with its steps, score line by line, the other
 * ruleset's view. Findings that pass are computed here from the facts.
 * @param rulesOf what names the rules of a policy on the hosts that were judged by them
 * @throws AppError `not-found`, or `gone` with what is kept of it
 */
export async function readVm(id: string, rulesOf: (policy: Policy) => string): Promise<VmDetail> {
  const row = await findRow(id);
  const inForce = await policyInForce();
  const of = await countingCase(row, inForce);
  const [asOf, sources] = await Promise.all([readAsOf(), readSources(row)]);
  const aware = judgeCase(of);
  const article = judgeArticle(of.subject, of.settings, of.now);
  const [own, other] = of.settings.ruleset === "article-2008r2" ? [article, aware] : [aware, article];
  const views = viewsOf(own, aware, examine(of.subject, { settings: of.settings, now: of.now, neighbours: of.neighbours }));
  const otherView: OtherRuleset = {
    ruleset: other.ruleset, title: TITLES[other.ruleset] ?? other.ruleset, verdict: other.verdict, score: other.score, findings: [...other.findings],
    difference: whyRulesetsDiffer(aware, article, bucketOf(of.subject.host)),
  };
  const item = itemOf(row);
  const { guest, ...vm } = of.subject.vm;
  return {
    item, itemRules: row.judgedUnder === rulesOf(inForce.policy) ? "in-force" : "former",
    identity: {
      vmGuid: item.vmGuid, scope: item.scope, scopeKind: row.clusterId === null ? "host" : "cluster",
      host: { ...item.host, key: row.keyKind, weak: row.keyKind === "fqdn" || row.keyKind === "name", conflict: row.conflict },
      cluster: item.cluster === null ? null : { ...item.cluster, weak: row.clusterKind === "name" },
    },
    facts: { vm, guest, host: of.subject.host, cluster: of.subject.cluster },
    findings: views.filter((view) => !view.latent), latent: views.filter((view) => view.latent),
    verdict: own.verdict, score: own.score, ifMended: ifMended(of, aware), estimatedPauseSeconds: own.estimatedPauseSeconds,
    memoryBytes: row.memoryBytes === null ? null : Number(row.memoryBytes), ruleset: own.ruleset, other: otherView,
    assignment: of.settings.assignment, product: of.settings.product.preset, requiredConsistency: of.settings.requiredConsistency,
    judgedAt: row.judgedAt.toISOString(), sources, rawDocument: `/api/v1/vms/${item.id}/document`, asOf,
  };
}

/** What the first fix of a finding of this VM costs; null when there is none. */
export async function firstDowntime(vmId: string, requirement: string): Promise<Downtime | null> {
  return (await readFixes(vmId, requirement))[0]?.downtime ?? null;
}

/** Fixes of one requirement for one VM. */
export async function readFixes(vmId: string, requirement: string): Promise<Fix[]> {
  const of = await countingCase(await findRow(vmId), await policyInForce());
  const examined = examine(of.subject, { settings: of.settings, now: of.now, neighbours: of.neighbours });
  const finding = examined.findings.find((each) => each.requirement === requirement);
  return finding === undefined ? [] : fixesOf(examined, finding);
}

/** The kept document that last listed the VM, as it was accepted. */
export async function readDocument(vmId: string): Promise<{ name: string; document: Inventory; collectedAt: string }> {
  const row = await findRow(vmId);
  const parts = await readParts(pool(), await listingDocument(row.hostId, row.sections) ?? row.documentId);
  if (parts === null) throw new AppError("not-found", "The document of this VM is not kept any more.");
  return { name: `inventory-${row.hostName.replace(/[^A-Za-z0-9._-]/g, "_")}.json`, document: joinKept(parts), collectedAt: timeOf(row.sections["vms.listed"] ?? "") };
}

