import { type Case, EVERY_RELEASE, FROM_2016, unread, UP_TO_2012R2 } from "./case";

const version = (of: string | null): Case["given"] => ({ vm }) => { vm.version = of; };

export const cases: Case[] = [
  { name: "the version of the release", on: EVERY_RELEASE, given: () => undefined, status: { "2008R2": "not-applicable", "2012": "not-applicable", "2012R2": "not-applicable", "2016": "pass", "2019": "pass", "2022": "pass", "2025": "pass" } },
  { name: "5.0 on an old host", on: UP_TO_2012R2, given: version("5.0"), status: "not-applicable" },
  { name: "5.0", on: ["2016", "2019"], given: version("5.0"), status: "warning", effect: "warn" },
  { name: "7.1, minimum not known", on: ["2016", "2019"], given: version("7.1"), status: "warning", effect: "warn" },
  { name: "7.1, product asks for 6.2", on: ["2016", "2019"], settings: { product: { rctMinVersion: "6.2" } }, given: version("7.1"), status: "pass" },
  { name: "5.0, product asks for 5.0", on: ["2016", "2019"], settings: { product: { rctMinVersion: "5.0" } }, given: version("5.0"), status: "warning", effect: "warn" },
  { name: "10.0 is newer than 9.0", on: ["2022", "2025"], settings: { product: { rctMinVersion: "9.0" } }, given: version("10.0"), status: "pass" },
  { name: "not read", on: FROM_2016, given: (of) => { version(null)(of); unread(of.vm, "version"); }, status: "unknown", effect: null },
  { name: "no version", on: FROM_2016, given: version("latest"), status: "unknown", effect: null },
];
