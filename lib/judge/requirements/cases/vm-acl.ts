import { aDisk } from "@/lib/inventory/testing";
import { type Case, EVERY_RELEASE, FROM_2012, unread } from "./case";

const noRights: Case["given"] = ({ vm }) => { vm.acl = { vmAccountFullControl: false }; };
const onShare: Case["given"] = ({ vm }) => {
  vm.disks = [aDisk({ path: "\\\\fs\\vms\\vm01\\disk0.vhdx", isSmb: true, hostVolumeId: null })];
  vm.configLocation = "\\\\fs\\vms\\vm01";
};

export const cases: Case[] = [
  { name: "granted", on: EVERY_RELEASE, given: () => undefined, status: "pass" },
  { name: "no full control", on: EVERY_RELEASE, given: noRights, status: "fail", effect: "will-fail" },
  { name: "no full control, VM off", on: EVERY_RELEASE, given: (of) => { noRights(of); of.vm.state = "Off"; }, status: "fail", effect: "will-fail" },
  { name: "no log-on right", on: EVERY_RELEASE, given: ({ host }) => { host.virtualMachinesServiceLogon = false; }, status: "fail", effect: "will-fail" },
  { name: "no log-on right, rights not read", on: EVERY_RELEASE, given: ({ host, vm }) => { host.virtualMachinesServiceLogon = false; vm.acl = null; }, status: "fail", effect: "will-fail" },
  { name: "no full control, all on SMB", on: FROM_2012, given: (of) => { noRights(of); onShare(of); }, status: "not-applicable" },
  { name: "no full control, one disk on SMB", on: FROM_2012, given: (of) => { noRights(of); onShare(of); of.vm.configLocation = "D:\\VMs\\VM01"; }, status: "fail", effect: "will-fail" },
  { name: "no full control, disks not read", on: EVERY_RELEASE, given: (of) => { noRights(of); of.vm.disks = null; }, status: "unknown", effect: null },
  { name: "rights not read", on: EVERY_RELEASE, given: ({ vm }) => { vm.acl = null; unread(vm, "acl"); }, status: "unknown", effect: null },
  { name: "log-on right not read", on: EVERY_RELEASE, given: ({ host }) => { host.virtualMachinesServiceLogon = null; }, status: "unknown", effect: null },
];
