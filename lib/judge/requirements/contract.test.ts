import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { aHost, aVm, type HostRelease, NOW } from "@/lib/inventory/testing";
import { clusterSchema, hostSchema } from "@/lib/inventory/host";
import { vmSchema } from "@/lib/inventory/vm";
import type { Fix } from "../fix";
import { BUCKETS } from "../facts/host-release";
import { examine } from "../judge";
import type { Cell } from "../requirement";
import { casesOf, runCase, settingsOf, subjectOf } from "./cases/run";
import { REQUIREMENTS } from "./index";

/** Copied by hand from the head of domain.md section 1. */
const IDS = `vm-running vm-not-critical vm-not-busy vm-unique-id vm-config-version vm-version-range vm-scsi-controller vm-files-in-subfolder vm-acl
ic-vss-offered ic-vss-responding ic-vss-guest-service ic-current ic-heartbeat ic-kvp
guest-os-vss guest-os-supported linux-host-version linux-vss-daemon linux-fs-freezable linux-no-remote-disks bsd-vss-daemon guest-svc-core guest-svc-vss guest-svc-provider guest-writers guest-dc
guest-disks-basic guest-fs guest-esp-exempt guest-free-space guest-small-partitions guest-shadow-storage guest-vol-64tb guest-vss-limits guest-bitlocker guest-storage-spaces guest-mountpoints
disk-no-passthrough disk-no-virtual-fc disk-no-guest-iscsi disk-no-shared-vhdx disk-vhdset-ready guest-cluster-group disk-no-pmem dda-storage disk-format disk-chain disk-parent-template orphan-files no-stale-recovery user-checkpoints checkpoint-count checkpoint-type snapshot-location vhds-same-volume disk-sector devices-assigned
host-os-kind host-vol-fs host-free-space host-vol-64tb host-vss-writer host-vss-provider host-dedup host-smb host-antivirus host-wsb-csv host-storage-replica backup-overlap
csv-aware csv-redirected-for-backup csv-healthy csv-backup-in-progress cluster-role-online live-migration cluster-uniform guest-based-unaffected
shielded replica-vm replica-test collector-rights tool-policy last-backup`.split(/\s+/);
const COLUMNS = { W08R2: [0], W12: [1], "W12R2": [2, 3], "W16+": [4, 5] } as const;
const NEVER_HEADLINE: readonly Cell[] = ["warn", "info", "pass", "n-a"];
const EVIL = "x'; Remove-VM *; \u2019";
const idsIn = (folder: string, without: readonly string[]) => readdirSync(path.join(import.meta.dirname, folder)).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !without.includes(file)).map((file) => file.slice(0, -3));

it("has every id of the domain, once, in its order, one file each", () => {
  const ids = REQUIREMENTS.map((requirement) => requirement.id);
  expect(ids.filter((id) => IDS.includes(id))).toEqual(IDS);
  expect(IDS).toHaveLength(84);
  expect(idsIn(".", ["index.ts"]).sort()).toEqual([...ids].sort());
  const cases = idsIn("cases", []);
  for (const id of ids) expect(cases, "cases").toContain(id);
});

describe.each(REQUIREMENTS)("$id", (requirement) => {
  it("has texts for people", () => {
    const { title, why, otherwise, expected } = requirement;
    expect(title.length).toBeLessThanOrEqual(80);
    expect(title).toMatch(/^[A-Z]/);
    expect(title).not.toMatch(/^Ensure|\.$/);
    for (const text of [why, otherwise]) {
      expect(text).toMatch(/\.$/);
      expect(text.length).toBeGreaterThan(20);
    }
    expect(expected.length).toBeGreaterThan(2);
    for (const text of [title, why, otherwise, expected]) expect(text).not.toMatch(/!|\bplease\b|\bsuccessfully\b|\bsimply\b/i);
  });

  it("speaks of the hosts that its rows speak of", () => {
    const rows = Object.values(requirement.rows);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row.cells).toHaveLength(6);
      expect(row.when.length).toBeGreaterThan(3);
      if (requirement.part === "F") for (const cell of row.cells) expect(NEVER_HEADLINE).toContain(cell);
    }
    for (const bucket of BUCKETS) {
      const silent = rows.every((row) => COLUMNS[bucket].every((column) => row.cells[column] === "n-a"));
      if (silent) {
        expect(requirement.hosts, `${bucket} is n-a in every row`).not.toContain(bucket);
        expect(requirement.statuses[bucket]).toEqual(["not-applicable"]);
      }
    }
    expect(requirement.hosts.length).toBeGreaterThan(0);
    expect(requirement.guests.length).toBeGreaterThan(0);
  });

  it("has fixes that name their target, choose the VM by id and keep evil names names", async () => {
    for (const of of await casesOf(requirement.id)) {
      for (const release of of.on) {
        const subject = subjectOf(of, release);
        subject.vm.name = EVIL;
        subject.host.name = EVIL;
        for (const fix of runCase(requirement, of, release, subject).fixes) expectSound(fix, release, `${of.name} on ${release}: ${fix.title}`);
      }
    }
  });
});

