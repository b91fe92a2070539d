import type { Guest } from "@/lib/inventory/document";

/** Standing of one service under a rule; `unread` names the fact that is missing. */
export type ServiceStanding = "fine" | "bad" | "unread-state" | "unread-start-mode";
export type Service = NonNullable<Guest["services"]>[number];

/** Every State of Win32_Service but Running and Unknown [S56]. */
const NOT_RUNNING: ReadonlySet<string> = new Set(["Stopped", "Paused", "Start Pending", "Stop Pending", "Continue Pending", "Pause Pending"]);
const ENABLED: ReadonlySet<string> = new Set(["Auto", "Manual", "Boot", "System"]);

/** Must run; any other state is bad. */
export function mustRun(service: Service): ServiceStanding {
  if (service.state === "Running") return "fine";
  return service.state !== null && NOT_RUNNING.has(service.state) ? "bad" : "unread-state";
}

/** Must not be disabled; it starts on demand. */
export function mustBeUsable(service: Service): ServiceStanding {
  if (service.startMode === "Disabled") return "bad";
  return service.startMode !== null && ENABLED.has(service.startMode) ? "fine" : "unread-start-mode";
}

/** MSDTC: running, or stopped and started by hand; never disabled (domain.md `guest-svc-core`). */
export function mustRunOrRest(service: Service): ServiceStanding {
  const usable = mustBeUsable(service);
  if (usable === "bad") return usable;
  if (service.state === "Running") return usable;
  if (service.state === null || !NOT_RUNNING.has(service.state)) return "unread-state";
  if (service.state !== "Stopped") return "bad";
  if (usable === "unread-start-mode") return usable;
  return service.startMode === "Manual" ? "fine" : "bad";
}

const SEVERITY: Readonly<Record<ServiceStanding, number>> = { fine: 0, "unread-start-mode": 1, "unread-state": 1, bad: 2 };

function isNamed(service: Service, name: string): boolean {
  return service.name === name || (service.name.length === name.length && service.name.toLowerCase() === name.toLowerCase());
}

/** The service of that name with its standing: the worst of two entries of one name; null when the list lacks it. */
export function judgedService(services: readonly Service[], name: string, rule: (service: Service) => ServiceStanding): { service: Service; standing: ServiceStanding } | null {
  let found: { service: Service; standing: ServiceStanding } | null = null;
  for (const service of services) {
    if (!isNamed(service, name)) continue;
    const standing = rule(service);
    if (found === null || SEVERITY[standing] > SEVERITY[found.standing]) found = { service, standing };
  }
  return found;
}

/** "Stopped, Auto" for people. */
export function serviceText(service: Service): string {
  return `${service.state ?? "state not read"}, ${service.startMode ?? "start mode not read"}`;
}
