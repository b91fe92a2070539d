import type { Cluster, Guest, Host, Vm } from "./document";
import type { Absent } from "./fact";

export const HOURS_AHEAD = 48;
const AHEAD_MS = HOURS_AHEAD * 3_600_000;
/** Windows writes "no date" as the start of its own epoch, 1 January 1601, .NET as year 1. */
const NO_DATE_BEFORE = Date.UTC(1602, 0, 1);
const EARLIEST = Date.UTC(1990, 0, 1);

export type Settled = { kind: "time"; iso: string } | { kind: "empty" } | { kind: "implausible"; text: string; isAhead: boolean };

/** JavaScript reads 30 February as a day in March; Postgres does not. */
function isDayOfMonth(value: string): boolean {
  const [year, month, day] = value.slice(0, 10).split("-").map(Number);
  return (day ?? 0) <= new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate();
}

/** Judges one time: UTC in the ISO form, empty for 1601, implausible before 1990 or more than 48 h ahead of `now`. */
export function settleTime(value: string, now: number): Settled {
  const ms = Date.parse(value);
  if (Number.isNaN(ms) || !isDayOfMonth(value)) return { kind: "implausible", text: `${value} is no date`, isAhead: false };
  if (ms < NO_DATE_BEFORE) return { kind: "empty" };
  if (ms < EARLIEST) return { kind: "implausible", text: `${value} is before 1990`, isAhead: false };
  if (ms > now + AHEAD_MS) return { kind: "implausible", text: `${value} is more than ${HOURS_AHEAD} hours ahead of ${isoOf(now)}`, isAhead: true };
  return { kind: "time", iso: value.endsWith("Z") ? value : isoOf(ms) };
}

/** Milliseconds since 1970 as "2026-05-18T07:40:00Z", with milliseconds only when there are some. */
export function isoOf(ms: number): string {
  return new Date(ms).toISOString().replace(".000Z", "Z");
}

function settle<Key extends string>(record: { [key in Key]: string | null }, key: Key, fact: string, absent: Absent[], now: number): void {
  const value = record[key];
  if (value === null) return;
  const settled = settleTime(value, now);
  (record as Record<string, string | null>)[key] = settled.kind === "time" ? settled.iso : null;
  if (settled.kind === "empty") absent.push({ fact, reason: "empty" });
  if (settled.kind === "implausible") absent.push({ fact, reason: "error", text: settled.text });
}

const GUID = /^[{(]?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})[)}]?$/i;

/** Lower case without braces when it is a GUID; any other key as it came. */
export function plainKey(value: string | null): string | null {
  return value === null ? null : GUID.exec(value.trim())?.[1]?.toLowerCase() ?? value;
}

/** Role of an integration component by its GUID (domain.md 3.4, S50); names are localised and say nothing. */
export const COMPONENT_ROLES: Readonly<Record<string, string>> = {
  "84eaae65-2f2e-45f5-9bb5-0e857dc8eb47": "heartbeat",
  "5ced1297-4598-4915-a5fc-ad21bb4d02a4": "vss",
  "2a34b1c2-fd73-4043-8a5b-dd2159bc743f": "kvp",
  "9f8233ac-be49-4c79-8ee3-e7e1985b2077": "shutdown",
  "2497f4de-e9fa-4204-80e4-4b75c46419c0": "timesync",
  "6c09bb55-d683-4da0-8931-c9bf705f6480": "guest-service-interface",
};

function settleGuest(guest: Guest, absent: Absent[], now: number): void {
  settle(guest, "collectedAt", "guest.collectedAt", absent, now);
}

/** Brings a parsed VM to one form, in place: times judged, roles of components derived from their GUIDs. */
export function normaliseVm(vm: Vm, now: number): void {
  settle(vm, "observedAt", "observedAt", vm.absent, now);
  settle(vm, "operationSince", "operationSince", vm.absent, now);
  settle(vm, "lastSuccessfulBackupTime", "lastSuccessfulBackupTime", vm.absent, now);
  vm.checkpoints?.forEach((checkpoint, index) => settle(checkpoint, "createdAt", `checkpoints[${index}].createdAt`, vm.absent, now));
  if (vm.guest) settleGuest(vm.guest, vm.absent, now);
  for (const component of vm.integration ?? []) {
    if (component.componentId !== null) component.role = COMPONENT_ROLES[component.componentId] ?? null;
  }
}

/** Brings a parsed host to one form, in place: build from the version, keys plain, times judged. */
export function normaliseHost(host: Host, now: number): void {
  settle(host, "observedAt", "observedAt", host.absent, now);
  host.hardwareUuid = plainKey(host.hardwareUuid);
  host.clusterId = plainKey(host.clusterId);
  const build = /^\d+\.\d+\.(\d{1,6})(?:\.|$)/.exec(host.osVersion ?? "")?.[1];
  if (host.osBuild === null && build !== undefined) host.osBuild = Number(build);
}

export function normaliseCluster(cluster: Cluster, now: number): void {
  settle(cluster, "observedAt", "observedAt", cluster.absent, now);
  cluster.id = plainKey(cluster.id);
}
