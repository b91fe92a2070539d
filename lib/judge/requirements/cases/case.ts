import type { Cluster, Host, Vm } from "@/lib/inventory/document";
import type { GuestFamily, HostRelease } from "@/lib/inventory/testing";
import type { Effect } from "../../judgement";
import type { Settings } from "../../policy";
import type { Status } from "../../requirement";
import type { Neighbours } from "../../situation";

/** A healthy subject; a case bends it to what it is about. */
export interface Given {
  host: Host;
  cluster: Cluster | null;
  vm: Vm;
}

/** Settings of a case over the defaults: a group such as `product` takes only the keys that differ. */
export type SettingsOver = { [K in keyof Settings]?: Settings[K] extends readonly unknown[] | string | number | null ? Settings[K] : Partial<Settings[K]> };

/** One fault, or none, on the named host releases, and what one requirement must then say. */
export interface Case {
  /** What is bent: "backup component disabled". */
  name: string;
  on: readonly HostRelease[];
  /** Guest of the fixture; windows when not said. */
  family?: GuestFamily;
  /** Bends the healthy fixture in place. */
  given(of: Given): void;
  /** Start from a VM on a Cluster Shared Volume instead of a standalone host. */
  csv?: boolean;
  settings?: SettingsOver;
  /** Milliseconds since 1970; the fixture's own time when not said. */
  now?: number;
  /** What the other VMs of the host are; none when not said. */
  neighbours?: Partial<Neighbours>;
  status: Status | Partial<Record<HostRelease, Status>>;
  effect?: Effect | null | Partial<Record<HostRelease, Effect | null>>;
}

export const EVERY_RELEASE: readonly HostRelease[] = ["2008R2", "2012", "2012R2", "2016", "2019", "2022", "2025"];
export const UP_TO_2012: readonly HostRelease[] = ["2008R2", "2012"];
export const UP_TO_2012R2: readonly HostRelease[] = ["2008R2", "2012", "2012R2"];
export const FROM_2012: readonly HostRelease[] = ["2012", "2012R2", "2016", "2019", "2022", "2025"];
export const FROM_2012R2: readonly HostRelease[] = ["2012R2", "2016", "2019", "2022", "2025"];
export const FROM_2016: readonly HostRelease[] = ["2016", "2019", "2022", "2025"];

/** Marks facts of the VM as unread for a reason; the values must be set to null beside it. */
export function unread(vm: Vm, ...facts: string[]): void {
  vm.absent = [...vm.absent.filter((entry) => !facts.includes(entry.fact)), ...facts.map((fact) => ({ fact, reason: "permission-denied" as const, text: "access is denied" }))];
}

/** Bends the guest's own facts. */
export function inGuest(change: (guest: NonNullable<Vm["guest"]>, vm: Vm) => void): Case["given"] {
  return ({ vm }) => {
    if (vm.guest !== null) change(vm.guest, vm);
  };
}
