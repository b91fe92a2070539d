import type { Guest, Integration } from "@/lib/inventory/document";
import { component } from "./integration";

/** What is known of the daemon that freezes the file systems of a Linux or BSD guest. */
export type DaemonState = "running" | "absent" | "unread";

/**
 * Reads the daemon's own state and the host's view, the worse of which wins: a VSS component without contact proves it
 * absent, whatever the guest says; any other status is a sign only (domain.md 1.3, `linux-vss-daemon`).
 */
export function daemonState(daemon: string | null, integration: readonly Integration[] | null): DaemonState {
  const status = component(integration, "vss")?.primaryStatus;
  if (daemon === "stopped" || daemon === "missing" || status === "NoContact" || status === "LostCommunication") return "absent";
  return daemon === "running" ? "running" : "unread";
}

/** On Linux the kernel module hv_utils must be there too; without it the daemon has nobody to talk to. */
export function linuxDaemonState(linux: Guest["linux"], integration: readonly Integration[] | null): DaemonState {
  if (linux?.hvUtilsLoaded === false) return "absent";
  const state = daemonState(linux?.vssDaemon ?? null, integration);
  return state === "running" && linux?.hvUtilsLoaded !== true ? "unread" : state;
}
