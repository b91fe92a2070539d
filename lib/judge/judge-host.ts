import type { Cluster, Host, Vm } from "@/lib/inventory/document";
import { isBackingUp } from "./facts/backing-up";
import type { Judgement } from "./judgement";
import { judge } from "./judge";
import type { OnCheckError } from "./outcomes";
import type { Policy } from "./policy";
import { settingsFor, type SettingsFor } from "./settings";
import type { Neighbours } from "./situation";
import { filesOf, volumeKey } from "./facts/storage";
import { EMPTY_CLUSTER } from "./freshness";

export interface HostSubject {
  host: Host;
  cluster: Cluster | null;
  vms: readonly Vm[];
  intervalSeconds?: number | null;
}

/** What the VMs of one host are to each other; counted once per host. */
export function neighboursOf(subject: HostSubject): (vm: Vm) => Neighbours {
  const names = new Map<string, number>();
  const diskBytesByVolume = new Map<string, number>();
  let backingUp = 0;
  for (const vm of subject.vms) {
    const name = vm.name.toLowerCase();
    names.set(name, (names.get(name) ?? 0) + 1);
    if (isBackingUp(vm)) backingUp += 1;
    for (const file of filesOf(vm, subject.host, subject.cluster ?? EMPTY_CLUSTER) ?? []) {
      const size = file.disk < 0 ? null : vm.disks?.[file.disk]?.sizeBytes ?? null;
      if (file.volume === null || size === null) continue;
      const key = volumeKey(file.volume);
      diskBytesByVolume.set(key, (diskBytesByVolume.get(key) ?? 0) + size);
    }
  }
  return (vm) => ({ sameName: names.get(vm.name.toLowerCase()) ?? 1, backingUp, diskBytesByVolume });
}

/** Judges all VMs of one host under a policy (or its resolved settings). Results stand in the order of `vms`. */
export function judgeHost(subject: HostSubject, policy: Policy | SettingsFor, now: number, onCheckError?: OnCheckError): Judgement[] {
  const settings = typeof policy === "function" ? policy : settingsFor(policy);
  const neighbours = neighboursOf(subject);
  return subject.vms.map((vm) => judge(
    { host: subject.host, cluster: subject.cluster, vm, intervalSeconds: subject.intervalSeconds ?? null },
    {
      settings: settings({ clusterName: subject.cluster?.name ?? subject.host.clusterName, hostName: subject.host.name, vmName: vm.name, vmId: vm.id }),
      now, neighbours: neighbours(vm), ...(onCheckError === undefined ? {} : { onCheckError }),
    },
  ));
}
