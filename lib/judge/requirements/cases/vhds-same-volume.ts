import { aDisk, aVolume } from "@/lib/inventory/testing";
import { type Case, EVERY_RELEASE, FROM_2012, unread } from "./case";

const smb: Case["given"] = ({ vm }) => { vm.disks?.push(aDisk({ lun: 1, path: "\\\\fs1\\vms\\data.vhdx", isSmb: true, hostVolumeId: null })); };
const second: Case["given"] = ({ host, vm }) => {
  const uniqueId = "\\\\?\\Volume{0e0e0e0e-0000-4000-8000-000000000001}\\";
  host.volumes?.push(aVolume({ path: "E:\\", uniqueId }));
  vm.disks?.push(aDisk({ lun: 1, path: "E:\\VMs\\data.vhdx", hostVolumeId: uniqueId }));
};
const refused: Case["settings"] = { product: { mixedLocalAndSmbAllowed: "no" } };

export const cases: Case[] = [
  { name: "all on one volume", on: EVERY_RELEASE, given: () => undefined, status: "pass" },
  { name: "all on one CSV", on: EVERY_RELEASE, csv: true, given: () => undefined, status: "pass" },
  { name: "local and SMB", on: EVERY_RELEASE, given: smb, status: "warning", effect: "warn" },
  { name: "local and SMB, the product allows it", on: EVERY_RELEASE, settings: { product: { mixedLocalAndSmbAllowed: "yes" } }, given: smb, status: "warning", effect: "warn" },
  { name: "local and SMB, the product does not allow it", on: ["2008R2"], settings: refused, given: smb, status: "warning", effect: "warn" },
  { name: "local and SMB, the product does not allow it", on: FROM_2012, settings: refused, given: smb, status: "fail", effect: "will-fail" },
  { name: "two volumes", on: EVERY_RELEASE, settings: refused, given: second, status: "warning", effect: "warn" },
  { name: "configuration elsewhere", on: EVERY_RELEASE, given: ({ vm }) => { vm.configLocation = "C:\\ProgramData\\Hyper-V"; }, status: "warning", effect: "warn" },
  { name: "configuration folder not read", on: EVERY_RELEASE, settings: refused, given: ({ vm }) => { vm.configLocation = null; unread(vm, "configLocation"); }, status: "unknown" },
  { name: "path of a disk not read", on: EVERY_RELEASE, settings: refused, given: ({ vm }) => { vm.disks?.push(aDisk({ path: null, isSmb: null, hostVolumeId: null })); }, status: "unknown" },
  { name: "volumes not read, two folders of one drive", on: EVERY_RELEASE, given: ({ host, vm }) => { host.volumes = null; vm.configLocation = "D:\\Config"; }, status: "unknown" },
  { name: "disks not read", on: EVERY_RELEASE, given: ({ vm }) => { vm.disks = null; unread(vm, "disks"); }, status: "unknown" },
  { name: "no disk at all", on: EVERY_RELEASE, given: ({ vm }) => { vm.disks = []; }, status: "not-applicable" },
];
