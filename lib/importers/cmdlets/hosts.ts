import type { InventoryInput } from "@/lib/inventory/document";
import { hostNames, type IgnoredKeys, numberOf, type Raw, textOf, timeOf, versionOf } from "../raw";
import type { ClusterInput, Families } from "./cluster";

export type HostInput = InventoryInput["hosts"][number];
type VolumeInput = NonNullable<HostInput["volumes"]>[number];

/** Win32_OperatingSystem.OperatingSystemSKU of the servers that run Hyper-V; any other number is kept as digits. */
const EDITIONS: Readonly<Record<number, string>> = {
  7: "ServerStandard", 8: "ServerDatacenter", 12: "ServerDatacenterCore", 13: "ServerStandardCore", 42: "ServerHyperCore", 79: "ServerStandardEval", 80: "ServerDatacenterEval", 406: "ServerAzureStackHCICor",
};

/** Facts of Win32_OperatingSystem; the caption is localised and shown only. */
function systemOf(raw: Raw | undefined, ignored: IgnoredKeys): Partial<HostInput> {
  if (!raw) return {};
  ignored.add("Win32_OperatingSystem", raw, ["Caption", "Version", "BuildNumber", "ProductType", "OperatingSystemSKU", "CSName", "PSComputerName", "LocalDateTime"]);
  const sku = numberOf(raw["OperatingSystemSKU"]);
  return {
    osCaption: textOf(raw["Caption"])?.trim() ?? null, osVersion: versionOf(raw["Version"]), osBuild: numberOf(raw["BuildNumber"]),
    productType: numberOf(raw["ProductType"]), edition: sku === null ? null : EDITIONS[sku] ?? String(sku),
  };
}

/** Version of a node as the cluster knows it, for hosts whose Win32_OperatingSystem did not come. */
export function nodeVersion(families: Families, hostName: string): string | null {
  for (const node of families.get("Get-ClusterNode") ?? []) {
    const name = textOf(node["NodeName"]) ?? textOf(node["Name"]);
    if (name === null || hostNames(name).name.toLowerCase() !== hostName.toLowerCase()) continue;
    const [major, minor, build] = [node["MajorVersion"], node["MinorVersion"], node["BuildNumber"]].map(numberOf);
    return [major, minor, build].every((part) => typeof part === "number") ? `${major}.${minor}.${build}` : null;
  }
  return null;
}

/** Get-VMHost writes the FQDN on some hosts and only the domain on others. */
function fqdnOf(name: string, raw: Raw | undefined): string | null {
  const text = raw ? textOf(raw["FullyQualifiedDomainName"])?.trim() ?? null : null;
  if (text === null || !text.includes(".")) return null;
  return text.toLowerCase().startsWith(`${name.toLowerCase()}.`) ? text : `${name}.${text}`;
}

/** The drive letter is a character: NUL stands for none. */
function rootOf(raw: Raw, csvPaths: ReadonlyMap<string, string>): string | null {
  const letter = textOf(raw["DriveLetter"]);
  if (letter !== null && /^[a-z]:?$/i.test(letter)) return `${letter.charAt(0).toUpperCase()}:\\`;
  const id = textOf(raw["UniqueId"]) ?? textOf(raw["Path"]);
  return csvPaths.get(id?.toLowerCase() ?? "") ?? textOf(raw["Path"]);
}

function volumeOf(raw: Raw, csvPaths: ReadonlyMap<string, string>, ignored: IgnoredKeys): VolumeInput {
  ignored.add("Get-Volume", raw, ["DriveLetter", "Path", "UniqueId", "FileSystem", "FileSystemType", "Size", "SizeRemaining", "AllocationUnitSize", "DriveType", "PSComputerName"]);
  const fileSystem = textOf(raw["FileSystem"]);
  // As a number FileSystemType differs between serialisers, and says no more than the name for any volume but a CSV.
  const detail = textOf(raw["FileSystemType"]);
  return {
    path: rootOf(raw, csvPaths), uniqueId: textOf(raw["UniqueId"]) ?? textOf(raw["Path"]),
    fileSystem, fileSystemDetail: detail !== null && !/^\d+$/.test(detail) ? detail : null,
    capacityBytes: numberOf(raw["Size"]), freeBytes: numberOf(raw["SizeRemaining"]), blockSize: numberOf(raw["AllocationUnitSize"]),
    isCsv: fileSystem === null ? null : /^CSVFS/i.test(fileSystem),
    driveType: numberOf(raw["DriveType"]) === null ? textOf(raw["DriveType"]) : null,
  };
}

/** A host from Get-VMHost, Win32_OperatingSystem, Get-Volume and the cluster's list of nodes. */
export function hostOf(address: string, families: Families, cluster: ClusterInput | null, ignored: IgnoredKeys): HostInput {
  const names = hostNames(address);
  const vmHost = families.get("Get-VMHost")?.[0];
  if (vmHost) ignored.add("Get-VMHost", vmHost, ["Name", "ComputerName", "FullyQualifiedDomainName"]);
  const system = systemOf(families.get("Win32_OperatingSystem")?.[0], ignored);
  const csvPaths = new Map((cluster?.csvs ?? []).flatMap((csv) => typeof csv.volumeId === "string" && typeof csv.volumePath === "string" ? [[csv.volumeId.toLowerCase(), csv.volumePath] as const] : []));
  const volumes = families.get("Get-Volume");
  const isNode = cluster?.nodes?.some((node) => node.name.toLowerCase() === names.name.toLowerCase()) === true
    || families.get("Get-VM")?.some((vm) => vm["IsClustered"] === true) === true;
  return {
    ...names, fqdn: names.fqdn ?? fqdnOf(names.name, vmHost), ...system, osVersion: system.osVersion ?? nodeVersion(families, names.name),
    ...(isNode ? { isClusterNode: true, clusterName: cluster?.name ?? null, clusterId: cluster?.id ?? null } : {}),
    volumes: volumes ? volumes.map((raw) => volumeOf(raw, csvPaths, ignored)) : null,
  };
}

/** When Win32_OperatingSystem was read, by the host's own clock; null when it did not come. */
export function readAt(families: Families): string | null {
  return timeOf(families.get("Win32_OperatingSystem")?.[0]?.["LocalDateTime"]);
}
