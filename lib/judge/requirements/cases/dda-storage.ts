import type { Vm } from "@/lib/inventory/document";
import { type Case, FROM_2016, unread, UP_TO_2012R2 } from "./case";

const devices = (of: Vm["assignableDevices"]): Case["given"] => ({ vm }) => { vm.assignableDevices = of; };
const NVME = { class: "storage", locationPath: "PCIROOT(0)#PCI(0300)#PCI(0000)" };

export const cases: Case[] = [
  { name: "hosts without device assignment", on: UP_TO_2012R2, given: devices([NVME]), status: "not-applicable" },
  { name: "no device", on: FROM_2016, given: devices([]), status: "pass" },
  { name: "a graphics card is no storage", on: FROM_2016, given: devices([{ class: "gpu", locationPath: "PCIROOT(0)#PCI(0400)" }]), status: "pass" },
  { name: "read, and there is none", on: FROM_2016, given: ({ vm }) => { vm.assignableDevices = null; vm.absent.push({ fact: "assignableDevices", reason: "empty" }); }, status: "pass" },
  { name: "an NVMe drive", on: FROM_2016, given: devices([NVME]), status: "fail", effect: "partial" },
  { name: "an NVMe drive beside a device not read", on: FROM_2016, given: devices([NVME, { class: null, locationPath: null }]), status: "fail", effect: "partial" },
  { name: "class not read", on: FROM_2016, given: devices([{ class: null, locationPath: "PCIROOT(0)#PCI(0400)" }]), status: "unknown" },
  { name: "devices not read", on: FROM_2016, given: ({ vm }) => { vm.assignableDevices = null; unread(vm, "assignableDevices"); }, status: "unknown" },
];
