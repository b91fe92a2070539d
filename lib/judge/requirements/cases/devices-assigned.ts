import { type Case, FROM_2016, unread, UP_TO_2012R2 } from "./case";

export const cases: Case[] = [
  { name: "hosts without device assignment", on: UP_TO_2012R2, given: () => undefined, status: "not-applicable" },
  { name: "nothing assigned", on: FROM_2016, given: () => undefined, status: "pass" },
  { name: "storage is another requirement", on: FROM_2016, given: ({ vm }) => { vm.assignableDevices = [{ class: "storage", locationPath: null }]; }, status: "pass" },
  { name: "a graphics card", on: FROM_2016, given: ({ vm }) => { vm.assignableDevices = [{ class: "gpu", locationPath: "PCIROOT(0)#PCI(0400)" }]; }, status: "info", effect: "info" },
  { name: "two GPU partitions, devices not read", on: FROM_2016, given: ({ vm }) => { vm.gpuPartitions = 2; vm.assignableDevices = null; }, status: "info", effect: "info" },
  { name: "GPU partitions not read", on: FROM_2016, given: ({ vm }) => { vm.gpuPartitions = null; unread(vm, "gpuPartitions"); }, status: "unknown" },
  { name: "class of a device not read", on: FROM_2016, given: ({ vm }) => { vm.assignableDevices = [{ class: null, locationPath: null }]; }, status: "unknown" },
  { name: "no GPU partitions on this Windows", on: FROM_2016, given: ({ vm }) => { vm.gpuPartitions = null; vm.absent.push({ fact: "gpuPartitions", reason: "not-applicable" }); }, status: "pass" },
];
