import { type Case, FROM_2012, FROM_2016, type Given } from "./case";
import { onShare } from "./places";

type Share = NonNullable<Given["host"]["smbShares"]>[number];
function share(of: Given, over: Partial<Share>) {
  onShare(of);
  for (const entry of of.host.smbShares ?? []) Object.assign(entry, over);
}
const VSS = { product: { api: "vss" } } as const;
const FAULTS: [string, (of: Given) => void][] = [
  ["agent missing", (of) => share(of, { vssAgent: "missing" })],
  ["rights missing", (of) => share(of, { hostAccountFullControl: false })],
  ["share named by address", (of) => share(of, { byAddress: true })],
  ["share named by address, seen from the path alone", (of) => { onShare(of); for (const disk of of.vm.disks ?? []) disk.path = "\\\\10.1.2.3\\vms\\disk0.vhdx"; }],
  ["agent missing, rights not read", (of) => share(of, { vssAgent: "missing", hostAccountFullControl: null })],
];

export const cases: Case[] = [
  { name: "2008 R2 has no SMB 3", on: ["2008R2"], given: onShare, status: "not-applicable" },
  { name: "no file on a share", on: FROM_2012, given: () => undefined, status: "not-applicable" },
  { name: "file server in order", on: FROM_2012, settings: VSS, given: onShare, status: "pass" },
  ...FAULTS.map(([name, given]): Case => ({ name, on: FROM_2012, settings: VSS, given, status: "fail", effect: "will-fail" })),
  ...FAULTS.map(([name, given]): Case => ({ name: `${name}, product not named`, on: FROM_2016, given, status: "info", effect: "info" })),
  { name: "product takes no snapshots of shares", on: FROM_2012, settings: { product: { api: "vss", supportsSmbVss: "no" } }, given: onShare, status: "fail", effect: "will-fail" },
  { name: "shares not read", on: FROM_2012, settings: VSS, given: (of) => { onShare(of); of.host.smbShares = null; }, status: "unknown" },
  { name: "shares not read, and not needed", on: FROM_2016, given: (of) => { onShare(of); of.host.smbShares = null; }, status: "pass" },
  { name: "this share missing from a list that was read", on: FROM_2012, settings: VSS, given: (of) => { onShare(of); of.host.smbShares = []; }, status: "unknown" },
  { name: "agent not read", on: FROM_2012, settings: VSS, given: (of) => share(of, { vssAgent: null }), status: "unknown" },
  { name: "rights not read", on: FROM_2012, settings: VSS, given: (of) => share(of, { hostAccountFullControl: null }), status: "unknown" },
  { name: "path of the disk not read", on: FROM_2012, given: ({ vm }) => { for (const disk of vm.disks ?? []) Object.assign(disk, { path: null, isSmb: null, hostVolumeId: null }); }, status: "unknown" },
  { name: "disks not read", on: FROM_2012, given: ({ vm }) => { vm.disks = null; }, status: "unknown" },
];
