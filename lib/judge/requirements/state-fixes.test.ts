import { describe, expect, it } from "vitest";
import type { HostRelease } from "@/lib/inventory/testing";
import { clusterRoleOnline } from "./cluster-role-online";
import { replicaVm } from "./replica-vm";
import type { Case } from "./cases/case";
import { runCase } from "./cases/run";

const ID = "7d0c4f1e-52a8-4b7b-9c1d-9e3a60b2f2a4";
const of = (given: Case["given"], csv = false): Case => ({ name: "", on: [], csv, given, status: "fail" });
const fixOf = (state: string) => runCase(replicaVm, of(({ vm }) => Object.assign(vm, { state: "Off", stateRaw: 3, replicationMode: "Replica", replicationState: state, replicationHealth: "Warning" })), "2019").fixes[0];

describe("a replica that is not healthy", () => {
  it.each(["Resynchronizing", "InitialReplicationInProgress", "Failover in progress"])("%s: waits and only reads", (state) => {
    expect(fixOf(state)).toMatchObject({ readOnly: true, target: "HV01", command: `Hyper-V\\Get-VM -Id '${ID}' | Hyper-V\\Measure-VMReplication` });
  });
  it.each([["WaitingForStartResynchronize", "Resume-VMReplication -Resynchronize"], ["Resynchronization suspended", "Resume-VMReplication -Resynchronize"], ["Error", "Resume-VMReplication"], ["Ready for replication", "Start-VMInitialReplication"]])("%s: is mended on the primary server", (state, command) => {
    expect(fixOf(state)).toMatchObject({ target: "the primary server of VM01", command: `Hyper-V\\Get-VM -Id '${ID}' | Hyper-V\\${command}` });
  });
  it("FailedOverWaitingCompletion: a person decides", () => expect(fixOf("FailedOverWaitingCompletion")).toMatchObject({ command: null, title: "Complete or cancel the failover" }));
});

describe("a cluster role that is not online", () => {
  const star = (release: HostRelease) => runCase(clusterRoleOnline, of(({ cluster }) => { for (const role of cluster?.roles ?? []) Object.assign(role, { name: "*", state: "Failed" }); }, true), release).fixes[0]?.command ?? "";
  it.each(["2012", "2012R2", "2022"] as const)("is chosen by the VM's id on %s, whatever its name", (release) => expect(star(release)).toBe(`Get-ClusterGroup -VMId '${ID}' | Start-ClusterGroup`));
  it("is found by its resource on 2008 R2, which has no -VMId", () => {
    expect(star("2008R2")).toContain(`.Value -eq '${ID}'`);
    expect(star("2008R2")).not.toMatch(/-VMId|-Name '\*'/);
  });
});
