import { aGuestVolume } from "../testing";
import type { SyntheticHost } from "./host-document";
import { addPassThrough, backupComponent, switchOff, withoutGuest } from "./old-hosts";

const DAY = 86_400_000;

/** Hosts from Server 2016 on, where a backup never saves the VM. */
export const NEW_HOSTS: readonly SyntheticHost[] = [
  { name: "HV-16-1", release: "2016", vms: [
    { name: "SQL-16-01" },
    { name: "REP-16-02", given: (vm) => { switchOff(vm); Object.assign(vm, { replicationMode: "Replica", replicationState: "Replicating", replicationHealth: "Normal" }); } },
    { name: "REP-16-03", given: (vm) => { switchOff(vm); Object.assign(vm, { replicationMode: "Replica", replicationState: "Resynchronizing", replicationHealth: "Warning" }); } },
    { name: "TST-16-04", given: (vm) => { switchOff(vm); Object.assign(vm, { replicationMode: "TestReplica", replicationState: "Replicating", replicationHealth: "Normal" }); } },
    { name: "CHK-16-05", given: (vm) => { vm.checkpointType = "Disabled"; } },
    { name: "DEV-16-06", given: (vm) => { switchOff(vm); Object.assign(vm, { state: "Saved", stateRaw: 6 }); } },
  ] },
  { name: "HV-P-1", release: "2019", cluster: "CL-PROD", vms: [
    { name: "SQL-P-01" },
    { name: "APP-P-02", given: (vm) => { withoutGuest(vm, "not-collected", "no KVP, no credential"); } },
    { name: "WEB-P-03", given: (_vm, guest) => { guest.collectedAt = new Date(Date.parse(guest.collectedAt ?? "") - 9 * DAY).toISOString(); } },
    { name: "LNX-P-04", family: "linux" },
    { name: "LNX-P-05", family: "linux", given: (_vm, guest) => { if (guest.linux) Object.assign(guest.linux, { vssDaemon: "missing", hvUtilsLoaded: true }); } },
  ] },
  { name: "HV-P-2", release: "2019", cluster: "CL-PROD", vms: [
    { name: "BSD-P-06", family: "bsd" },
    { name: "EXC-P-07", given: (vm) => { Object.assign(vm, { state: "PausedCritical", stateRaw: null, healthState: "CriticalFailure" }); } },
    { name: "DWH-P-08", given: (_vm, guest) => { guest.iscsiSessions = 2; } },
    { name: "SQL-P-09", given: (_vm, guest) => { Object.assign(guest.volumes?.[0] ?? {}, { freeBytes: 212 * 1024 ** 2 }); } },
    { name: "OLD-P-10", given: (vm) => { vm.version = "5.0"; } },
  ] },
  { name: "HV-22-1", release: "2022", vms: [
    { name: "APP-22-01" },
    { name: "FIL-22-02", given: addPassThrough },
    { name: "ARC-22-03", given: (_vm, guest) => { guest.volumes?.push(aGuestVolume({ driveLetter: "F:", mountPaths: ["F:\\"], fileSystem: "exFAT" })); } },
    { name: "APP-22-04", given: (vm) => { for (const entry of backupComponent(vm)) entry.enabled = false; withoutGuest(vm, "permission-denied", "the guest refused the account"); } },
    { name: "APP-22-05", given: (vm) => { for (const entry of backupComponent(vm)) entry.enabled = false; } },
  ] },
  { name: "HV-25-1", release: "2025", vms: [
    { name: "WEB-25-01" },
    { name: "LNX-25-02", family: "linux" },
    { name: "LNX-25-03", family: "linux", given: (_vm, guest) => { guest.linux?.mounts?.push({ source: "tank/data", target: "/data", fsType: "zfs", readOnly: false, esp: false }); } },
    { name: "TMP-25-04", given: (vm) => { switchOff(vm); } },
  ] },
  { name: "HV-ST-1", release: "2016", hoursAgo: 72, vms: [{ name: "CRM-ST-01" }, { name: "CRM-ST-02" }] },
];
