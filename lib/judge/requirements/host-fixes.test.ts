import { expect, it } from "vitest";
import { aHost, aVm, type HostRelease, NOW, onCsv } from "@/lib/inventory/testing";
import type { Cluster, Host, Vm } from "@/lib/inventory/document";
import { guestSchema } from "@/lib/inventory/guest";
import type { Fix } from "../fix";
import { EMPTY_CLUSTER } from "../freshness";
import { DEFAULT_POLICY } from "../policy";
import type { Requirement } from "../requirement";
import { settingsFor } from "../settings";
import { NO_NEIGHBOURS, situationOf } from "../situation";
import { csvHealthy } from "./csv-healthy";
import { hostAntivirus } from "./host-antivirus";
import { hostSmb } from "./host-smb";
import { hostVolFs } from "./host-vol-fs";

const SETTINGS = settingsFor(DEFAULT_POLICY)({ clusterName: null, hostName: "HV01", vmName: "VM01", vmId: null });
function fixesOf(requirement: Requirement, { host, cluster, vm }: { host: Host; cluster: Cluster | null; vm: Vm }): Fix[] {
  const records = { host, cluster: cluster ?? EMPTY_CLUSTER, vm, guest: vm.guest ?? guestSchema.parse({}), guestAbsent: [] };
  const at = situationOf(records, { ...SETTINGS, product: { ...SETTINGS.product, api: "vss" } }, NOW, NO_NEIGHBOURS);
  return requirement.fixes(records, at, requirement.check(records, at));
}
function onFat(release: HostRelease) {
  const host = aHost(release);
  for (const volume of host.volumes ?? []) volume.fileSystem = "FAT32";
  return { host, cluster: null, vm: aVm(release) };
}

it("keeps an evil name of a CSV a name", () => {
  const world = onCsv("2019");
  for (const csv of world.cluster.csvs ?? []) Object.assign(csv, { name: "x'; Remove-VM *; \u2019", faultState: ["NoAccess"] });
  expect(fixesOf(csvHealthy, world)[0]?.command).toContain("-Name 'x''; Remove-VM *; \u2019\u2019'");
});

it("keeps an evil folder a folder", () => {
  const world = { host: aHost("2022", { antivirusExclusions: "missing" }), cluster: null, vm: aVm("2022") };
  world.vm.configLocation = "D:\\it's'; Stop-Computer; '";
  expect(fixesOf(hostAntivirus, world)[0]?.command).toContain("'D:\\it''s''; Stop-Computer; '''");
});

it("keeps an evil share a share", () => {
  const world = { host: aHost("2022"), cluster: null, vm: aVm("2022") };
  world.vm.configLocation = "\\\\fs01\\a'b\\VM01";
  world.host.smbShares = [{ share: "\\\\fs01\\a'b", byAddress: false, vssAgent: "missing", hostAccountFullControl: false }];
  const fixes = fixesOf(hostSmb, world);
  expect(fixes.map((fix) => fix.target)).toEqual(["fs01", "fs01"]);
  expect(fixes[0]?.command).toBe("Install-WindowsFeature FS-VSS-Agent");
  expect(fixes[1]?.command).toContain("-Name 'a''b'");
});

it("chooses the VM by id, and has no Hyper-V cmdlets on 2008 R2", () => {
  expect(fixesOf(hostVolFs, onFat("2012"))[0]?.command).toContain("Hyper-V\\Get-VM -Id '7d0c4f1e-52a8-4b7b-9c1d-9e3a60b2f2a4' | Hyper-V\\Move-VMStorage");
  expect(fixesOf(hostVolFs, onFat("2008R2"))[0]).toMatchObject({ shell: "none", command: null, downtime: "vm-off" });
});
