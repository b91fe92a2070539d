import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { BLOCK_REDIRECT_FLAGS, CHECKPOINT_TYPE, COMPONENT_STATUS, CONTROLLER, CSV_FAULT_FLAGS, CSV_STATE, flagsOf, FS_REDIRECT_FLAGS, GROUP_STATE, HEARTBEAT, NODE_STATE, REPLICATION_HEALTH, REPLICATION_MODE, RESOURCE_STATE, SNAPSHOT_TYPE, statusWord, VHD_FORMAT, VHD_TYPE, VM_STATUS, wordOf, wordsOf } from "./enums";
import { stateFacts } from "./state";

const capture = path.resolve(import.meta.dirname, "../../../../shared/data/hyper-v-types.json");
type Enums = Record<string, { enums: Record<string, Record<string, number>> }>;

describe("numbers of enums", () => {
  it.for<[string, string, Readonly<Record<number, string>>]>([
    ["Hyper-V", "VMHeartbeatStatus", HEARTBEAT], ["Hyper-V", "VMOperationalStatus", VM_STATUS], ["Hyper-V", "VMIntegrationComponentOperationalStatus", COMPONENT_STATUS], ["Hyper-V", "CheckpointType", CHECKPOINT_TYPE],
    ["Hyper-V", "VMReplicationMode", REPLICATION_MODE], ["Hyper-V", "VMReplicationHealthState", REPLICATION_HEALTH], ["Hyper-V", "VhdFormat", VHD_FORMAT], ["Hyper-V", "VhdType", VHD_TYPE],
    ["Hyper-V", "ControllerType", CONTROLLER], ["Hyper-V", "SnapshotType", SNAPSHOT_TYPE], ["FailoverClusters", "ClusterNodeState", NODE_STATE], ["FailoverClusters", "ClusterResourceState", RESOURCE_STATE],
    ["FailoverClusters", "ClusterGroupState", GROUP_STATE], ["FailoverClusters", "ClusterSharedVolumeState", CSV_STATE], ["FailoverClusters", "ClusterSharedVolumeFileSystemRedirectedIOReasons", FS_REDIRECT_FLAGS],
    ["FailoverClusters", "ClusterSharedVolumeBlockRedirectedIOReason", BLOCK_REDIRECT_FLAGS],
  ])("of %s %s have the names of a real module", ([module, name, ours], { skip }) => {
    skip(!existsSync(capture), "../shared/data/hyper-v-types.json is not at hand");
    const theirs = (JSON.parse(readFileSync(capture, "utf8")) as Enums)[module]?.enums[name] ?? {};
    const words = new Map(Object.entries(theirs).map(([word, number]) => [number, word]));
    const differing = Object.entries(ours).filter(([number, word]) => words.get(Number(number)) !== word).map(([number]) => Number(number));
    // 32769 is what WMI writes for ApplyingSnapshot; the module has 23769.
    expect(differing).toEqual(name === "VMOperationalStatus" ? [32_769] : []);
    const unknownZero = ["VhdFormat", "VhdType"].includes(name) ? ["Unknown"] : [];
    const left = Object.keys(theirs).filter((word) => !Object.values<string>(ours).includes(word) && (theirs[word] ?? -1) > 0);
    expect(left.filter((word) => ![...unknownZero, "Inherited", "Initializing"].includes(word))).toEqual([]);
  });

  it("reads no state above 32782 by number", () => {
    expect(stateFacts(32_782)).toEqual({ state: "ForceReboot", stateRaw: 32_782 });
    for (let number = 32_783; number < 32_800; number += 1) expect(stateFacts(number)).toEqual({ state: null, stateRaw: number });
    expect(stateFacts("2")).toEqual({ state: "Running", stateRaw: 2 });
    expect(stateFacts("SavedCritical")).toEqual({ state: "SavedCritical", stateRaw: null });
  });
});

describe("words", () => {
  it("are read from numbers, digits, names in any case, and nothing else", () => {
    expect([3, "3", "production", "Production", 99, "", null, {}, "Produktions Prüfpunkt"].map((value) => wordOf(value, CHECKPOINT_TYPE))).toEqual(["Production", "Production", "Production", "Production", null, null, null, null, null]);
    expect(["OK", 2, "Communication Timed Out", 12].map(statusWord)).toEqual(["Ok", "Ok", "CommunicationTimedOut", "NoContact"]);
  });

  it("of a list are all read or none", () => {
    expect(wordsOf([2, 32_776], VM_STATUS)).toEqual(["Ok", "BackingUpVirtualMachine"]);
    expect(wordsOf("Ok BackingUpVirtualMachine", VM_STATUS)).toEqual(["Ok", "BackingUpVirtualMachine"]);
    expect(wordsOf([2, 77_777], VM_STATUS)).toBeNull();
    expect(wordsOf("", VM_STATUS)).toBeNull();
  });

  it("of flags are told apart; an unknown bit makes all unread", () => {
    expect(flagsOf(0, CSV_FAULT_FLAGS)).toEqual([]);
    expect(flagsOf("NoFaults", CSV_FAULT_FLAGS)).toEqual([]);
    expect(flagsOf(9, CSV_FAULT_FLAGS)).toEqual(["NoDirectIO", "Dismounted"]);
    expect(flagsOf("NoDirectIO, Dismounted", CSV_FAULT_FLAGS)).toEqual(["NoDirectIO", "Dismounted"]);
    expect(flagsOf("NotBlockRedirected", BLOCK_REDIRECT_FLAGS)).toEqual([]);
    expect(flagsOf(64, FS_REDIRECT_FLAGS)).toBeNull();
  });
});
