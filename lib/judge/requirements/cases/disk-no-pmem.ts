import { aDisk } from "@/lib/inventory/testing";
import { type Case, FROM_2016, unread, UP_TO_2012R2 } from "./case";

const pmem: Case["given"] = ({ vm }) => { if (vm.controllers !== null) vm.controllers.pmem = 1; };

export const cases: Case[] = [
  { name: "hosts without persistent memory", on: UP_TO_2012R2, given: pmem, status: "not-applicable" },
  { name: "no persistent memory", on: FROM_2016, given: () => undefined, status: "pass" },
  { name: "one controller", on: FROM_2016, given: pmem, status: "fail", effect: "partial" },
  { name: "a disk on a PMEM controller, controllers not read", on: FROM_2016, given: ({ vm }) => { vm.controllers = null; vm.disks?.push(aDisk({ controllerType: "PMEM", path: "D:\\VMs\\VM01\\log.vhdpmem" })); }, status: "fail", effect: "partial" },
  { name: "one controller, the product says it supports it", on: FROM_2016, settings: { product: { supportsPmem: "yes" } }, given: pmem, status: "fail", effect: "partial" },
  { name: "one controller, the product does not support it", on: FROM_2016, settings: { product: { supportsPmem: "no" } }, given: pmem, status: "fail", effect: "will-fail" },
  { name: "controllers not read", on: FROM_2016, given: ({ vm }) => { vm.controllers = null; unread(vm, "controllers"); }, status: "unknown" },
  { name: "persistent memory controllers not read", on: FROM_2016, given: ({ vm }) => { if (vm.controllers !== null) vm.controllers.pmem = null; }, status: "unknown" },
];
