import { type Case, EVERY_RELEASE, FROM_2012, unread } from "./case";

export const cases: Case[] = [
  { name: "agent in the guest", on: EVERY_RELEASE, csv: true, settings: { product: { api: "guest-agent" } }, given: () => undefined, status: "info", effect: "info" },
  { name: "host-based from 2012 on", on: FROM_2012, csv: true, given: () => undefined, status: "not-applicable" },
  { name: "host-based, no CSV", on: ["2008R2"], given: () => undefined, status: "pass" },
  { name: "host-based, CSV, aware product", on: ["2008R2"], csv: true, settings: { product: { csvAware: "yes" } }, given: () => undefined, status: "pass" },
  { name: "host-based, CSV, product not known", on: ["2008R2"], csv: true, given: () => undefined, status: "info", effect: "info" },
  { name: "cluster node, disks not read", on: ["2008R2"], csv: true, given: ({ vm }) => { vm.disks = null; unread(vm, "disks"); }, status: "unknown" },
];
