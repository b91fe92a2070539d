import type { InventoryInput } from "@/lib/inventory/document";
import { flagOf, guidOf, type IgnoredKeys, isRaw, numberOf, type Raw, rawList, textOf, timeOf, unwrap, versionOf } from "../raw";
import { absentOfDisk, countOf, diskOf, drivesCounted } from "./disks";
import { CHECKPOINT_TYPE, HEARTBEAT, REPLICATION_HEALTH, REPLICATION_MODE, SNAPSHOT_TYPE, statusWord, VM_STATUS, wordOf, wordsOf } from "./enums";
import { stateFacts } from "./state";

export type VmInput = NonNullable<InventoryInput["hosts"][number]["vms"]>[number];
type AbsentInput = NonNullable<VmInput["absent"]>[number];

const VM_KEYS = ["Id", "VMId", "Name", "VMName", "ComputerName", "Generation", "Version", "IsClustered", "State", "OperationalStatus", "PrimaryOperationalStatus", "SecondaryOperationalStatus", "Uptime", "Heartbeat", "MemoryAssigned", "MemoryStartup", "ProcessorCount", "CheckpointType", "AutomaticCheckpointsEnabled", "SnapshotFileLocation", "ConfigurationLocation", "ReplicationMode", "ReplicationState", "ReplicationHealth", "FibreChannelHostBusAdapters", "IntegrationServicesVersion", "HardDrives", "VMIntegrationService", "ParentSnapshotId"] as const;

/** What else came of a VM; undefined = that cmdlet's output is not among the files. */
export interface VmRelated {
  drives: readonly Raw[] | undefined;
  snapshots: readonly Raw[] | undefined;
  services: readonly Raw[] | undefined;
  vhds: ReadonlyMap<string, Raw>;
}

/** Seconds of a TimeSpan: `{TotalSeconds}` or "6.02:21:14.5". */
export function secondsOf(value: unknown): number | null {
  const plain = unwrap(value);
  if (isRaw(plain)) {
    const total = numberOf(plain["TotalSeconds"]);
    return total === null ? null : Math.floor(total);
  }
  const match = /^(?:(\d{1,6})\.)?(\d{1,2}):(\d{2}):(\d{2})(?:\.\d+)?$/.exec(textOf(plain) ?? "");
  if (!match) return null;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part: string | undefined) => Number(part ?? 0));
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}

/** The state by name, else the digits of a number: numbers of PowerShell and of WMI differ, so a number is unknown. */
function replicationStateOf(value: unknown): string | null {
  const number = numberOf(value);
  return number === null ? textOf(value) : String(number);
}

/** "Microsoft:<VM GUID>\<component GUID>" names the component in no language. */
function componentIdOf(raw: Raw): string | null {
  return guidOf((textOf(raw["Id"]) ?? "").split("\\").pop());
}

/** The VM that a drive, checkpoint or service belongs to: VMId, else the GUID in its Id. */
export function ownerOf(raw: Raw): string | null {
  return guidOf(raw["VMId"]) ?? guidOf(/^Microsoft:([0-9a-f-]{36})\\/i.exec(textOf(raw["Id"]) ?? "")?.[1] ?? "");
}

/** The name of that VM: VMName, or of a VM itself Name. */
export function vmNameOf(raw: Raw): string {
  const name = unwrap(raw["VMName"] ?? raw["Name"]);
  return typeof name === "string" ? name : "";
}

function integrationOf(records: readonly Raw[], off: boolean, absent: AbsentInput[], ignored: IgnoredKeys): NonNullable<VmInput["integration"]> {
  return records.map((raw, index) => {
    ignored.add("Get-VMIntegrationService", raw, ["Id", "Name", "Enabled", "PrimaryOperationalStatus", "SecondaryOperationalStatus", "PrimaryStatusDescription", "VMId", "VMName", "ComputerName"]);
    const primaryStatus = statusWord(raw["PrimaryOperationalStatus"]);
    const secondaryStatus = statusWord(raw["SecondaryOperationalStatus"]);
    if (primaryStatus === null && raw["PrimaryOperationalStatus"] === null) absent.push({ fact: `integration[${index}].primaryStatus`, reason: off ? "vm-off" : "not-collected" });
    if (secondaryStatus === null && raw["SecondaryOperationalStatus"] === null) absent.push({ fact: `integration[${index}].secondaryStatus`, reason: "empty" });
    return { componentId: componentIdOf(raw), enabled: flagOf(raw["Enabled"]), primaryStatus, secondaryStatus, statusText: textOf(raw["PrimaryStatusDescription"]) };
  });
}

function checkpointsOf(records: readonly Raw[], ignored: IgnoredKeys): NonNullable<VmInput["checkpoints"]> {
  return records.map((raw) => {
    ignored.add("Get-VMSnapshot", raw, ["Id", "Name", "SnapshotType", "CreationTime", "IsAutomaticCheckpoint", "VMId", "VMName", "ComputerName"]);
    return { id: guidOf(raw["Id"]), name: textOf(raw["Name"]), type: wordOf(raw["SnapshotType"], SNAPSHOT_TYPE), createdAt: timeOf(raw["CreationTime"]), isAutomatic: flagOf(raw["IsAutomaticCheckpoint"]) };
  });
}

