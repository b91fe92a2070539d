import type { Integration } from "@/lib/inventory/document";

export type IntegrationRole = "vss" | "heartbeat" | "kvp" | "shutdown" | "timesync" | "guest-service-interface";

const ROLE_NAMES: Readonly<Record<string, string>> = { vss: "backup", heartbeat: "heartbeat", kvp: "data exchange", shutdown: "shutdown", timesync: "time synchronization", "guest-service-interface": "guest services" };
/** What people call a component: "data exchange" for kvp; its GUID, or "unnamed", where the role is not known. */
export function componentName(entry: Integration): string {
  return (entry.role === null ? undefined : ROLE_NAMES[entry.role]) ?? entry.componentId ?? "unnamed";
}

/** The component of that role; null when the list was not read or lacks it (a missing component counts as unread, domain.md 4.5). */
export function component(list: readonly Integration[] | null, role: IntegrationRole): Integration | null {
  if (list === null) return null;
  for (const entry of list) if (entry.role === role) return entry;
  return null;
}
