import type { HostWithVms, Inventory } from "@/lib/inventory/document";
import { documentOf } from "@/lib/inventory/synthetic/host-document";

/** How a made-up document is bent. */
export interface Sent {
  host?: string;
  sequence?: number | null;
  epoch?: number | null;
  documentId?: string;
  minutesAgo?: number;
  bend?(inventory: Inventory, host: HostWithVms): void;
}

/** A synthetic document of one host with two VMs. */
export function aSent({ host = "HV1", sequence = null, epoch = sequence === null ? null : 1, documentId, minutesAgo = 5, bend }: Sent = {}): Inventory {
  const inventory = documentOf({ name: host, release: "2022", vms: [{ name: `${host}-A` }, { name: `${host}-B` }] }, new Date(Date.now() - minutesAgo * 60_000).toISOString());
  Object.assign(inventory.header, { sequence, epoch, documentId: documentId ?? `${host}-${epoch ?? 0}-${sequence ?? minutesAgo}` });
  const [first] = inventory.hosts;
  if (first !== undefined) bend?.(inventory, first);
  return inventory;
}

/** A synthetic document of a management server with several hosts. */
export function aFleet(hosts: readonly string[], bend?: (inventory: Inventory) => void): Inventory {
  const inventory = aSent({ host: hosts[0] ?? "HV1", documentId: `fleet-${hosts.join("-")}` });
  inventory.origin = { kind: "management-server", name: "SCVMM1", format: "scvmm" };
  inventory.hosts = hosts.flatMap((host) => aSent({ host }).hosts);
  bend?.(inventory);
  return inventory;
}
