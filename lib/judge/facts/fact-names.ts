import { withoutIndexes } from "../non-blocking";

/** What people call the facts that sentences name; a fact below one of these goes by its name. */
const NAMES: Readonly<Record<string, string>> = {
  "host.osVersion": "the host's Windows version", "host.osBuild": "the host's Windows build", "host.productType": "the kind of Windows on the host", "host.edition": "the Windows edition of the host",
  "host.icVersion": "the host's integration services version", "host.virtualMachinesServiceLogon": "the VMs' log-on right", "host.supportedVmVersions": "the VM versions that the host runs",
  "host.isClusterNode": "the host's cluster membership", "host.hyperVVssWriter": "the host's Hyper-V VSS writer", "host.vssWriters": "the host's VSS writers", "host.vssProviders": "the host's VSS providers",
  "host.volumes": "the host's volumes", "host.smbShares": "the VM's shares", "host.attempted": "a listing of the host",
  "cluster.csvs": "the state of the Cluster Shared Volume", "cluster.roles": "the cluster roles", "cluster.nodes": "the cluster nodes", "cluster.configStoreRootPath": "the cluster's store for VM groups",
  "vm.id": "the VM's id", "vm.state": "the State", "vm.operational": "the OperationalStatus", "vm.secondaryOperational": "the operation under way", "vm.healthState": "the HealthState",
  "vm.version": "the configuration version", "vm.generation": "the generation", "vm.disks": "the list of disks", "vm.disks[].path": "the path of a disk", "vm.disks[].kind": "the kind of a disk",
  "vm.disks[].chain": "the chain of a disk", "vm.disks[].chainError": "the chain of a disk", "vm.disks[].persistentReservations": "whether a disk is shared", "vm.disks[].logicalSector": "the sector size of a disk",
  "vm.disks[].guestCluster": "the guest cluster's view of a shared disk", "vm.configLocation": "the folder of the configuration", "vm.snapshotFileLocation": "the checkpoint folder",
  "vm.checkpoints": "the checkpoints", "vm.checkpointType": "the checkpoint type", "vm.controllers": "the controllers", "vm.fibreChannelHbas": "the Fibre Channel adapters", "vm.assignableDevices": "the assigned devices",
  "vm.integration": "the integration services", "vm.icVersionHostView": "the VM's integration services version", "vm.replicationMode": "the replica role", "vm.replicationState": "the replication state", "vm.replicationHealth": "the replication health",
  "vm.acl": "the rights on the VM's files", "vm.vmGroups": "the VM groups", "vm.security": "the security settings", "vm.orphanFiles": "the files in the VM's folders",
  "guest.osFamily": "the guest's system", "guest.osVersion": "the version of the guest's system", "guest.productType": "the kind of Windows in the guest", "guest.services": "the guest's services", "guest.vssWriters": "the guest's VSS writers",
  "guest.volumes": "the guest's volumes", "guest.iscsiSessions": "the guest's iSCSI sessions", "guest.smbDataMounts": "the guest's SMB shares", "guest.storageSpacesOutsideMembers": "the guest's storage pools",
  "guest.linux": "the guest's freeze daemon", "guest.linux.mounts": "the guest's mounts", "guest.bsd": "the guest's freeze daemon", "guest.bsd.mounts": "the guest's mounts",
};

/** The name of a fact for people, such as "the list of disks" for `vm.disks`; the path itself where there is none. */
export function factName(factPath: string): string {
  let path = withoutIndexes(factPath);
  for (;;) {
    const name = NAMES[path] ?? NAMES[path.replace(/\[\]$/, "")];
    if (name !== undefined) return name;
    const cut = path.lastIndexOf(".");
    if (cut < 0) return factPath;
    path = path.slice(0, cut);
  }
}

/** "The list of disks": the name at the head of a sentence. */
export function factNameFirst(factPath: string): string {
  const name = factName(factPath);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
