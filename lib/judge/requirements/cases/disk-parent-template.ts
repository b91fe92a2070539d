import type { Disk } from "@/lib/inventory/document";
import { aDisk, aVolume } from "@/lib/inventory/testing";
import { type Case, EVERY_RELEASE, FROM_2012, unread } from "./case";

const CHILD = "D:\\VMs\\VM01\\child.vhdx";
const on = (base: string, over: Partial<Disk> = {}): Case["given"] => ({ vm }) => { vm.disks?.push(aDisk({ lun: 1, path: CHILD, chain: [CHILD, base], type: "Differencing", ...over })); };
const elsewhere: Case["given"] = (of) => {
  on("E:\\Templates\\base.vhdx")(of);
  of.host.volumes?.push(aVolume({ path: "E:\\", uniqueId: "\\\\?\\Volume{0e0e0e0e-0000-4000-8000-000000000001}\\" }));
};

export const cases: Case[] = [
  { name: "no differencing disk", on: EVERY_RELEASE, given: () => undefined, status: "pass" },
  { name: "base on the VM's own volume", on: EVERY_RELEASE, given: on("D:\\Templates\\base.vhdx"), status: "pass" },
  { name: "base in the child's folder, volumes not read", on: EVERY_RELEASE, given: (of) => { on("D:\\VMs\\VM01\\base.vhdx")(of); of.host.volumes = null; }, status: "pass" },
  { name: "base below a checkpoint file is no template", on: EVERY_RELEASE, given: on("E:\\x.vhdx", { chain: ["D:\\VMs\\VM01\\a.avhdx", "E:\\x.vhdx"] }), status: "pass" },
  { name: "base missing", on: EVERY_RELEASE, given: on("D:\\Templates\\base.vhdx", { chain: null, chainError: "base-missing" }), status: "fail", effect: "will-fail" },
  { name: "base missing beside a chain not read", on: EVERY_RELEASE, given: (of) => { on("", { chain: null, chainError: "base-missing" })(of); on("", { chain: null, chainError: "not-read" })(of); }, status: "fail", effect: "will-fail" },
  { name: "base on another volume", on: EVERY_RELEASE, given: elsewhere, status: "warning", effect: "partial" },
  { name: "base on a share", on: FROM_2012, given: on("\\\\fs1\\templates\\base.vhdx"), status: "warning", effect: "partial" },
  { name: "base on the same drive, volumes not read", on: EVERY_RELEASE, given: (of) => { on("D:\\Templates\\base.vhdx")(of); of.host.volumes = null; }, status: "unknown" },
  { name: "chain not read", on: EVERY_RELEASE, given: on("", { chain: null, chainError: "not-read" }), status: "unknown" },
  { name: "disks not read", on: EVERY_RELEASE, given: ({ vm }) => { vm.disks = null; unread(vm, "disks"); }, status: "unknown" },
  { name: "no disk at all", on: EVERY_RELEASE, given: ({ vm }) => { vm.disks = []; }, status: "not-applicable" },
];
