/** Host buckets of domain.md: how a host-based backup quiesces follows the kernel version. */
export const BUCKETS = ["W08R2", "W12", "W12R2", "W16+"] as const;
export type Bucket = (typeof BUCKETS)[number];

interface KernelFacts {
  osVersion: string | null;
  osBuild: number | null;
  productType: number | null;
}

/** The build number: the fact itself, else the third part of the version. Null when neither was read. */
export function buildOf(host: Pick<KernelFacts, "osVersion" | "osBuild">): number | null {
  if (host.osBuild !== null) return host.osBuild;
  const third = host.osVersion?.split(".")[2];
  return third !== undefined && /^\d+$/.test(third) ? Number(third) : null;
}

function isKernel(version: string, kernel: string): boolean {
  return version.startsWith(kernel) && (version.length === kernel.length || version.charAt(kernel.length) === ".");
}

/**
 * The bucket by kernel version (domain.md, table of buckets): 6.0 and 6.1, 6.2, 6.3, 10.0. Null when the version was
 * not read, is none of these, or is 10.0 below build 14393 on a host that is not known to be a client.
 */
export function bucketOf(host: KernelFacts): Bucket | null {
  const version = host.osVersion ?? "";
  if (isKernel(version, "6.0") || isKernel(version, "6.1")) return "W08R2";
  if (isKernel(version, "6.2")) return "W12";
  if (isKernel(version, "6.3")) return "W12R2";
  if (!isKernel(version, "10.0")) return null;
  const build = buildOf(host);
  if (build === null) return null;
  return build >= 14393 || host.productType === 1 ? "W16+" : null;
}

const SERVER_BY_BUILD: readonly [number, string][] = [
  [26100, "Server 2025"], [20348, "Server 2022"], [17763, "Server 2019"], [14393, "Server 2016"],
];

/** Name of the host's Windows release for people, such as "Server 2012 R2"; "Windows not read" when unknown. */
export function releaseName(host: KernelFacts): string {
  const bucket = bucketOf(host);
  if (bucket === null) return host.osVersion === null ? "Windows not read" : `Windows ${host.osVersion}`;
  const build = buildOf(host) ?? 0;
  if (host.productType === 1) {
    if (bucket === "W16+") return build >= 22000 ? "Windows 11" : "Windows 10";
    return bucket === "W12R2" ? "Windows 8.1" : bucket === "W12" ? "Windows 8" : "Windows 7";
  }
  if (bucket === "W08R2") return host.osVersion?.startsWith("6.0") ? "Server 2008" : "Server 2008 R2";
  if (bucket === "W12") return "Server 2012";
  if (bucket === "W12R2") return "Server 2012 R2";
  return SERVER_BY_BUILD.find(([from]) => build >= from)?.[1] ?? "Server 2016";
}

export type OsKind = "server" | "client" | "azure-local";
/** The kind of Windows (domain.md `host-os-kind`): client by ProductType 1, Azure Local by edition; null when not read. */
export function osKindOf(host: { productType: number | null; edition: string | null }): OsKind | null {
  if (host.productType === 1) return "client";
  if (host.productType !== 2 && host.productType !== 3) return null;
  if (host.edition === null) return null;
  return /azure ?stack ?hci|azure ?local|azurestackhci/i.test(host.edition) || host.edition === "406" ? "azure-local" : "server";
}
