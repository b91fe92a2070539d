import type { InventoryInput } from "@/lib/inventory/document";
import { flagOf, guidOf, hostNames, type IgnoredKeys, isRaw, numberOf, type Raw, rawList, textOf, unwrap } from "../raw";
import { BLOCK_REDIRECT_FLAGS, CSV_FAULT_FLAGS, CSV_STATE, flagsOf, FS_REDIRECT_FLAGS, GROUP_STATE, NODE_STATE, RESOURCE_STATE, wordOf } from "./enums";
import type { CmdletFamily } from "./families";

export type ClusterInput = NonNullable<InventoryInput["clusters"]>[number];
type CsvInput = NonNullable<ClusterInput["csvs"]>[number];
type PerNode = NonNullable<CsvInput["perNode"]>[number];
export type Families = ReadonlyMap<CmdletFamily, readonly Raw[]>;

/** A name where PowerShell writes an object or its text: `{"Name": "HV01"}` or "HV01". */
export function nameIn(value: unknown): string | null {
  const plain = unwrap(value);
  return isRaw(plain) ? textOf(plain["Name"]) : textOf(plain);
}

function perNodeOf(records: readonly Raw[], ignored: IgnoredKeys): PerNode[] {
  return records.flatMap((raw) => {
    ignored.add("Get-ClusterSharedVolumeState", raw, ["Name", "Node", "VolumeName", "VolumeFriendlyName", "StateInfo", "FileSystemRedirectedIOReason", "BlockRedirectedIOReason"]);
    const node = nameIn(raw["Node"]);
    return node === null ? [] : [{
      node: hostNames(node).name, stateInfo: wordOf(raw["StateInfo"], CSV_STATE),
      fsRedirectReason: flagsOf(raw["FileSystemRedirectedIOReason"], FS_REDIRECT_FLAGS), blockRedirectReason: flagsOf(raw["BlockRedirectedIOReason"], BLOCK_REDIRECT_FLAGS),
    }];
  });
}

function volumePathOf(name: string | null): string | null {
  if (name === null) return null;
  return /^[a-z]:\\/i.test(name) ? name : null;
}

function csvsOf(families: Families, ignored: IgnoredKeys): CsvInput[] | null {
  const volumes = families.get("Get-ClusterSharedVolume");
  const states = families.get("Get-ClusterSharedVolumeState");
  if (!volumes && !states) return null;
  const nameOf = (raw: Raw) => textOf(raw["Name"])?.toLowerCase() ?? "";
  const csvs: CsvInput[] = [];
  for (const raw of volumes ?? []) {
    ignored.add("Get-ClusterSharedVolume", raw, ["Name", "State", "OwnerNode", "SharedVolumeInfo"]);
    const [info] = rawList(raw["SharedVolumeInfo"]);
    const partition = info ? unwrap(info["Partition"]) : null;
    const mine = states?.filter((state) => nameOf(state) === nameOf(raw));
    csvs.push({
      name: textOf(raw["Name"]), ownerNode: nameIn(raw["OwnerNode"]), state: wordOf(raw["State"], RESOURCE_STATE),
      volumePath: volumePathOf(info ? textOf(info["FriendlyVolumeName"]) : null) ?? volumePathOf(mine?.map((state) => textOf(state["VolumeFriendlyName"])).find((path) => path !== null) ?? null),
      volumeId: (isRaw(partition) ? textOf(partition["Name"]) : null) ?? mine?.map((state) => textOf(state["VolumeName"])).find((id) => id !== null) ?? null,
      faultState: info ? flagsOf(info["FaultState"], CSV_FAULT_FLAGS) : null,
      maintenanceMode: info ? flagOf(info["MaintenanceMode"]) : null, redirectedAccess: info ? flagOf(info["RedirectedAccess"]) : null,
      perNode: mine && mine.length > 0 ? perNodeOf(mine, ignored) : null,
    });
  }
  const seen = new Set((volumes ?? []).map(nameOf));
  for (const name of new Set((states ?? []).map(nameOf))) {
    if (seen.has(name)) continue;
    const mine = (states ?? []).filter((state) => nameOf(state) === name);
    const [first] = mine;
    csvs.push({ name: first ? textOf(first["Name"]) : null, volumePath: volumePathOf(first ? textOf(first["VolumeFriendlyName"]) : null), volumeId: first ? textOf(first["VolumeName"]) : null, perNode: perNodeOf(mine, ignored) });
  }
  return csvs;
}

/** Number 111 and the name both say that the group is a VM's. */
function isVmRole(raw: Raw): boolean {
  const type = unwrap(raw["GroupType"]);
  return type === 111 || (typeof type === "string" && /^(?:111|VirtualMachine)$/i.test(type));
}

/** The cluster as these outputs show it; null when none of them is of a cluster. */
export function clusterOf(families: Families, ignored: IgnoredKeys): ClusterInput | null {
  const nodes = families.get("Get-ClusterNode");
  const own = families.get("Get-Cluster")?.[0] ?? nodes?.map((node) => unwrap(node["Cluster"])).find(isRaw);
  const named = own ? textOf(own["Name"]) : nodes?.map((node) => textOf(node["Cluster"])).find((name) => name !== null) ?? null;
  if (named === null) return null;
  if (own) ignored.add("Get-Cluster", own, ["Name", "Domain", "Id", "ClusterFunctionalLevel", "S2DEnabled"]);
  const names = hostNames(named);
  const domain = own ? textOf(own["Domain"]) : null;
  const s2d = own ? numberOf(own["S2DEnabled"]) : null;
  const roles = families.get("Get-ClusterGroup")?.filter(isVmRole);
  return {
    id: own ? guidOf(own["Id"]) : null, name: names.name, fqdn: names.fqdn ?? (domain === null ? null : `${names.name}.${domain}`),
    functionalLevel: own ? numberOf(own["ClusterFunctionalLevel"]) : null, s2dEnabled: s2d === null ? own ? flagOf(own["S2DEnabled"]) : null : s2d === 1,
    nodes: nodes ? nodes.flatMap((node) => {
      ignored.add("Get-ClusterNode", node, ["Cluster", "Name", "NodeName", "State", "BuildNumber", "MajorVersion", "MinorVersion"]);
      const name = textOf(node["NodeName"]) ?? textOf(node["Name"]);
      return name === null ? [] : [{ name: hostNames(name).name, state: wordOf(node["State"], NODE_STATE), osBuild: numberOf(node["BuildNumber"]) }];
    }) : null,
    csvs: csvsOf(families, ignored),
    roles: roles ? roles.map((raw) => ({ name: textOf(raw["Name"]) ?? "", state: wordOf(raw["State"], GROUP_STATE), owner: nameIn(raw["OwnerNode"]) })) : null,
  };
}
