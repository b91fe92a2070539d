import { type Case, FROM_2016, unread, UP_TO_2012R2 } from "./case";

const type = (word: string | null, productType: number | null = 3): Case["given"] => ({ vm }) => {
  vm.checkpointType = word;
  if (vm.guest !== null) vm.guest.productType = productType;
};

export const cases: Case[] = [
  { name: "hosts without the setting", on: UP_TO_2012R2, given: () => undefined, status: "not-applicable" },
  { name: "Production", on: FROM_2016, given: type("Production"), status: "pass" },
  { name: "ProductionOnly", on: FROM_2016, given: type("ProductionOnly"), status: "pass" },
  { name: "Disabled", on: FROM_2016, given: type("Disabled"), status: "warning", effect: "live-unverified" },
  { name: "Standard", on: FROM_2016, given: type("Standard"), status: "info", effect: "info" },
  { name: "Standard, kind of guest not read", on: FROM_2016, given: type("Standard", null), status: "info", effect: "info" },
  { name: "Standard on a domain controller", on: FROM_2016, given: type("Standard", 2), status: "warning", effect: "warn" },
  { name: "not read", on: FROM_2016, given: (of) => { type(null)(of); unread(of.vm, "checkpointType"); }, status: "unknown" },
  { name: "a word that is not known", on: FROM_2016, given: type("7"), status: "unknown" },
];
