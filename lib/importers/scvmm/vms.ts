import type { InventoryInput } from "@/lib/inventory/document";
import { COMPONENT_ROLES } from "@/lib/inventory/normalise";
import { flagOf, guidOf, type IgnoredKeys, isRaw, numberOf, type Raw, rawList, textOf, timeOf } from "../raw";
import { DISK_KEYS, disksOf } from "./disks";

export type VmInput = NonNullable<InventoryInput["hosts"][number]["vms"]>[number];

const VM_KEYS = ["Name", "ID", "BiosGuid", "VMCPath", "HostName", "VMHost", "StatusString", "VirtualMachineStateString", "VirtualMachineState", "Generation", "Memory", "DynamicMemoryEnabled", "MemoryAssignedMB", "CPUCount", "IsHighlyAvailable", "BackupEnabled", "HeartbeatEnabled", "DataExchangeEnabled", "OperatingSystemShutdownEnabled", "TimeSynchronizationEnabled", "VirtualHardDisks", "VirtualDiskDrives", "VMCheckpoints", "OperatingSystem", "ServerConnection"] as const;

/** SCVMM's words for states that Hyper-V names otherwise; any other word is kept and judged unknown. */
const STATES: Readonly<Record<string, string>> = { poweroff: "Off", poweringoff: "Stopping", restoring: "Resuming" };

const COMPONENTS: readonly (readonly [string, string])[] = [
  ["BackupEnabled", "vss"], ["HeartbeatEnabled", "heartbeat"], ["DataExchangeEnabled", "kvp"], ["OperatingSystemShutdownEnabled", "shutdown"], ["TimeSynchronizationEnabled", "timesync"],
];

function stateOf(raw: Raw): string | null {
  const word = textOf(raw["VirtualMachineStateString"]) ?? textOf(raw["VirtualMachineState"]);
  if (word === null || /^\d+$/.test(word)) return null;
  return STATES[word.toLowerCase()] ?? word;
}

/** The VM GUID is the name of its configuration file; `ID` is SCVMM's own and `BiosGuid` is copied with a VM. */
export function configurationOf(raw: Raw): { id: string | null; location: string | null } {
  const path = textOf(raw["VMCPath"]);
  if (path === null) return { id: null, location: null };
  const parts = path.split("\\");
  const file = parts.pop() ?? "";
  const id = guidOf(/^(.+)\.(?:xml|vmcx)$/i.exec(file)?.[1] ?? "");
  if (parts.at(-1)?.toLowerCase() === "virtual machines") parts.pop();
  const folder = parts.join("\\");
  return { id, location: folder === "" ? null : /^[a-z]:$/i.test(folder) ? `${folder}\\` : folder };
}

function integrationOf(raw: Raw): VmInput["integration"] {
  const entries = COMPONENTS.flatMap(([key, role]) => {
    const enabled = flagOf(raw[key]);
    const componentId = Object.entries(COMPONENT_ROLES).find(([, name]) => name === role)?.[0];
    return enabled === null || componentId === undefined ? [] : [{ componentId, role, enabled }];
  });
  return entries.length === 0 ? null : entries;
}

function memoryOf(raw: Raw, state: string | null): number | null {
  const megabytes = flagOf(raw["DynamicMemoryEnabled"]) === true && state !== "Off" ? numberOf(raw["MemoryAssignedMB"]) : numberOf(raw["Memory"]);
  return megabytes === null ? null : megabytes * 1024 ** 2;
}

function checkpointsOf(raw: Raw): VmInput["checkpoints"] {
  const value = raw["VMCheckpoints"];
  const list = rawList(value);
  if (list.length === 0) return Array.isArray(value) ? [] : null;
  return list.map((checkpoint) => ({ id: guidOf(checkpoint["CheckpointID"]), name: textOf(checkpoint["Name"]), createdAt: timeOf(checkpoint["AddedTime"]) }));
}

/** A VM of `Get-SCVirtualMachine`, with the host that SCVMM has it on; null for a VM that lies in the library. */
export function vmOf(raw: Raw, volumeIds: ReadonlyMap<string, string>, ignored: IgnoredKeys): VmInput {
  ignored.add("vm", raw, VM_KEYS);
  for (const disk of rawList(raw["VirtualHardDisks"])) ignored.add("vm.VirtualHardDisks", disk, DISK_KEYS);
  const { id, location } = configurationOf(raw);
  const state = stateOf(raw);
  const { disks, hidden } = disksOf(raw, volumeIds);
  const system = raw["OperatingSystem"];
  const systemName = isRaw(system) ? textOf(system["Name"]) : textOf(system);
  const status = textOf(raw["StatusString"]);
  return {
    id, name: typeof raw["Name"] === "string" ? raw["Name"] : "",
    generation: numberOf(raw["Generation"]),
    isClustered: flagOf(raw["IsHighlyAvailable"]),
    state,
    memoryAssignedBytes: memoryOf(raw, state),
    processorCount: numberOf(raw["CPUCount"]),
    configLocation: location,
    integration: integrationOf(raw),
    disks,
    checkpoints: checkpointsOf(raw),
    absent: [
      { fact: "guest", reason: "not-collected", text: systemName === null || systemName === "Unknown" ? "an SCVMM export holds nothing about the guest" : `SCVMM has it down as ${systemName}; nothing was read from the guest` },
      ...(status === null ? [] : [{ fact: "operational", reason: "not-collected" as const, text: `SCVMM shows the status ${status}` }]),
      ...(hidden && disks ? [{ fact: `disks[${disks.length - 1}]`, reason: "not-collected" as const, text: "the export lists virtual hard disks only; a physical disk attached to the VM would not show" }] : []),
    ],
  };
}

/** Address of the host of a VM; null when it lies in the library. */
export function hostAddressOf(raw: Raw): string | null {
  return textOf(raw["HostName"]) ?? textOf(raw["VMHost"]);
}
