import { createHash } from "node:crypto";
import type { Host, Vm } from "@/lib/inventory/document";
import { buildOf, releaseName } from "@/lib/judge/facts/host-release";
import type { ClassId, Coverage, Judgement, VerdictId } from "@/lib/judge/judgement";
import { powerOf } from "@/lib/judge/facts/power";
import type { HostState, VmState } from "../fold/fold";
import type { Columns } from "./rows";
import { type Listing, listingOf as listingIn, timeOf } from "@/lib/inventory/current";

/** Worst first, as lists sort: will fail, pauses, unknown, crash only, unverified, partly, ready, then those counted apart. */
const VERDICT_RANK: Readonly<Record<VerdictId, number>> = {
  "will-fail": 0, "saved-state": 1, unknown: 2, "live-crash": 3, "live-unverified": 4, "live-filesystem": 6, "live-application": 7, offline: 8, excluded: 9,
};
const PARTLY_RANK = 5;
const COVERAGE_RANK: Readonly<Record<Coverage, number>> = { none: 0, partial: 1, unknown: 2, full: 3 };
/** After every score. */
const NO_SCORE_RANK = 101;
/** What its column takes: a version of any length was accepted, and is judged. */
const MOST_RANK = 2_147_483_647;
/** After every name that is a letter or a digit. */
const LAST = "~";
const KEY_LENGTH = 128;
const FAMILIES: readonly string[] = ["windows", "linux", "bsd", "other"];

const keyOf = (value: string | null) => (value === null || value === "" ? LAST : value.toLowerCase().slice(0, KEY_LENGTH));

export interface VmRow {
  id: string; scopeId: string; vmGuid: string; hostId: string; clusterId: string | null; documentId: string; listedAt: string; gone: boolean; missingSince: string | null; contested: boolean; operationSince: string | null;
  name: string; nameKey: string; searchName: string; class: ClassId; verdict: VerdictId; verdictRank: number; coverage: Coverage; coverageRank: number; atBest: boolean; best: string | null;
  scoreLow: number | null; scoreHigh: number | null; scoreRank: number; because: string; decidedBy: string; fixAlone: readonly string[]; missing: readonly string[]; badges: readonly string[];
  hostName: string; hostKey: string; clusterName: string; clusterKey: string; release: string; releaseRank: number; family: string; osName: string | null; guestKey: string;
  generation: number; version: string; versionRank: number; power: string; readAt: string; fresh: boolean; pauseSeconds: number | null; memoryBytes: number | null; synthetic: boolean;
  judgedAt: string; judgedDigest: string; facts: Vm; sections: Record<string, string>; createdAt: string;
}
export const VM_ROW: Columns<VmRow> = {
  id: "uuid", scopeId: "uuid", vmGuid: "uuid", hostId: "uuid", clusterId: "uuid", documentId: "uuid", listedAt: "timestamptz", gone: "bool", missingSince: "timestamptz", contested: "bool", operationSince: "timestamptz",
  name: "text", nameKey: "text", searchName: "text", class: "text", verdict: "text", verdictRank: "int2", coverage: "text", coverageRank: "int2", atBest: "bool", best: "text",
  scoreLow: "int2", scoreHigh: "int2", scoreRank: "int2", because: "text", decidedBy: "text", fixAlone: "text[]", missing: "text[]", badges: "text[]",
  hostName: "text", hostKey: "text", clusterName: "text", clusterKey: "text", release: "text", releaseRank: "int4", family: "text", osName: "text", guestKey: "text",
  generation: "int2", version: "text", versionRank: "int4", power: "text", readAt: "timestamptz", fresh: "bool", pauseSeconds: "float8", memoryBytes: "int8", synthetic: "bool",
  judgedAt: "timestamptz", judgedDigest: "text", facts: "jsonb", sections: "jsonb", createdAt: "timestamptz",
};

export interface FindingRow {
  vmId: string; requirement: string; status: string; effect: string | null; latent: boolean; high: boolean; because: string; fixAlone: boolean; missing: readonly string[];
}
export const FINDING_ROW: Columns<FindingRow> = {
  vmId: "uuid", requirement: "text", status: "text", effect: "text", latent: "bool", high: "bool", because: "text", fixAlone: "bool", missing: "text[]",
};

/** Findings that are kept: pass and not-applicable are computed from the facts when they are shown. */
export function findingRows(vmId: string, judgement: Judgement): FindingRow[] {
  const alone = new Set(judgement.verdict.fixAlone);
  const rows: FindingRow[] = [];
  for (const finding of judgement.findings) {
    if (finding.status === "pass" || finding.status === "not-applicable") continue;
    rows.push({
      vmId, requirement: finding.requirement, status: finding.status, effect: finding.effect, latent: finding.latent, high: finding.high, because: finding.because,
      fixAlone: alone.has(finding.requirement), missing: [...new Set(finding.missing.map((missing) => missing.reason))],
    });
  }
  return rows;
}

