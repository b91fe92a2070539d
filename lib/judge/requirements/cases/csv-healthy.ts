import { type Case, EVERY_RELEASE, FROM_2012R2, FROM_2016, type Given, UP_TO_2012, unread } from "./case";
import { volumes } from "./places";

type Csv = NonNullable<NonNullable<Given["cluster"]>["csvs"]>[number];
function csv({ cluster }: Given, over: Partial<Csv>) {
  for (const entry of cluster?.csvs ?? []) Object.assign(entry, over);
}
/** State from the VM's own node; the other node does direct IO. */
function seen(of: Given, stateInfo: string | null, fsRedirectReason: string[] | null = [], blockRedirectReason: string[] | null = []) {
  csv(of, { perNode: [{ node: "HV02", stateInfo: "Direct", fsRedirectReason: [], blockRedirectReason: [] }, { node: "HV01", stateInfo, fsRedirectReason, blockRedirectReason }] });
}
const reason = (word: string) => (of: Given) => seen(of, "FileSystemRedirected", [word]);
const block = (word: string) => (of: Given) => seen(of, "BlockRedirected", [], [word]);

export const cases: Case[] = [
  { name: "no cluster", on: EVERY_RELEASE, given: () => undefined, status: "not-applicable" },
  { name: "standalone host, disks not read", on: EVERY_RELEASE, given: ({ vm }) => { vm.disks = null; unread(vm, "disks"); }, status: "not-applicable" },
  { name: "direct", on: EVERY_RELEASE, csv: true, given: () => undefined, status: "pass" },
  ...["NoAccess", "Dismounted", "InMaintenance"].map((word): Case => ({ name: `fault ${word}`, on: EVERY_RELEASE, csv: true, given: (of) => csv(of, { faultState: [word] }), status: "fail", effect: "will-fail" })),
  { name: "maintenance mode", on: EVERY_RELEASE, csv: true, given: (of) => csv(of, { maintenanceMode: true }), status: "fail", effect: "will-fail" },
  { name: "no access beside no direct IO", on: EVERY_RELEASE, csv: true, given: (of) => csv(of, { faultState: ["NoDirectIO", "NoAccess"] }), status: "fail", effect: "will-fail" },
  { name: "fault NoDirectIO", on: EVERY_RELEASE, csv: true, given: (of) => csv(of, { faultState: ["NoDirectIO"] }), status: "info", effect: "info" },
  { name: "fault written as NoFaults", on: EVERY_RELEASE, csv: true, given: (of) => csv(of, { faultState: ["NoFaults"] }), status: "pass" },
  { name: "a bad filter listed among the faults", on: UP_TO_2012, csv: true, given: (of) => csv(of, { faultState: ["IncompatibleVolumeFilter"] }), status: "warning", effect: "warn" },
  { name: "faults not read", on: EVERY_RELEASE, csv: true, given: (of) => csv(of, { faultState: null }), status: "unknown" },
  { name: "a fault of no list", on: EVERY_RELEASE, csv: true, given: (of) => csv(of, { faultState: ["Melted"] }), status: "unknown" },
  { name: "paused from the VM's node", on: FROM_2012R2, csv: true, given: (of) => seen(of, "Paused"), status: "fail", effect: "will-fail" },
  { name: "unavailable from the VM's node", on: FROM_2012R2, csv: true, given: (of) => seen(of, "Unavailable"), status: "fail", effect: "will-fail" },
  { name: "unavailable from another node only", on: FROM_2012R2, csv: true, given: (of) => csv(of, { perNode: [{ node: "HV01", stateInfo: "Direct", fsRedirectReason: [], blockRedirectReason: [] }, { node: "HV02", stateInfo: "Unavailable", fsRedirectReason: [], blockRedirectReason: [] }] }), status: "pass" },
  { name: "paused, though the faults were not read", on: FROM_2012R2, csv: true, given: (of) => { seen(of, "Paused"); csv(of, { faultState: null }); }, status: "fail" },
  ...["IncompatibleFileSystemFilter", "IncompatibleVolumeFilter"].map((word): Case => ({ name: word, on: FROM_2012R2, csv: true, given: reason(word), status: "warning", effect: "warn" })),
  ...["NoDiskConnectivity", "StorageSpaceNotAttached"].map((word): Case => ({ name: word, on: FROM_2012R2, csv: true, given: block(word), status: "warning", effect: "warn" })),
  ...["FileSystemTiering", "BitLockerInitializing"].map((word): Case => ({ name: word, on: FROM_2012R2, csv: true, given: reason(word), status: "info", effect: "info" })),
  { name: "VolumeReplicationEnabled", on: FROM_2012R2, csv: true, given: block("VolumeReplicationEnabled"), status: "info", effect: "info" },
  { name: "redirected by ReFS", on: FROM_2016, csv: true, given: reason("FileSystemReFs"), status: "pass" },
  { name: "redirected by request belongs to another requirement", on: FROM_2012R2, csv: true, given: reason("UserRequest"), status: "pass" },
  { name: "ReFS redirected without a reason", on: ["2012R2"], csv: true, given: (of) => { seen(of, "FileSystemRedirected"); volumes(of, { fileSystem: "CSVFS", fileSystemDetail: "CSVFS_ReFS" }); }, status: "pass" },
  { name: "NTFS redirected without a reason", on: FROM_2012R2, csv: true, given: (of) => seen(of, "FileSystemRedirected"), status: "unknown" },
  { name: "redirected, the reason not read", on: FROM_2012R2, csv: true, given: (of) => seen(of, "FileSystemRedirected", null), status: "unknown" },
  { name: "a state of no list", on: FROM_2012R2, csv: true, given: (of) => seen(of, "Sideways"), status: "unknown" },
  { name: "states per node not read", on: FROM_2012R2, csv: true, given: (of) => csv(of, { perNode: null }), status: "unknown" },
  { name: "the VM's node missing from a list that was read", on: FROM_2012R2, csv: true, given: (of) => csv(of, { perNode: [{ node: "HV02", stateInfo: "Direct", fsRedirectReason: [], blockRedirectReason: [] }] }), status: "unknown" },
  { name: "states per node not needed", on: UP_TO_2012, csv: true, given: (of) => csv(of, { perNode: null }), status: "pass" },
  { name: "volumes of the cluster not read", on: EVERY_RELEASE, csv: true, given: ({ cluster }) => { if (cluster !== null) cluster.csvs = null; }, status: "unknown" },
  { name: "disks not read", on: EVERY_RELEASE, csv: true, given: ({ vm }) => { vm.disks = null; unread(vm, "disks"); }, status: "unknown" },
];
