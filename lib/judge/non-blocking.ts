/**
 * Facts that can stop a backup when they are known and bad, yet hold nothing back while unread (domain.md 4.2, the two
 * properties, and 4.5). Paths without list indexes. Each is a visible unknown on a VM that is ready without it.
 */
export const NON_BLOCKING: ReadonlySet<string> = new Set([
  "vm.acl", "vm.acl.vmAccountFullControl", "host.virtualMachinesServiceLogon", "vm.operational", "vm.secondaryOperational",
  "vm.operationSince", "vm.healthState", "vm.integration[].secondaryStatus", "vm.integration.vss.secondaryStatus", "guest.minDiffAreaMb",
]);
/** Non-blocking only under a condition that the check itself knows: a build with a known range, a file system that was read. */
export const NON_BLOCKING_IF: ReadonlySet<string> = new Set(["host.supportedVmVersions", "guest.volumes[].bitlocker"]);

/** `guest.volumes[3].bitlocker` as `guest.volumes[].bitlocker`. */
export function withoutIndexes(factPath: string): string {
  return factPath.includes("[") ? factPath.replace(/\[\d+\]/g, "[]") : factPath;
}
export function isNonBlocking(factPath: string): boolean {
  return NON_BLOCKING.has(withoutIndexes(factPath));
}
