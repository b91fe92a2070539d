import type { Integration } from "@/lib/inventory/document";

export type IntegrationRole = "vss" | "heartbeat" | "kvp" | "shutdown" | "timesync" | "guest-service-interface";

/** The component of that role; null when the list was not read or lacks it (a missing component counts as unread, domain.md 4.5). */
export function component(list: readonly Integration[] | null, role: IntegrationRole): Integration | null {
  if (list === null) return null;
  for (const entry of list) if (entry.role === role) return entry;
  return null;
}
