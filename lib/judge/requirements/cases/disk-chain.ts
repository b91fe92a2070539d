import type { Disk } from "@/lib/inventory/document";
import { aDisk } from "@/lib/inventory/testing";
import { type Case, EVERY_RELEASE, unread } from "./case";

const BASE = "D:\\VMs\\VM01\\data.vhdx";
const avhdx = (number: number) => `D:\\VMs\\VM01\\data_${number}.avhdx`;
const chain = (length: number, over: Partial<Disk> = {}): Case["given"] => ({ vm }) => {
  const files = [...Array.from({ length: length - 1 }, (_, index) => avhdx(index)), BASE];
  vm.disks?.push(aDisk({ lun: 1, path: files[0] ?? BASE, chain: files, ...over }));
};
const withCheckpoints = (count: number, given: Case["given"]): Case["given"] => (of) => {
  given(of);
  of.vm.checkpoints = Array.from({ length: count }, () => ({ id: null, name: "c", type: "Standard", createdAt: null, isAutomatic: false }));
};

export const cases: Case[] = [
  { name: "one file a disk", on: EVERY_RELEASE, given: () => undefined, status: "pass" },
  { name: "three files with two checkpoints", on: EVERY_RELEASE, given: withCheckpoints(2, chain(3)), status: "pass" },
  { name: "a differencing disk on a template", on: EVERY_RELEASE, given: chain(1, { path: "D:\\VMs\\VM01\\child.vhdx", chain: ["D:\\VMs\\VM01\\child.vhdx", "D:\\VMs\\template.vhdx"], type: "Differencing" }), status: "pass" },
  { name: "the backing file of a VHD Set", on: ["2016"], given: chain(2, { kind: "vhdset", format: "VHDSet", path: "D:\\VMs\\VM01\\data.vhds" }), status: "pass" },
  { name: "a missing base is another requirement", on: EVERY_RELEASE, given: chain(1, { chainError: "base-missing" }), status: "pass" },
  { name: "a broken chain", on: EVERY_RELEASE, given: chain(2, { chainError: "broken", chain: null }), status: "fail", effect: "will-fail" },
  { name: "a broken chain beside one not read", on: EVERY_RELEASE, given: (of) => { chain(2, { chainError: "broken" })(of); chain(1, { chain: null, chainError: "not-read" })(of); }, status: "fail", effect: "will-fail" },
  { name: "a checkpoint file without a checkpoint", on: EVERY_RELEASE, given: chain(2), status: "warning", effect: "warn" },
  { name: "two checkpoint files with one checkpoint", on: EVERY_RELEASE, given: withCheckpoints(1, chain(3)), status: "warning", effect: "warn" },
  { name: "ten files", on: EVERY_RELEASE, given: withCheckpoints(9, chain(10)), status: "pass" },
  { name: "eleven files", on: EVERY_RELEASE, given: withCheckpoints(10, chain(11)), status: "warning", effect: "warn" },
  { name: "51 files", on: EVERY_RELEASE, given: withCheckpoints(50, chain(51)), status: "warning", effect: "warn" },
  { name: "chain not read", on: EVERY_RELEASE, given: chain(1, { chain: null, chainError: "not-read" }), status: "unknown" },
  { name: "fault of a chain not read", on: EVERY_RELEASE, given: chain(1, { chainError: null }), status: "unknown" },
  { name: "a fault by a word that is not known", on: EVERY_RELEASE, given: chain(1, { chainError: "odd" }), status: "unknown" },
  { name: "a checkpoint file, checkpoints not read", on: EVERY_RELEASE, given: (of) => { chain(2)(of); of.vm.checkpoints = null; unread(of.vm, "checkpoints"); }, status: "unknown" },
  { name: "disks not read", on: EVERY_RELEASE, given: ({ vm }) => { vm.disks = null; unread(vm, "disks"); }, status: "unknown" },
  { name: "no disk at all", on: EVERY_RELEASE, given: ({ vm }) => { vm.disks = []; }, status: "not-applicable" },
];
