import type { Cluster, Guest, Host, Vm } from "@/lib/inventory/document";
import type { Absent } from "@/lib/inventory/fact";
import { clusterSchema, hostSchema } from "@/lib/inventory/host";
import { guestSchema } from "@/lib/inventory/guest";
import { vmSchema } from "@/lib/inventory/vm";
import type { Settings } from "./policy";

export interface Records {
  host: Host;
  cluster: Cluster;
  vm: Vm;
  guest: Guest;
  /** Why guest facts have no value; paths as in the VM's record, `guest.volumes`. */
  guestAbsent: readonly Absent[];
}

const EMPTY_HOST: Host = hostSchema.parse({ name: "-" });
export const EMPTY_CLUSTER: Cluster = clusterSchema.parse({ name: "-" });
const EMPTY_VM: Vm = vmSchema.parse({ name: "" });
const EMPTY_GUEST: Guest = guestSchema.parse({});

const HOUR = 3_600_000;
function days(hours: number): string {
  return hours >= 48 ? `${Math.floor(hours / 24)} d` : `${Math.floor(hours)} h`;
}
function staleSince(readAt: string | null, limitHours: number, now: number): Absent[] | null {
  if (readAt === null) return null;
  const age = (now - Date.parse(readAt)) / HOUR;
  return age > limitHours ? [{ fact: "*", reason: "stale", text: `not heard since ${readAt.slice(0, 16).replace("T", " ")} UTC; the limit is ${days(limitHours)}` }] : null;
}

/** Ways in which a guest's facts are its own word alone; every other way the host, or a credential in the guest, vouches for. */
const GUEST_WRITTEN: ReadonlySet<string> = new Set(["kvp-guest", "script", "file"]);
/** Whether facts with this evidence were written by the guest itself (domain.md 3.5; security.md T3). */
export function isGuestWritten(evidence: string | null): boolean {
  return evidence !== null && GUEST_WRITTEN.has(evidence);
}

/**
 * The facts as the judge may use them: what is older than the policy's limit loses its value, with the reason `stale`
 * (domain.md 3.5, 4.4). Limits: host, cluster and VM facts `freshness.hostHours`, guest facts `freshness.guestHours`;
 * guest facts that came as a file also `fileIntervalFactor` times the sender's interval. Names and ids stay. Facts that the guest wrote itself are unknown where the policy refuses them.
 */
export function freshRecords(subject: { host: Host; cluster: Cluster | null; vm: Vm; intervalSeconds?: number | null }, settings: Settings, now: number): Records {
  const { host, vm } = subject;
  const limit = settings.freshness;
  const hostStale = staleSince(host.observedAt, limit.hostHours, now);
  const vmStale = vm.observedAt === null ? hostStale : staleSince(vm.observedAt, limit.hostHours, now);
  const cluster = subject.cluster ?? EMPTY_CLUSTER;
  const clusterStale = hostStale ?? staleSince(cluster.observedAt, limit.hostHours, now);
  const guest = vm.guest;
  let guestStale: Absent[] | null = null;
  if (guest !== null && settings.guestWritten === "refuse" && isGuestWritten(guest.evidence)) {
    guestStale = [{ fact: "*", reason: "not-collected", text: `the guest itself wrote it (${guest.evidence ?? ""}), which the policy refuses` }];
  } else if (guest !== null) {
    const intervalHours = (subject.intervalSeconds ?? null) === null ? limit.defaultIntervalHours : (subject.intervalSeconds ?? 0) / 3600;
    const hours = guest.evidence === "file" ? Math.min(limit.guestHours, limit.fileIntervalFactor * intervalHours) : limit.guestHours;
    guestStale = staleSince(guest.collectedAt ?? vm.observedAt ?? host.observedAt, hours, now);
  }
  return {
    host: hostStale === null ? host : { ...EMPTY_HOST, name: host.name, observedAt: host.observedAt, absent: hostStale },
    cluster: clusterStale === null ? cluster : { ...EMPTY_CLUSTER, name: cluster.name, observedAt: cluster.observedAt, absent: clusterStale },
    vm: vmStale === null ? vm : { ...EMPTY_VM, id: vm.id, name: vm.name, observedAt: vm.observedAt, absent: vmStale },
    guest: guest === null ? EMPTY_GUEST : guestStale === null ? guest : { ...EMPTY_GUEST, evidence: guest.evidence, collectedAt: guest.collectedAt },
    guestAbsent: guestStale ?? vm.absent,
  };
}
