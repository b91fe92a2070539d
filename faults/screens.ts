import type { Lab } from "./lab";

/** Of hosts and VMs so many pages are looked at, spread over all in the order of their names. */
const LOOKS = 40;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const INSTANT = /\d{4}-\d{2}-\d{2}T[\d:.]+Z|\d{1,2} [A-Z][a-z]{2} \d{4}, \d{2}:\d{2}/g;
const AGE = /\b\d+\+? (?:min|h|d)\b/g;
/** Marks by which an open page notices that something was written, and the public ids of collectors. */
const OWN = /"(?:revision|contact|collectorId)":"[^"]*"/g;

/** Ids are given anew in each database and the clock goes on from look to look; all else is to be the same. */
const settled = (text: string) => text.replace(OWN, "").replace(UUID, "#").replace(INSTANT, "@").replace(AGE, "…");

/** What a reader sees of a page: its texts without markup, sorted, because a page is streamed in pieces that come in any order. */
function wordsOf(html: string): string {
  const shown = html.replace(/<(script|style|head)\b[\s\S]*?<\/\1>/g, "").replace(/<!--[\s\S]*?-->/g, "");
  return shown.split(/<[^>]+>/).map((text) => settled(text.replace(/\s+/g, " ").trim())).filter((text) => text !== "").sort().join(" | ");
}

function spread<Item>(items: readonly Item[]): Item[] {
  const step = Math.max(1, items.length / LOOKS);
  return items.filter((_item, place) => Math.floor(place / step) !== Math.floor((place - 1) / step));
}

/** Each page and each list of the API as it reads, under a name that does not depend on the database. */
export async function screensOf(lab: Lab): Promise<Map<string, string>> {
  const screens = new Map<string, string>();
  const look = async (name: string, address: string): Promise<void> => {
    const response = await lab.page(address);
    const text = await response.text();
    screens.set(name, `${response.status} ${address.startsWith("/api/") ? settled(text) : wordsOf(text)}`);
  };
  const verdicts = await lab.query<{ verdict: string }>(`SELECT DISTINCT "verdict" FROM "Vm" WHERE NOT "gone"`);
  const requirements = await lab.query<{ requirement: string }>(`SELECT DISTINCT "requirement" FROM "Finding"`);
  const hosts = await lab.query<{ id: string; name: string }>(`SELECT "id", "name" FROM "Host" ORDER BY "name" COLLATE "C", "facts"->>'fqdn'`);
  const vms = await lab.query<{ id: string; name: string; vmGuid: string }>(`SELECT "id", "name", "vmGuid" FROM "Vm" WHERE NOT "gone" ORDER BY "vmGuid"`);
  for (const address of ["/", "/vms", "/hosts", "/requirements", "/api/v1/estate", "/api/v1/requirements", "/api/v1/vms.csv"]) await look(address, address);
  for (const { verdict } of verdicts) await look(`/vms?verdict=${verdict}`, `/vms?verdict=${verdict}`);
  for (const { requirement } of requirements) await look(`/requirements/${requirement}`, `/requirements/${requirement}`);
  for (const { id, name } of spread(hosts)) await look(`host ${name}`, `/hosts/${id}`);
  for (const { id, vmGuid } of spread(vms)) {
    await look(`VM ${vmGuid}`, `/vms/${id}`);
    await look(`API of VM ${vmGuid}`, `/api/v1/vms/${id}`);
  }
  return screens;
}

/** The screens that are not the same in both, or only in one; with the first words that differ. */
export function differingScreens(here: ReadonlyMap<string, string>, there: ReadonlyMap<string, string>): string[] {
  return [...new Set([...here.keys(), ...there.keys()])].flatMap((name) => {
    const [one, other] = [here.get(name) ?? "", there.get(name) ?? ""];
    if (one === other) return [];
    const at = [...one].findIndex((letter, place) => letter !== other[place]);
    const from = Math.max(0, (at === -1 ? one.length : at) - 60);
    return [`${name}: "${one.slice(from, from + 140)}" here, "${other.slice(from, from + 140)}" there`];
  });
}
