import type { Guest } from "@/lib/inventory/document";
import type { Records } from "../../freshness";
import { hit, type Missing, type Outcome, pass, unknown } from "../../outcome";
import type { Situation } from "../../situation";

/** What the article asks of some services: that they run, and how they start (lower-case Win32_Service.StartMode). */
interface Asked {
  names: readonly string[];
  runs: boolean;
  modes: readonly string[];
}
const START_MODES: readonly string[] = ["auto", "manual", "disabled", "boot", "system"];
const STATES: readonly string[] = ["running", "stopped", "paused", "start pending", "stop pending", "continue pending", "pause pending"];

type Service = NonNullable<Guest["services"]>[number];
function named(list: readonly Service[], name: string): Service | undefined {
  const plain = name.toLowerCase();
  return list.find((service) => service.name.toLowerCase() === plain);
}

/** One of "fine", "unread", or what is wrong. */
function word(value: string | null, known: readonly string[], good: readonly string[]): "fine" | "unread" | "wrong" {
  const plain = value?.toLowerCase() ?? "";
  return good.includes(plain) ? "fine" : known.includes(plain) ? "wrong" : "unread";
}

/** A check of services by name. A service that is missing from a list that was read counts as unread. */
export function services({ names, runs, modes }: Asked): (records: Records, at: Situation) => Outcome {
  return ({ guest }, at) => {
    const list = guest.services;
    if (list === null) return unknown([at.missing("guest", "services")], ["fails"], "The services of the guest were not read.");
    const missing: Missing[] = [];
    const faults: string[] = [];
    const seen: string[] = [];
    for (const name of names) {
      const service = named(list, name);
      const state = service === undefined ? "unread" : runs ? word(service.state, STATES, ["running"]) : "fine";
      const mode = service === undefined ? "unread" : word(service.startMode, START_MODES, modes);
      const says = `${name} ${service?.state ?? "not read"}, ${service?.startMode ?? "not read"}`;
      seen.push(says);
      if (state === "wrong" || mode === "wrong") faults.push(says);
      else if (state === "unread" || mode === "unread") missing.push(at.missing("guest", `services.${name}`));
    }
    const readings = [{ fact: "guest.services", reading: seen.join("; ") }];
    if (faults.length > 0) return hit("fails", { because: `${faults.length} of ${names.length} services: ${faults.join("; ")}.`, observed: faults.join("; "), readings, missing });
    if (missing.length > 0) return unknown(missing, ["fails"], `${missing.length} of ${names.length} services of the guest were not read.`, readings);
    return pass(`${names.length} of ${names.length} services are as the article asks.`, seen.join("; "), readings);
  };
}
