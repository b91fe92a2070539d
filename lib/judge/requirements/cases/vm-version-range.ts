import type { HostRelease } from "@/lib/inventory/testing";
import { type Case, FROM_2016, unread, UP_TO_2012R2 } from "./case";

const TOO_NEW: readonly [HostRelease, string][] = [["2016", "9.0"], ["2019", "10.0"], ["2022", "12.0"], ["2025", "13.0"]];
const TOO_OLD: readonly [HostRelease, string][] = [["2016", "4.0"], ["2019", "4.0"], ["2022", "7.1"], ["2025", "5.0"]];
const noList: Case["given"] = ({ host }) => {
  host.supportedVmVersions = null;
  host.absent = [{ fact: "supportedVmVersions", reason: "permission-denied" }];
};

export const cases: Case[] = [
  { name: "the version of the release", on: FROM_2016, given: () => undefined, status: "pass" },
  { name: "any version on an old host", on: UP_TO_2012R2, given: ({ vm }) => { vm.version = "12.0"; }, status: "not-applicable" },
  ...[...TOO_NEW, ...TOO_OLD].flatMap(([release, version]): Case[] => [
    { name: `${version} running`, on: [release], given: ({ vm }) => { vm.version = version; }, status: "unknown", effect: "unknown" },
    { name: `${version} paused`, on: [release], given: ({ vm }) => { vm.version = version; vm.state = "Paused"; }, status: "unknown", effect: "unknown" },
    { name: `${version} off`, on: [release], given: ({ vm }) => { vm.version = version; vm.state = "Off"; }, status: "info", effect: "offline" },
    { name: `${version} off, no list`, on: [release], given: (of) => { noList(of); of.vm.version = version; of.vm.state = "Saved"; }, status: "info", effect: "offline" },
    { name: `${version} starting`, on: [release], given: ({ vm }) => { vm.version = version; vm.state = "Starting"; }, status: "unknown", effect: null },
  ]),
  { name: "a prerelease entry bounds nothing", on: ["2019"], given: ({ host, vm }) => { host.supportedVmVersions = ["5.0", "9.0", "254.0", "255.0"]; vm.version = "10.0"; vm.state = "Off"; }, status: "info", effect: "offline" },
  { name: "a version that the host lists itself", on: ["2019"], given: ({ host, vm }) => { host.supportedVmVersions = ["5.0", "9.0", "254.0"]; vm.version = "254.0"; }, status: "pass" },
  { name: "list not read, inside the build's range", on: FROM_2016, given: noList, status: "unknown", effect: null },
  { name: "list not read, a build without a range", on: FROM_2016, given: (of) => { noList(of); of.host.osBuild = 25398; of.host.osVersion = "10.0.25398"; }, status: "unknown", effect: null },
  { name: "version not read", on: FROM_2016, given: ({ vm }) => { vm.version = null; unread(vm, "version"); }, status: "unknown", effect: null },
  { name: "no version", on: FROM_2016, given: ({ vm }) => { vm.version = "newest"; }, status: "unknown", effect: null },
];
