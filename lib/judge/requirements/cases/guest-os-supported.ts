import { type Case, EVERY_RELEASE, FROM_2012, FROM_2016, inGuest, unread } from "./case";

const windows = (osVersion: string, productType: number | null) => inGuest((guest) => { guest.osVersion = osVersion; guest.productType = productType; });

export const cases: Case[] = [
  { name: "guest of the host's own release", on: EVERY_RELEASE, given: () => undefined, status: "pass", effect: null },
  { name: "Server 2003", on: ["2008R2", "2012", "2012R2"], given: windows("5.2.3790", 3), status: "pass" },
  { name: "Server 2003 is too old", on: FROM_2016, given: windows("5.2.3790", 3), status: "fail", effect: "live-unverified" },
  { name: "Server 2008 SP1 is too old", on: FROM_2016, given: windows("6.0.6001", 3), status: "fail", effect: "live-unverified" },
  { name: "Server 2008 SP2", on: EVERY_RELEASE, given: windows("6.0.6002", 3), status: "pass" },
  { name: "Windows 7 without service pack is too old", on: FROM_2016, given: windows("6.1.7600", 1), status: "fail", effect: "live-unverified" },
  { name: "Server 2025 is too new", on: ["2008R2", "2012", "2012R2"], given: windows("10.0.26100", 3), status: "warning", effect: "live-unverified" },
  { name: "Server 2025 needs a 2022 host", on: FROM_2016, given: windows("10.0.26100", 3), status: { 2016: "fail", 2019: "fail", 2022: "pass", 2025: "pass" }, effect: { 2016: "live-unverified", 2019: "live-unverified", 2022: null, 2025: null } },
  { name: "Server 2022 needs a 2019 host", on: FROM_2016, given: windows("10.0.20348", 3), status: { 2016: "fail", 2019: "pass", 2022: "pass", 2025: "pass" } },
  { name: "Server 2016 on 2012 R2", on: ["2012R2"], given: windows("10.0.14393", 2), status: "pass" },
  { name: "Windows 10 on 2012 R2", on: ["2012R2"], given: windows("10.0.19045", 1), status: "pass" },
  { name: "Server 1809 on 2012 R2", on: ["2012R2"], given: windows("10.0.17763", 3), status: "warning", effect: "live-unverified" },
  { name: "Server 2012 on 2008 R2, list not read", on: ["2008R2"], given: windows("6.2.9200", 3), status: "warning", effect: "warn" },
  { name: "Windows 11, Generation 2", on: FROM_2016, given: windows("10.0.22631", 1), status: { 2016: "fail", 2019: "pass", 2022: "pass", 2025: "pass" } },
  { name: "Windows 11, Generation 1", on: FROM_2016, given: (of) => { windows("10.0.22631", 1)(of); of.vm.generation = 1; }, status: "fail", effect: "live-unverified" },
  { name: "Windows 11, generation not read", on: ["2019", "2022", "2025"], given: (of) => { windows("10.0.22631", 1)(of); of.vm.generation = null; unread(of.vm, "generation"); }, status: "unknown" },
  { name: "Windows 8 stands in one list only", on: FROM_2016, given: windows("6.2.9200", 1), status: "warning", effect: "warn" },
  { name: "Vista SP2 stands in the older list only", on: FROM_2016, given: windows("6.0.6002", 1), status: { 2016: "warning", 2019: "warning", 2022: "fail", 2025: "fail" } },
  { name: "client host", on: FROM_2012, given: ({ host }) => { host.productType = 1; }, status: "not-applicable" },
  { name: "Linux", on: EVERY_RELEASE, family: "linux", given: () => undefined, status: "not-applicable" },
  { name: "version not read", on: EVERY_RELEASE, given: (of) => { inGuest((guest) => { guest.osVersion = null; })(of); unread(of.vm, "guest.osVersion"); }, status: "unknown" },
  { name: "version is a word", on: EVERY_RELEASE, given: inGuest((guest) => { guest.osVersion = "Windows"; }), status: "unknown" },
  { name: "build not read", on: ["2012R2", ...FROM_2016], given: windows("10.0", 3), status: "unknown" },
  { name: "build not read, every build too new", on: ["2008R2", "2012"], given: windows("10.0", 3), status: "warning", effect: "live-unverified" },
  { name: "server or client not read, and it matters", on: FROM_2016, given: (of) => { windows("6.0.6002", null)(of); unread(of.vm, "guest.productType"); }, status: "unknown" },
  { name: "server or client not read, both in the list", on: FROM_2016, given: (of) => { windows("6.1.7601", null)(of); unread(of.vm, "guest.productType"); }, status: "pass" },
  { name: "host kind not read, guest outside the list", on: FROM_2012, given: (of) => { windows("10.0.29000", 3)(of); of.host.productType = null; }, status: "unknown" },
  { name: "nothing read of the guest", on: EVERY_RELEASE, given: ({ vm }) => { vm.guest = null; }, status: "unknown" },
];
