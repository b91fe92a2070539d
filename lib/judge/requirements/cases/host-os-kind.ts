import { type Case, FROM_2012, FROM_2016 } from "./case";

export const cases: Case[] = [
  { name: "server", on: FROM_2012, given: () => undefined, status: "pass" },
  { name: "domain controller on the host", on: FROM_2012, given: ({ host }) => { host.productType = 2; }, status: "pass" },
  { name: "2008 R2 is not judged", on: ["2008R2"], given: ({ host }) => { host.productType = 1; }, status: "not-applicable" },
  { name: "client host", on: FROM_2012, given: ({ host }) => { host.productType = 1; host.edition = null; }, status: "warning", effect: "live-unverified" },
  { name: "client host, product supports them", on: FROM_2012, settings: { product: { supportsClientHosts: "yes" } }, given: ({ host }) => { host.productType = 1; }, status: "warning", effect: "live-unverified" },
  { name: "client host, product refuses them", on: FROM_2012, settings: { product: { supportsClientHosts: "no" } }, given: ({ host }) => { host.productType = 1; }, status: "fail", effect: "will-fail" },
  { name: "Azure Local by name", on: FROM_2016, given: ({ host }) => { host.edition = "Azure Stack HCI"; }, status: "info", effect: "info" },
  { name: "Azure Local by number", on: FROM_2016, given: ({ host }) => { host.edition = "406"; }, status: "info", effect: "info" },
  { name: "product type not read", on: FROM_2012, given: ({ host }) => { host.productType = null; }, status: "unknown" },
  { name: "product type of no list", on: FROM_2012, given: ({ host }) => { host.productType = 0; }, status: "unknown" },
  { name: "edition not read", on: FROM_2012, given: ({ host }) => { host.edition = null; }, status: "unknown" },
];
