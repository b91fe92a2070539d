import type { Given } from "@/lib/judge/requirements/cases/case";

const NAMED = new Set(["name", "fqdn", "clusterName", "node", "owner", "ownerNode", "share", "label", "target", "locationPath"]);
/** Lists whose names are words that the judge looks up, such as VSS and SqlServerWriter. */
const LOOKED_UP = new Set(["services", "vssWriters", "vssProviders", "integration"]);
const SEPARATORS = /[\\/]/;

/**
 * Puts a name into every place of the facts where a person or another machine chose the words: names of the VM, its host, cluster,
 * checkpoints and groups, and every folder and file on the way to its disks. What the checks look at (file extensions, drives,
 * ClusterStorage, server names) stays.
 */
export function renamed(subject: Given, name: string): void {
  for (const record of [subject.vm, subject.host, subject.cluster]) if (record !== null) rename(record, name, "");
}

function rename(record: object, name: string, list: string): void {
  for (const [key, value] of Object.entries(record)) {
    if (Array.isArray(value)) {
      if (value.every((item) => typeof item === "string")) Object.assign(record, { [key]: value.map((item) => textWith(key, item, name, list)) });
      else for (const item of value) if (typeof item === "object" && item !== null) rename(item, name, key);
    } else if (typeof value === "object" && value !== null) rename(value, name, key);
    else if (typeof value === "string") Object.assign(record, { [key]: textWith(key, value, name, list) });
  }
}

function textWith(key: string, value: string, name: string, list: string): string {
  if (/^[A-Za-z]:\\.|^\\\\[^?]/.test(value)) return pathWith(value, name);
  return NAMED.has(key) && !LOOKED_UP.has(list) ? `${value}${name}` : value;
}

function pathWith(path: string, name: string): string {
  const parts = path.split(SEPARATORS);
  const from = path.startsWith("\\\\") ? 4 : parts[1] === "ClusterStorage" ? 3 : 1;
  return parts.map((part, index) => {
    if (index < from || part === "") return part;
    const dot = part.lastIndexOf(".");
    return index === parts.length - 1 && dot > 0 ? `${part.slice(0, dot)}${name}${part.slice(dot)}` : `${part}${name}`;
  }).join("\\");
}
