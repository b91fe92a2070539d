import type { Guest } from "@/lib/inventory/document";
import { type ServiceStanding, serviceStanding, serviceText } from "./guest-services";
import { hit, type Missing, notApplicable, type Outcome, pass, unknown } from "./outcome";
import type { Situation } from "./situation";

export interface ServiceRule {
  name: string;
  rule(service: NonNullable<Guest["services"]>[number]): ServiceStanding;
}

/** Judges named services of a Windows guest; one row, `service`. A service missing from a list that was read is unread. */
export function checkServices(services: Guest["services"], rules: readonly ServiceRule[], at: Situation, consequence: string): Outcome {
  if (at.family === null) return unknown([at.missing("guest", "osFamily")], ["service"], "Which system runs in the guest was not read.");
  if (at.family !== "windows") return notApplicable("Speaks of Windows guests.");
  if (services === null) return unknown([at.missing("guest", "services")], ["service"], "The services of the guest were not read.");
  const bad: string[] = [];
  const missing: Missing[] = [];
  for (const { name, rule } of rules) {
    const standing = serviceStanding(services, name, rule);
    if (standing === "bad") bad.push(name);
    else if (standing === "unread-start-mode") missing.push(at.missing("guest", `services.${name}.startMode`));
    else if (standing !== "fine") missing.push(at.missing("guest", `services.${name}.${standing === "missing" ? "startMode" : "state"}`));
  }
  if (bad.length > 0) {
    const texts = bad.map((name) => `${name} (${serviceText(services, name)})`).join(", ");
    return hit("service", {
      because: `${texts}: ${consequence}`, observed: texts, missing, open: missing.length > 0 ? ["service"] : [],
      readings: bad.map((name) => ({ fact: `guest.services.${name}`, reading: serviceText(services, name) })), subject: { services: bad },
    });
  }
  const names = rules.map((rule) => rule.name);
  if (missing.length > 0) return unknown(missing, ["service"], `${missing.length} of ${names.length} services (${names.join(", ")}) were not read in full.`);
  return pass(`${names.join(", ")}: usable.`, names.length === 1 ? serviceText(services, names[0] ?? "") : "All usable", names.map((name) => ({ fact: `guest.services.${name}`, reading: serviceText(services, name) })));
}

/** Names of the services that a finding says are bad, among those that we know by name. */
export function badServices(outcome: Outcome, rules: readonly ServiceRule[]): string[] {
  const bad = outcome.subject?.["services"];
  return Array.isArray(bad) ? rules.map((rule) => rule.name).filter((name) => bad.includes(name)) : [];
}
