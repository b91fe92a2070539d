import { cmdletFamilyOf, type CmdletFamily } from "./cmdlets/families";
import { foundInValue } from "./found";
import { isIntegrationServicesRecord } from "./integration-services";
import { isRaw, type Raw, rawList } from "./raw";
import { scvmmBundle, scvmmPartOf, type ScvmmParts } from "./scvmm";

export type Recognised =
  | { kind: "quiesce"; documents: unknown[] }
  | { kind: "scvmm-bundle"; parts: ScvmmParts; templates: number; others: string[] }
  | { kind: "scvmm"; parts: ScvmmParts }
  | { kind: "cmdlets"; families: Map<CmdletFamily, Raw[]>; listed: boolean; strangers: number }
  | { kind: "integration-services"; records: Raw[]; listed: boolean }
  | { kind: "unknown"; found: string };

function isQuiesce(value: unknown): boolean {
  return isRaw(value) && typeof value["schema"] === "string" && value["schema"].startsWith("quiesce.");
}

function known(record: Raw): boolean {
  return scvmmPartOf(record) !== null || cmdletFamilyOf(record) !== null || isIntegrationServicesRecord(record);
}

/** The records of a value; of an object that is no record itself but holds some, as `@{vm = Get-VM; vhd = Get-VHD}` does, those. */
function recordsIn(value: unknown): { records: Raw[]; listed: boolean } {
  const direct = rawList(value);
  const [only] = direct;
  if (direct.length === 1 && only !== undefined && !known(only)) {
    const inside = Object.values(only).flatMap((inner) => rawList(inner)).filter(known);
    if (inside.length > 0) return { records: inside, listed: true };
  }
  return { records: direct, listed: Array.isArray(value) || !(direct.length === 1 && only === value) };
}

function push(families: Map<CmdletFamily, Raw[]>, family: CmdletFamily, record: Raw): void {
  const list = families.get(family);
  if (list) list.push(record);
  else families.set(family, [record]);
}

/** Tells what a parsed file is from its content alone. */
export function recognise(value: unknown): Recognised {
  if (isQuiesce(value)) return { kind: "quiesce", documents: [value] };
  if (Array.isArray(value) && value.length > 0 && value.every(isQuiesce)) return { kind: "quiesce", documents: value };
  const bundle = scvmmBundle(value);
  if (bundle) return { kind: "scvmm-bundle", parts: bundle, templates: bundle.templates, others: bundle.others };
  const { records, listed } = recordsIn(value);
  const parts: Record<"vms" | "hosts" | "clusters", Raw[]> = { vms: [], hosts: [], clusters: [] };
  const families = new Map<CmdletFamily, Raw[]>();
  const services: Raw[] = [];
  let strangers = 0;
  for (const record of records) {
    const part = scvmmPartOf(record);
    const family = part === null ? cmdletFamilyOf(record) : null;
    if (part !== null) parts[part].push(record);
    else if (family !== null) push(families, family, record);
    else if (isIntegrationServicesRecord(record)) services.push(record);
    else strangers += 1;
  }
  const scvmm = parts.vms.length + parts.hosts.length + parts.clusters.length;
  if (scvmm > 0) return { kind: "scvmm", parts: { vms: parts.vms.length > 0 ? parts.vms : null, hosts: parts.hosts.length > 0 ? parts.hosts : null, clusters: parts.clusters.length > 0 ? parts.clusters : null, listed } };
  if (families.size > 0) return { kind: "cmdlets", families, listed, strangers };
  if (services.length > 0) return { kind: "integration-services", records: services, listed };
  return { kind: "unknown", found: foundInValue(value) };
}
