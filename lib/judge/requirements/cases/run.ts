import { aHost, aVm, type HostRelease, NOW, onCsv } from "@/lib/inventory/testing";
import type { Fix } from "../../fix";
import type { Bucket } from "../../facts/host-release";
import { examine } from "../../judge";
import type { Finding } from "../../judgement";
import { DEFAULT_POLICY, type Settings } from "../../policy";
import type { Requirement } from "../../requirement";
import { settingsFor } from "../../settings";
import { NO_NEIGHBOURS } from "../../situation";
import { REQUIREMENTS } from "../index";
import type { Case, Given } from "./case";

export const BUCKET_OF: Readonly<Record<HostRelease, Bucket>> = { "2008R2": "W08R2", "2012": "W12", "2012R2": "W12R2", "2016": "W16+", "2019": "W16+", "2022": "W16+", "2025": "W16+" };
const DEFAULTS = settingsFor(DEFAULT_POLICY)({ clusterName: null, hostName: "HV01", vmName: "VM01", vmId: null });

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The default settings with what a case sets; a group such as `product` keeps the keys that the case leaves out. */
export function settingsOf(over: Case["settings"]): Settings {
  const merged: Record<string, unknown> = { ...DEFAULTS };
  for (const [key, value] of Object.entries(over ?? {})) {
    const before = merged[key];
    merged[key] = isGroup(before) && isGroup(value) ? { ...before, ...value } : value;
  }
  return { ...DEFAULTS, ...merged };
}

/** The healthy fixture of the release, bent as the case says. */
export function subjectOf(of: Case, release: HostRelease): Given {
  const family = of.family ?? "windows";
  const given: Given = of.csv === true ? onCsv(release) : { host: aHost(release), cluster: null, vm: aVm(release, family) };
  if (of.csv === true) given.vm.guest = aVm(release, family).guest;
  of.given(given);
  return given;
}

export interface Ran {
  finding: Finding;
  fixes: readonly Fix[];
}

/** Runs the whole engine on one case and gives what one requirement says, with its fixes where known facts hit a row. */
export function runCase(requirement: Requirement, of: Case, release: HostRelease, subject: Given = subjectOf(of, release)): Ran {
  const crashes: unknown[] = [];
  const examined = examine(subject, {
    settings: settingsOf(of.settings), now: of.now ?? NOW, neighbours: { ...NO_NEIGHBOURS, ...of.neighbours },
    onCheckError: (id, error) => { if (id === requirement.id) crashes.push(error); },
  });
  if (crashes.length > 0) throw crashes[0];
  const index = REQUIREMENTS.indexOf(requirement);
  const finding = examined.findings[index];
  const outcome = examined.shown[index];
  if (finding === undefined || outcome === undefined) throw new Error(`${requirement.id} is not in the registry`);
  return { finding, fixes: finding.hits.length === 0 ? [] : requirement.fixes(examined.records, examined.at, outcome) };
}

/** The cases of a requirement: `cases/<id>.ts` exports `cases`. */
export async function casesOf(id: string): Promise<readonly Case[]> {
  const { cases } = await import(`./${id}.ts`) as { cases: readonly Case[] };
  return cases;
}
