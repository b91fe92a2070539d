import type { Policy, Product, Settings } from "./policy";
import { DEFAULT_ASSIGNMENT_SETTINGS, DEFAULT_ESTATE_SETTINGS } from "./policy";
import { presetOf } from "./products";

/** What the assignments of a policy look at. */
export interface Target {
  clusterName: string | null;
  hostName: string;
  vmName: string;
  vmId: string | null;
}
/** Gives the settings of a VM; made once per policy because patterns are compiled once. */
export interface SettingsFor {
  (target: Target): Settings;
  /** What they were resolved from. */
  readonly policy: Policy;
}

type Assignment = Policy["assignments"][number];

function wildcard(pattern: string): RegExp {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*").replaceAll("?", ".");
  return new RegExp(`^${escaped}$`, "isu");
}
const same = (wanted: string | undefined, value: string | null): boolean =>
  wanted === undefined || (value !== null && wanted.toLowerCase() === value.toLowerCase());

function matcher(of: Assignment): (target: Target) => boolean {
  const pattern = of.match.namePattern === undefined ? null : wildcard(of.match.namePattern);
  const ids = of.match.vmIds === undefined ? null : new Set(of.match.vmIds.map((id) => id.toLowerCase().replace(/[{}]/g, "")));
  return (target) => same(of.match.cluster, target.clusterName) && same(of.match.host, target.hostName)
    && (pattern === null || pattern.test(target.vmName)) && (ids === null || (target.vmId !== null && ids.has(target.vmId)));
}

function productFrom(choice: Policy["product"]): Product {
  const given = Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== undefined));
  return { ...presetOf(choice.preset), ...given, preset: choice.preset } as Product;
}

/**
 * Resolves a policy (domain.md 4.4): the first assignment that matches a VM in policy order decides; a value that it
 * lacks is the estate's; what the estate lacks is the default. Settings of one assignment are shared, not copied per VM.
 */
export function settingsFor(policy: Policy): SettingsFor {
  const given = (value: object) => Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined));
  const estate: Settings = {
    ...DEFAULT_ASSIGNMENT_SETTINGS, ...DEFAULT_ESTATE_SETTINGS, ...given(policy.settings), ...given(policy.estate),
    product: productFrom(policy.product), assignment: null,
  };
  const assignments = policy.assignments.map((of) => ({
    matches: matcher(of),
    settings: { ...estate, ...given(of.settings), product: of.product === undefined ? estate.product : productFrom(of.product), assignment: of.name },
  }));
  return Object.assign((target: Target) => assignments.find((of) => of.matches(target))?.settings ?? estate, { policy });
}
