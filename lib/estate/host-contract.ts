import type { Cluster, Host } from "@/lib/inventory/document";
import type { SECTIONS } from "@/lib/inventory/host";
import type { Counts, FindingView, Named } from "./contract";
import type { HostStateId, VmFilters } from "./filters";

export type { HostStateId };

/** The collector that speaks for a host, as little of it as a host's row shows. */
export interface HostCollector {
  /** Its public id. */
  id: string;
  name: string;
  state: "active" | "pending" | "revoked";
}
export interface HostListItem extends Named {
  release: string;
  cluster: Named | null;
  key: "installId" | "hardwareUuid" | "fqdn" | "name";
  weak: boolean;
  conflict: string | null;
  /** When its newest facts were read. */
  readAt: string | null;
  /** Within the policy's limit. */
  fresh: boolean;
  state: HostStateId;
  /** From then on it is overdue; null when its sender named no interval. */
  dueAt: string | null;
  /** Server time of its newest inventory by network. */
  heardAt: string | null;
  /** Seconds by which its clock is ahead, by its inventories or by its collector; null when not measured. */
  clockOffsetSeconds: number | null;
  /** Time alone changed its judgement at this instant, and it is not judged again yet. */
  lateSince: string | null;
  collector: HostCollector | null;
  /** The management server that spoke last of a host without a collector of its own. */
  server: HostCollector | null;
  vms: number;
  synthetic: boolean;
  filter: VmFilters;
}
/** Hosts of each state, each in one, the worst that is true of it. */
export type HostCounts = Record<HostStateId, number> & { total: number };
export interface HostPage {
  items: HostListItem[];
  /** Hosts that match, on all pages. */
  total: number;
  page: number;
  pages: number;
  /** Hosts of each state under the same words. */
  states: Record<HostStateId, number>;
}

/** One section of a host: when it was last attempted, when it was last read whole, and what stood in the way. */
export interface HostSection {
  section: (typeof SECTIONS)[number];
  readAt: string | null;
  complete: boolean;
  rows: number | null;
  errors: { reason: string; text: string; mend?: string | undefined }[];
}
/** An inventory that spoke of a host. */
export interface HostDocument {
  id: string;
  collectedAt: string;
  receivedAt: string;
  vms: number;
  /** Null while it waits to be judged. */
  judgedAt: string | null;
  /** The import or the collector that brought it; both null when the collector was removed. */
  import: { id: string; file: string } | null;
  collector: HostCollector | null;
  sequence: string | null;
}
export interface HostName {
  name: string;
  fqdn: string | null;
  from: string | null;
}
/** What is known of a VM beyond its newest facts. */
export interface VmHistory {
  /** A complete listing of its host lacks it since then. */
  missingSince: string | null;
  /** Two nodes of its cluster list it and ownership does not agree. */
  contested: boolean;
  /** First sight of the operation that holds it. */
  operationSince: string | null;
  /** Time alone changed its judgement at this instant, and it is not judged again yet. */
  lateSince: string | null;
  formerIds: string[];
  claims: { host: Named; listedAt: string }[];
  /** Newest first; `known` is false for a host that was forgotten since. */
  owners: { host: Named; known: boolean; since: string }[];
}
/** What is kept of a VM that is gone: it has no verdict and is in no count. */
export interface GoneVm extends Named {
  vmGuid: string;
  /** The first complete listing of its host that lacks it. */
  goneSince: string | null;
  /** The last listing that had it. */
  listedAt: string;
  /** Where it was last. */
  host: Named;
  cluster: Named | null;
  owners: VmHistory["owners"];
  /** VMs with its GUID that are there, such as a replica. */
  elsewhere: (Named & { host: string })[];
}
/** How many VMs of the host a requirement holds back. */
export interface HostBurden {
  requirement: string;
  title: string;
  failing: number;
  failingFilter: VmFilters;
  makesReady: number;
  makesReadyFilter: VmFilters;
}
export interface HostDetail {
  item: HostListItem;
  identity: { installId: string | null; hardwareUuid: string | null; fqdn: string | null };
  /** As they may be judged: sections past the limit are unknown. */
  facts: Host;
  cluster: Cluster | null;
  intervalSeconds: number | null;
  sections: HostSection[];
  failed: { at: string; text: string | null } | null;
  counts: Counts;
  /** Findings of the requirements that speak of the host alone, as for a VM without a peculiarity. */
  findings: FindingView[];
  burdens: HostBurden[];
  documents: HostDocument[];
  documentCount: number;
  /** Names that it had before, newest first. */
  names: HostName[];
  /** VMs of it that two nodes list. */
  contested: number;
  /** VMs that a complete listing lacks and that are not gone yet. */
  missing: number;
  judgedAt: string | null;
}
