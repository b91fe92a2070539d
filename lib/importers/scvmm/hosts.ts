import type { InventoryInput } from "@/lib/inventory/document";
import { flagOf, guidOf, hostNames, type IgnoredKeys, isRaw, isUncPath, numberOf, type Raw, rawList, textOf, versionOf } from "../raw";

export type HostInput = InventoryInput["hosts"][number];
type VolumeInput = NonNullable<HostInput["volumes"]>[number];

const HOST_KEYS = ["Name", "FullyQualifiedDomainName", "FQDN", "ID", "CommunicationStateString", "OperatingSystem", "OperatingSystemVersionString", "OperatingSystemVersion", "SMBiosGUIDString", "SMBiosGUID", "DiskVolumes", "RegisteredStorageFileShares", "HostCluster"] as const;
const VOLUME_KEYS = ["Name", "ObjectID", "ID", "HostVolumeID", "Capacity", "FreeSpace", "FileSystem", "IsClusterSharedVolume", "VMHost"] as const;

export interface ScvmmHost {
  host: HostInput & { absent: NonNullable<HostInput["absent"]> };
  reachable: boolean;
  /** SCVMM's id of a volume to the volume's own id (`\\?\Volume{...}\`). */
  volumeIds: Map<string, string>;
}

function volumeOf(raw: Raw): VolumeInput {
  const capacity = numberOf(raw["Capacity"]);
  // SCVMM shows 0 of 0 bytes for a volume that it could not look into.
  const read = capacity !== null && capacity > 0;
  return {
    path: textOf(raw["Name"]),
    uniqueId: textOf(raw["ObjectID"]),
    fileSystem: textOf(raw["FileSystem"]),
    capacityBytes: read ? capacity : null,
    freeBytes: read ? numberOf(raw["FreeSpace"]) : null,
    isCsv: flagOf(raw["IsClusterSharedVolume"]),
  };
}

function sharesOf(value: unknown): HostInput["smbShares"] {
  const shares = rawList(value).map((raw) => textOf(raw["SharePath"])).filter((path): path is string => path !== null && isUncPath(path));
  return shares.map((share) => ({ share, byAddress: /^\\\\(\d{1,3}(\.\d{1,3}){3}|[0-9a-f-]*ipv6-literal\.net)\\/i.test(share) }));
}

/** "Windows Server" is a brand, the same in every language; the word after the release is the edition. */
function kindOf(caption: string | null): Pick<HostInput, "productType" | "edition"> {
  const match = /\b(?:Windows|Hyper-V) Server\b(?:\s+20\d\d)?(?:\s+R2)?\s*(\w+)?/.exec(caption ?? "");
  if (!match) return { productType: null, edition: null };
  return { productType: 3, edition: `Server${match[1] ?? ""}` };
}

/** A host of `Get-SCVMHost`. What SCVMM remembers of a host that does not answer is not taken for facts. */
export function hostOf(raw: Raw, ignored: IgnoredKeys): ScvmmHost | null {
  const address = textOf(raw["Name"]) ?? textOf(raw["FullyQualifiedDomainName"]) ?? textOf(raw["FQDN"]);
  if (address === null) return null;
  ignored.add("host", raw, HOST_KEYS);
  const communication = textOf(raw["CommunicationStateString"]);
  const reachable = communication === null || /^responding$/i.test(communication);
  const names = hostNames(address);
  const shared = { ...names, hardwareUuid: guidOf(raw["SMBiosGUIDString"]) ?? guidOf(raw["SMBiosGUID"]) };
  if (!reachable) {
    return { reachable, volumeIds: new Map(), host: { ...shared, absent: [{ fact: "*", reason: "unreachable", text: `SCVMM says ${communication}` }] } };
  }
  const system = raw["OperatingSystem"];
  const caption = (isRaw(system) ? textOf(system["Name"]) : textOf(system))?.trim() ?? null;
  const version = versionOf(raw["OperatingSystemVersionString"]) ?? versionOf(raw["OperatingSystemVersion"]) ?? (isRaw(system) ? versionOf(system["Version"]) : null);
  const volumes = rawList(raw["DiskVolumes"]);
  for (const volume of volumes) ignored.add("host.DiskVolumes", volume, VOLUME_KEYS);
  const volumeIds = new Map<string, string>();
  for (const volume of volumes) {
    const id = guidOf(volume["ID"]);
    const unique = textOf(volume["ObjectID"]);
    if (id !== null && unique !== null) volumeIds.set(id, unique);
  }
  const cluster = "HostCluster" in raw ? textOf(raw["HostCluster"]) : undefined;
  return {
    reachable, volumeIds,
    host: {
      ...shared,
      osCaption: caption, osVersion: version, ...kindOf(caption),
      ...(cluster === undefined ? {} : { isClusterNode: cluster !== null, clusterName: cluster === null ? null : hostNames(cluster).name }),
      volumes: "DiskVolumes" in raw && (volumes.length > 0 || Array.isArray(raw["DiskVolumes"])) ? volumes.map(volumeOf) : null,
      smbShares: "RegisteredStorageFileShares" in raw && (rawList(raw["RegisteredStorageFileShares"]).length > 0 || Array.isArray(raw["RegisteredStorageFileShares"])) ? sharesOf(raw["RegisteredStorageFileShares"]) : null,
      absent: [],
    },
  };
}
