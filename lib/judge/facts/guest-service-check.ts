import type { Guest } from "@/lib/inventory/document";
import { judgedService, type Service, type ServiceStanding, serviceText } from "./guest-services";
import { hit, type Missing, notApplicable, type Outcome, pass, type Reading, unknown } from "../outcome";
import type { Situation } from "../situation";

export interface ServiceRule {
  name: string;
  rule(service: Service): ServiceStanding;
}

/** Judges named services of a Windows guest; one row, `service`. A service missing from a list that was read is unread. */
export function checkServices(services: Guest["services"], rules: readonly ServiceRule[], at: Situation, consequence: string): Outcome {
  if (at.family === null) return unknown([at.missing("guest", "osFamily")], ["service"], "Which system runs in the guest was not read.");
  if (at.family !== "windows") return notApplicable("Speaks of Windows guests.");
  if (services === null) return unknown([at.missing("guest", "services")], ["service"], "The services of the guest were not read.");
  const bad: string[] = [];
  const missing: Missing[] = [];
  const readings: Reading[] = [];
  const badReadings: Reading[] = [];
  for (const { name, rule } of rules) {
    const found = judgedService(services, name, rule);
    if (found === null) {
      missing.push(at.missing("guest", `services.${name}.startMode`));
      continue;
    }
    const reading = { fact: `guest.services.${name}`, reading: serviceText(found.service) };
    readings.push(reading);
    if (found.standing === "bad") {
      bad.push(name);
      badReadings.push(reading);
    } else if (found.standing !== "fine") missing.push(at.missing("guest", `services.${name}.${found.standing === "unread-state" ? "state" : "startMode"}`));
  }
  if (bad.length > 0) {
    const texts = bad.map((name, index) => `${name} (${badReadings[index]?.reading ?? ""})`).join(", ");
    return hit("service", {
      because: `${texts}: ${consequence}`, observed: texts, missing, open: missing.length > 0 ? ["service"] : [],
      readings: badReadings, subject: { services: bad },
    });
  }
  if (missing.length > 0) return unknown(missing, ["service"], `${missing.length} of ${rules.length} services (${rules.map((rule) => rule.name).join(", ")}) were not read in full.`, readings);
  return pass(rules.length === 1 ? `${rules[0]?.name ?? ""} is usable.` : `All ${rules.length} services are usable.`, rules.length === 1 ? readings[0]?.reading ?? "" : "All usable", readings);
}

/** Names of the services that a finding says are bad, among those that we know by name. */
export function badServices(outcome: Outcome, rules: readonly ServiceRule[]): string[] {
  const bad = outcome.subject?.["services"];
  return Array.isArray(bad) ? rules.map((rule) => rule.name).filter((name) => bad.includes(name)) : [];
}
