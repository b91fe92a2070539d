import type pg from "pg";
import type { Sender } from "@/lib/collectors/tokens";
import { AppError } from "@/lib/errors";
import type { Inventory } from "@/lib/inventory/document";
import { type HostKeys, keysOf } from "../host-keys";
import type { RefusedRecord, SentInventory } from "./read-inventory";

export interface Bound {
  installId: string | null;
  hardwareUuid: string | null;
  fqdn: string | null;
  hostName: string | null;
}

const lower = (value: string | null) => value?.trim().toLowerCase() ?? null;

/**
 * Whether a host is the one that a token is bound to: by install id or hardware UUID, so that a renamed host stays the
 * same; by name only where neither can be compared. A token that is bound to nothing fits every host.
 */
export function isBoundTo(bound: Bound, keys: HostKeys): boolean {
  const pairs = [[lower(bound.installId), keys.installId], [lower(bound.hardwareUuid), keys.hardwareUuid]].filter(([left, right]) => left !== null && right !== null);
  if (pairs.length > 0) return pairs.some(([left, right]) => left === right);
  if (bound.fqdn !== null && keys.fqdn !== null) return lower(bound.fqdn) === keys.fqdn;
  return bound.hostName === null || lower(bound.hostName) === keys.name;
}

export function otherHost(sender: Sender, name: string): AppError {
  return new AppError("other-host", `The token ${sender.publicId} is bound to another host than ${name}.`, { members: { place: "/hosts/0", mend: "Enrol this host with a code of its own, or reset the collector when its machine was replaced (Collectors, Reset)." } });
}

/** The one host of a document that a host's own collector sends. @throws AppError `unprocessable` */
export function onlyHost(inventory: Inventory): HostKeys {
  const [host, ...more] = inventory.hosts;
  if (host === undefined || more.length > 0) throw new AppError("unprocessable", `hosts: ${inventory.hosts.length} hosts are found; the token of a host sends that one host.`, { members: { place: "/hosts", mend: "Send one document per host, or enrol as a management server." } });
  return keysOf(host);
}

function below(version: string, minimum: string): boolean {
  const [found, wanted] = [version, minimum].map((text) => text.split(/[.-]/).map((part) => Number.parseInt(part, 10) || 0));
  for (let place = 0; place < Math.max(found?.length ?? 0, wanted?.length ?? 0); place += 1) {
    const difference = (found?.[place] ?? 0) - (wanted?.[place] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** @throws AppError `sender-too-old` for a collector that says a version below the minimum */
export function checkVersion({ header }: Inventory, minimum: string | undefined): void {
  const version = header.collector?.version ?? null;
  if (minimum === undefined || version === null || !below(version, minimum)) return;
  throw new AppError("sender-too-old", `The collector is of version ${version}; ${minimum} is the lowest whose inventories are taken.`, { members: { place: "/header/collector/version", minimum, mend: `Install version ${minimum} or later of the collector.` } });
}

/** A lower epoch is one that was given before: such documents are late, and taken. @throws AppError `unknown-epoch` */
export function checkEpoch({ header }: Inventory, sender: Sender): void {
  if (header.epoch === null || header.epoch <= sender.epoch) return;
  throw new AppError("unknown-epoch", `header.epoch: ${header.epoch} was never given to this sender; ${sender.epoch} is its epoch.`, { members: { place: "/header/epoch", epoch: sender.epoch, mend: `Take the epoch ${sender.epoch} and begin sequence at 1.` } });
}

/** Every host, for a management server that an administrator trusts with the whole estate. */
const ANY_HOST = "*";
const MOST_PENDING = 4096;

/**
 * Leaves in a management server's document the hosts that are listed or approved for it. The others are refused one by
 * one, and noted so that an administrator can approve them.
 * @throws AppError `other-host` when none is left
 */
export async function keepListed(pool: Pick<pg.Pool, "query">, sender: Sender, sent: SentInventory, now: number): Promise<SentInventory> {
  const { rows } = await pool.query<{ nameKey: string; state: string }>(`SELECT "nameKey", "state" FROM "CollectorHost" WHERE "collectorId" = $1`, [sender.id]);
  const states = new Map(rows.map((row) => [row.nameKey, row.state]));
  const mayOf = (state: string | undefined) => state === "listed" || state === "approved";
  const any = mayOf(states.get(ANY_HOST));
  const refused: RefusedRecord[] = [];
  const pending: string[] = [];
  const hosts = sent.inventory.hosts.filter((host, index) => {
    const names = [lower(host.fqdn), host.name.trim().toLowerCase()].filter((name) => name !== null && name !== "");
    const own = names.map((name) => states.get(name ?? "")).find((state) => state !== undefined);
    if (own === undefined ? any : mayOf(own)) return true;
    const name = host.fqdn?.trim() || host.name.trim();
    if (own === undefined) pending.push(name);
    refused.push({
      place: `/hosts/${sent.hostPlaces[index] ?? index}`, problem: `${name} is not a host that this management server may speak for; it ${own === "refused" ? "is refused" : "waits for approval"}.`,
      mend: own === "refused" ? "Leave the host out, or approve it (Collectors)." : "Approve the host for this collector (Collectors); the next inventory brings it.",
    });
    return false;
  });
  if (pending.length > 0) {
    await pool.query(
      `INSERT INTO "CollectorHost" ("collectorId", "nameKey", "name", "state", "firstSeenAt") SELECT DISTINCT ON (lower(n)) $1::uuid, lower(n), n, 'pending', $3::timestamptz FROM unnest($2::text[]) n
       WHERE (SELECT count(*) FROM "CollectorHost" WHERE "collectorId" = $1::uuid) < ${MOST_PENDING} ON CONFLICT DO NOTHING`,
      [sender.id, pending, new Date(now)],
    );
  }
  if (hosts.length === 0) throw new AppError("other-host", `None of the ${sent.inventory.hosts.length} hosts is approved for this management server.`, { members: { place: "/hosts", mend: "Approve its hosts (Collectors); the next inventory brings them." } });
  const kept = new Set(hosts);
  return { ...sent, hostPlaces: sent.hostPlaces.filter((_, index) => { const host = sent.inventory.hosts[index]; return host !== undefined && kept.has(host); }), inventory: { ...sent.inventory, hosts }, refused: [...sent.refused, ...refused] };
}
