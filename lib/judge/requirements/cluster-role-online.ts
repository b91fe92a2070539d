import type { Cluster } from "@/lib/inventory/document";
import { hit, notApplicable, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";
import type { Situation } from "../situation";

type Roles = NonNullable<Cluster["roles"]>;
const PLACES = new WeakMap<Roles, Map<string, number>>();

/** Index of the VM's role, -1 when there is none; the index is built once per list, because a cluster has thousands. */
function placeOf(roles: Roles, vmId: string): number {
  let places = PLACES.get(roles);
  if (places === undefined) {
    places = new Map();
    for (let index = 0; index < roles.length; index++) {
      const id = roles[index]?.vmId?.toLowerCase();
      if (id !== undefined && !places.has(id)) places.set(id, index);
    }
    PLACES.set(roles, places);
  }
  return places.get(vmId.toLowerCase()) ?? -1;
}

/** Chooses the role by the VM's id: a role may be named `*`, and -Name takes wildcards. 2008 R2 has no -VMId. */
function roleOf(at: Situation): string {
  const id = at.vmId !== null && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(at.vmId) ? at.vmId : "<VM id was not read>";
  if (at.bucket !== "W08R2") return `Get-ClusterGroup -VMId '${id}'`;
  return `Import-Module FailoverClusters\nGet-ClusterResource | Where-Object { "$($_.ResourceType)" -eq 'Virtual Machine' -and ($_ | Get-ClusterParameter -Name VmID).Value -eq '${id}' } |\n  ForEach-Object { $_.OwnerGroup }`;
}

export const clusterRoleOnline = defineRequirement({
  id: "cluster-role-online",
  title: "The VM's cluster role is online",
  why: "An online backup asks for an online role; the writer ignores the cluster, to which a VM being saved looks like a failure.",
  otherwise: "The cluster may restart or move the VM while the backup runs.",
  expected: "Online",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S3", "S38", "S2"],
  part: "F",
  asks: "running",
  needs: { host: ["isClusterNode"], vm: ["isClustered", "id"], cluster: ["roles"] },
  rows: { notOnline: { when: "role of a running VM not online", cells: ["warn", "warn", "warn", "warn", "warn", "warn"] } },
  statuses: {
    W08R2: ["pass", "warning", "unknown", "not-applicable"], W12: ["pass", "warning", "unknown", "not-applicable"],
    W12R2: ["pass", "warning", "unknown", "not-applicable"], "W16+": ["pass", "warning", "unknown", "not-applicable"],
  },
  check({ host, vm, cluster }, at) {
    if (host.isClusterNode === false) return notApplicable(`${at.hostName} is no cluster node.`);
    if (vm.isClustered === false) return notApplicable("The VM is no cluster role.");
    if (cluster.roles === null) return unknown([at.missing("cluster", "roles")], [], "The cluster roles were not read.");
    const index = vm.id === null ? -1 : placeOf(cluster.roles, vm.id);
    const role = cluster.roles[index];
    if (role === undefined) return unknown([at.missing("cluster", "roles")], [], `The role of this VM is not among the ${cluster.roles.length} roles that were read.`);
    if (role.state === null) return unknown([at.missing("cluster", `roles[${index}].state`)], [], "The state of the VM's cluster role was not read.");
    const readings = [{ fact: "cluster.roles", reading: `${role.name} state = ${role.state}` }];
    if (role.state.toLowerCase() === "online") return pass(`Role ${role.name} is online.`, "Online", readings);
    return hit("notOnline", { because: `Role ${role.name} is ${role.state} while the VM runs.`, observed: role.state, readings, subject: { role: role.name } });
  },
  fixes(_facts, at, outcome) {
    const role = String(outcome.subject?.["role"] ?? at.vmName);
    return [{
      title: `Bring role ${role} online`, runsOn: "cluster", target: at.clusterName ?? at.hostName, shell: "powershell", command: `${roleOf(at)} | Start-ClusterGroup`,
      gui: [{ tool: "Failover Cluster Manager", path: `Roles > ${role} > Start Role` }],
      downtime: "none", risk: { level: "low", why: "A resource that failed for a reason may fail again; the VM itself runs." },
      undo: "The same line with Stop-ClusterGroup, which shuts the VM down.", proof: "The next inventory reads the role Online.",
    }];
  },
});