function expectSound(fix: Fix, release: HostRelease, where: string): void {
  expect(fix.title, where).toMatch(/^[A-Z][^!]*[^.!]$/);
  for (const text of [fix.target, fix.undo, fix.proof, fix.risk.why]) expect(text.length, where).toBeGreaterThan(2);
  if (fix.command === null) {
    expect(fix.shell, where).toBe("none");
    return;
  }
  expect(fix.shell, where).not.toBe("none");
  expect(fix.command, where).not.toMatch(/-VMName\b|Get-VM -Name\b/);
  if (fix.command.includes("Remove-VM *")) expect(fix.command, where).toContain("x''; Remove-VM *; \u2019\u2019");
  if (fix.runsOn === "host" && release === "2008R2") expect(fix.command, where).not.toMatch(/Hyper-V\\|\b(Get|Set|Move|Rename|Remove)-VM\w*\b|Get-VHD|Get-CimInstance/);
}

const RELEASES: readonly HostRelease[] = ["2008R2", "2012", "2012R2", "2016", "2019", "2022", "2025"];
/** Speak of settings or of refusals only, or know the VM by its id and name. */
const NEED_NO_FACT = ["collector-rights", "guest-based-unaffected", "tool-policy", "vm-unique-id"];

it("passes nothing that was not read", () => {
  for (const release of RELEASES) {
    const { osVersion, osBuild } = aHost(release);
    const { id } = aVm(release);
    const host = hostSchema.parse({ name: "HV01", osVersion, osBuild });
    const examined = examine({ host, cluster: clusterSchema.parse({ name: "CL1" }), vm: vmSchema.parse({ id, name: "VM01", state: "Running" }) }, { settings: settingsOf(undefined), now: NOW, onCheckError: (requirement, error) => { throw new Error(`${requirement} threw`, { cause: error }); } });
    const passed = examined.findings.filter((finding) => finding.status === "pass" && !NEED_NO_FACT.includes(finding.requirement)).map((finding) => finding.requirement);
    const old = release === "2008R2" || release === "2012";
    // The release and State alone settle these: no hot-added disk before 2012 R2, Linux is frozen from there on, a running
    // VM lies on no replica destination, no CSV call from 2012 on.
    const settled = [old ? "vm-scsi-controller" : "linux-host-version", ...old || release === "2012R2" ? [] : ["host-storage-replica"], ...release === "2008R2" ? [] : ["csv-aware"]];
    expect(passed.join(" "), release).toBe(["vm-running", ...settled].join(" "));
    const failed = examined.findings.filter((finding) => finding.status === "fail" || finding.status === "warning").map((finding) => finding.requirement);
    expect(failed, release).toEqual([]);
  }
});

it("has nothing against a healthy VM of any release and family", () => {
  for (const release of RELEASES) {
    for (const family of ["windows", "linux", "bsd"] as const) {
      if (family !== "windows" && (release === "2008R2" || release === "2012")) continue;
      const examined = examine({ host: aHost(release), cluster: null, vm: aVm(release, family) }, { settings: settingsOf(undefined), now: NOW });
      const against = examined.findings.filter((finding) => !["pass", "not-applicable", "info"].includes(finding.status)).map((finding) => `${finding.requirement} ${finding.status}: ${finding.because}`);
      expect(against, `${family} on ${release}`).toEqual([]);
    }
  }
});