export function listingOf(vm: Pick<VmState, "marks">, host: Pick<HostState, "marks" | "failedText" | "facts">): Listing {
  return listingIn(vm.marks, { marks: host.marks, failedText: host.failedText, name: host.facts.name });
}

function operationSince({ facts, marks }: VmState): string | null {
  const seen = marks["vms.operation"];
  return seen === undefined ? null : facts.operationSince ?? timeOf(seen);
}

/** 8.0 as 8000, 10.2 as 10002: sorts as a version. */
function versionRank(version: string | null): number {
  const match = /^(\d{1,5})(?:\.(\d{1,3}))?/.exec(version ?? "");
  return match === null ? 0 : Number(match[1]) * 1000 + Number(match[2] ?? 0);
}
function releaseRank(host: Host): number {
  const [major = "0", minor = "0"] = (host.osVersion ?? "").split(".");
  const rank = (/^\d{1,3}$/.test(major) ? Number(major) : 0) * 10_000_000 + (/^\d{1,2}$/.test(minor) ? Number(minor) : 0) * 1_000_000 + (buildOf(host) ?? 0);
  return Math.min(rank, MOST_RANK);
}

export interface JudgedVm {
  state: VmState;
  judgement: Judgement;
  /** Facts older than the policy's limit were not used. */
  fresh: boolean;
  gone: boolean;
  contested: boolean;
}

/** The row of a VM: what was judged, in the form in which it is filtered and sorted. */
export function vmRow(judged: JudgedVm, host: HostState, clusterName: string | null, findings: readonly FindingRow[]): VmRow {
  const { state, judgement } = judged;
  const { verdict, score } = judgement;
  const { facts } = state;
  const listing = listingOf(state, host);
  const family = facts.guest?.osFamily ?? null;
  const osName = facts.guest?.osName ?? null;
  const partly = verdict.class === "weaker" && (verdict.verdict === "live-application" || verdict.verdict === "live-filesystem");
  const missing = new Set<string>();
  for (const finding of judgement.findings) {
    if (finding.status === "unknown" && !finding.latent) for (const each of finding.missing) missing.add(each.reason);
  }
  const row = {
    id: state.id, scopeId: state.scopeId, vmGuid: state.guid, hostId: state.hostId, clusterId: host.clusterId, gone: judged.gone, missingSince: listing.missing === null ? null : timeOf(listing.missing), contested: judged.contested,
    operationSince: operationSince(state),
    name: facts.name, nameKey: keyOf(facts.name), searchName: facts.name.toLowerCase(),
    class: verdict.class, verdict: verdict.verdict, verdictRank: partly ? PARTLY_RANK : VERDICT_RANK[verdict.verdict],
    coverage: verdict.coverage, coverageRank: COVERAGE_RANK[verdict.coverage], atBest: verdict.atBest, best: verdict.best,
    scoreLow: score?.low ?? null, scoreHigh: score?.high ?? null, scoreRank: score?.low ?? NO_SCORE_RANK,
    because: verdict.because, decidedBy: verdict.decidedBy ?? "", fixAlone: verdict.fixAlone, missing: [...missing].sort(), badges: verdict.badges,
    hostName: host.facts.name, hostKey: keyOf(host.facts.name), clusterName: clusterName ?? "", clusterKey: keyOf(clusterName),
    release: releaseName(host.facts), releaseRank: releaseRank(host.facts),
    family: family !== null && FAMILIES.includes(family) ? family : "none", osName, guestKey: keyOf(osName),
    generation: facts.generation ?? 0, version: facts.version ?? "", versionRank: versionRank(facts.version), power: powerOf(facts.state, facts.stateRaw) ?? "none",
    fresh: judged.fresh, pauseSeconds: judgement.estimatedPauseSeconds, memoryBytes: facts.memoryAssignedBytes,
    synthetic: state.synthetic,
  };
  const read = { documentId: state.documentId, listedAt: timeOf(listing.listed), readAt: facts.observedAt ?? timeOf(listing.listed) };
  return { ...row, ...read, judgedAt: judgement.judgedAt, judgedDigest: digestOf(row, findings), facts, sections: state.marks, createdAt: state.createdAt.toISOString() };
}

/** Of all that is written of a VM but its facts and times: equal for a judgement that changes nothing. */
function digestOf(row: object, findings: readonly FindingRow[]): string {
  return createHash("sha256").update(JSON.stringify([row, findings])).digest("base64url").slice(0, 22);
}
