import { type Case, FROM_2012, FROM_2016, unread } from "./case";

const adapters = (count: number): Case["given"] => ({ vm }) => { vm.fibreChannelHbas = count; };
const ignores: Case["settings"] = { product: { ignoresNonSnapshottableDisks: "yes" } };

export const cases: Case[] = [
  { name: "2008 R2 has no virtual Fibre Channel", on: ["2008R2"], given: adapters(2), status: "not-applicable" },
  { name: "no adapter", on: FROM_2012, given: adapters(0), status: "pass" },
  { name: "adapters do not apply to this VM", on: FROM_2012, given: ({ vm }) => { vm.fibreChannelHbas = null; vm.absent.push({ fact: "fibreChannelHbas", reason: "empty" }); }, status: "pass" },
  { name: "two adapters", on: ["2012", "2012R2"], given: adapters(2), status: "fail", effect: "partial" },
  { name: "two adapters", on: FROM_2016, given: adapters(2), status: "fail", effect: "will-fail" },
  { name: "one adapter, the product refuses such disks", on: FROM_2016, settings: { product: { ignoresNonSnapshottableDisks: "no" } }, given: adapters(1), status: "fail", effect: "will-fail" },
  { name: "one adapter, the product ignores such disks", on: FROM_2012, settings: ignores, given: adapters(1), status: "fail", effect: "partial" },
  { name: "adapters not read", on: FROM_2012, given: ({ vm }) => { vm.fibreChannelHbas = null; unread(vm, "fibreChannelHbas"); }, status: "unknown" },
];