/** Attached disks: those that came, and one of which nothing is known for each further drive that Get-VM counts. */
function disksOf(vm: Raw | null, related: VmRelated, absent: AbsentInput[], ignored: IgnoredKeys): VmInput["disks"] {
  const counted = vm === null ? null : drivesCounted(vm);
  const nested = vm === null ? [] : rawList(vm["HardDrives"]).filter((drive) => "ControllerType" in drive);
  const drives = related.drives ?? (nested.length > 0 ? nested : undefined);
  if (drives === undefined || drives.length === 0) return counted === 0 ? [] : null;
  const disks = drives.map((drive) => diskOf(drive, related.vhds, ignored));
  drives.forEach((drive, index) => absent.push(...absentOfDisk(drive, index)));
  for (let index = disks.length; index < (counted ?? 0); index += 1) {
    disks.push({});
    absent.push({ fact: `disks[${index}]`, reason: "not-collected", text: "Get-VM counts this drive, Get-VMHardDiskDrive did not bring it" });
  }
  return disks;
}

function memoryOf(raw: Raw): number | null {
  const assigned = numberOf(raw["MemoryAssigned"]);
  return assigned !== null && assigned > 0 ? assigned : numberOf(raw["MemoryStartup"]);
}

function coreOf(raw: Raw, absent: AbsentInput[]): Partial<VmInput> {
  const { state, stateRaw } = stateFacts(raw["State"]);
  const off = state === "Off";
  const operational = wordsOf(raw["OperationalStatus"], VM_STATUS) ?? wordsOf(raw["PrimaryOperationalStatus"], VM_STATUS);
  if (raw["SecondaryOperationalStatus"] === null) absent.push({ fact: "secondaryOperational", reason: "empty" });
  if (raw["Heartbeat"] === null) absent.push({ fact: "heartbeat", reason: off ? "vm-off" : "not-collected" });
  const icVersion = versionOf(raw["IntegrationServicesVersion"]);
  const icHidden = icVersion !== null && /^0\.0(\.0)*$/.test(icVersion);
  // 2016 and later always answer 0.0 (domain.md 3.4): the host cannot see the version there.
  if (icHidden) absent.push({ fact: "icVersionHostView", reason: "not-supported" });
  return {
    generation: numberOf(raw["Generation"]), version: versionOf(raw["Version"]), isClustered: flagOf(raw["IsClustered"]),
    state, stateRaw, operational, secondaryOperational: wordOf(raw["SecondaryOperationalStatus"], VM_STATUS),
    uptimeSeconds: secondsOf(raw["Uptime"]), heartbeat: wordOf(raw["Heartbeat"], HEARTBEAT),
    memoryAssignedBytes: memoryOf(raw), processorCount: numberOf(raw["ProcessorCount"]),
    checkpointType: wordOf(raw["CheckpointType"], CHECKPOINT_TYPE), automaticCheckpoints: flagOf(raw["AutomaticCheckpointsEnabled"]),
    snapshotFileLocation: textOf(raw["SnapshotFileLocation"]), configLocation: textOf(raw["ConfigurationLocation"]),
    replicationMode: wordOf(raw["ReplicationMode"], REPLICATION_MODE), replicationState: replicationStateOf(raw["ReplicationState"]), replicationHealth: wordOf(raw["ReplicationHealth"], REPLICATION_HEALTH),
    fibreChannelHbas: countOf(raw["FibreChannelHostBusAdapters"]),
    icVersionHostView: icHidden ? null : icVersion,
  };
}

/**
 * One VM from Get-VM and what came with it. `raw` is null for a VM that only its drives, checkpoints or services name:
 * its state is then unread.
 */
export function vmOf(raw: Raw | null, named: { id: string | null; name: string }, related: VmRelated, ignored: IgnoredKeys): VmInput {
  const absent: AbsentInput[] = [];
  if (raw) ignored.add("Get-VM", raw, VM_KEYS);
  const core = raw ? coreOf(raw, absent) : {};
  const nested = raw ? rawList(raw["VMIntegrationService"]).filter((service) => "Enabled" in service) : [];
  const services = related.services ?? (nested.length > 0 ? nested : undefined);
  const disks = disksOf(raw, related, absent, ignored);
  const noParent = raw !== null && "ParentSnapshotId" in raw && raw["ParentSnapshotId"] === null;
  const checkpoints = related.snapshots === undefined ? null : related.snapshots.length > 0 ? checkpointsOf(related.snapshots, ignored) : noParent ? [] : null;
  return {
    ...core, id: named.id, name: named.name, disks, checkpoints,
    integration: services === undefined || services.length === 0 ? null : integrationOf(services, core.state === "Off", absent, ignored),
    absent,
  };
}
