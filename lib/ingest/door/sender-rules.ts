import type pg from "pg";
import type { Sender } from "@/lib/collectors/tokens";
import { AppError } from "@/lib/errors";
import type { Inventory } from "@/lib/inventory/document";
import { type HostKeys, keysOf } from "../identity/host-keys";
import type { RefusedRecord, SentInventory } from "./read-inventory";

const lower = (value: string | null) => value?.trim().toLowerCase() ?? null;

/**
 * The one host of a document that a host's own collector sends. It speaks for itself: as a management server it could
 * say that its cluster agrees with it (security.md T2).
 * @throws AppError `unprocessable`
 */
export function onlyHost(inventory: Inventory): HostKeys {
  const [host, ...more] = inventory.hosts;
  if (host === undefined || more.length > 0) throw new AppError("unprocessable", `hosts: ${inventory.hosts.length} hosts are found; the token of a host sends that one host.`, { members: { place: "/hosts", mend: "Send one document per host, or enrol as a management server." } });
  if (inventory.origin.kind !== "host") throw new AppError("unprocessable", `origin.kind: a ${inventory.origin.kind} sends this; the token is that of a host.`, { members: { place: "/origin/kind", mend: "Enrol as a management server, or send origin.kind host." } });
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

const NETBIOS_LENGTH = 15;

/** Names by which a list may have a host. The full name counts before the short one, which may be said of any host. */
function namesOf({ fqdn, name }: { fqdn: string | null; name: string }): string[] {
  const [full, short] = [lower(fqdn) ?? "", name.trim().toLowerCase()];
  if (full === "") return [short];
  const label = full.split(".")[0] ?? full;
  return [...new Set([full, label, ...(short.length === NETBIOS_LENGTH && label.startsWith(short) ? [short] : [])])];
}

interface KnownHost {
  installId: string | null;
  hardwareUuid: string | null;
  fqdn: string | null;
  nameKey: string;
}

/** Hosts of ours with an id that one of these carries: an id counts for more than the name that is sent with it. */
async function hostsWithIdsOf(pool: Pick<pg.Pool, "query">, { hosts }: Inventory): Promise<KnownHost[]> {
  const keys = hosts.map(keysOf);
  const [installIds, hardwareUuids] = [keys.flatMap((key) => key.installId ?? []), keys.flatMap((key) => key.hardwareUuid ?? [])];
  if (installIds.length === 0 && hardwareUuids.length === 0) return [];
  const { rows } = await pool.query<KnownHost>(`SELECT "installId", "hardwareUuid", "fqdn", "nameKey" FROM "Host" WHERE "installId" = ANY($1) OR "hardwareUuid" = ANY($2)`, [installIds, hardwareUuids]);
  return rows;
}

/**
 * Leaves in a management server's document the hosts that are listed or approved for it, by the name that they are sent
 * with and by that of the host whose ids they carry. The others are refused one by one, and noted so that an
 * administrator can approve them.
 * @throws AppError `other-host` when none is left
 */
export async function keepListed(pool: Pick<pg.Pool, "query">, sender: Sender, sent: SentInventory, now: number): Promise<SentInventory> {
  const { rows } = await pool.query<{ nameKey: string; state: string }>(`SELECT "nameKey", "state" FROM "CollectorHost" WHERE "collectorId" = $1`, [sender.id]);
  const states = new Map(rows.map((row) => [row.nameKey, row.state]));
  const mayOf = (state: string | undefined) => state === "listed" || state === "approved";
  const any = mayOf(states.get(ANY_HOST));
  const stateOf = (host: { fqdn: string | null; name: string }) => {
    const all = namesOf(host).flatMap((name) => states.get(name) ?? []);
    return all.find((state) => state === "refused") ?? all.find(mayOf) ?? all[0];
  };
  const known = await hostsWithIdsOf(pool, sent.inventory);
  const refused: RefusedRecord[] = [];
  const pending: string[] = [];
  const hosts = sent.inventory.hosts.filter((host, index) => {
    const keys = keysOf(host);
    const same = known.filter((row) => (row.installId !== null && row.installId === keys.installId) || (row.hardwareUuid !== null && row.hardwareUuid === keys.hardwareUuid));
    const claimed = [{ fqdn: host.fqdn, name: host.name }, ...same.map((row) => ({ fqdn: row.fqdn, name: row.nameKey }))];
    const barred = claimed.find((each) => { const state = stateOf(each); return state === undefined ? !any : !mayOf(state); });
    if (barred === undefined) return true;
    const own = stateOf(barred);
    const name = barred.fqdn?.trim() || barred.name.trim();
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
  if (refused.length === 0) return sent;
  const kept = new Set(hosts);
  return { ...sent, isWhole: false, hostPlaces: sent.hostPlaces.filter((_, index) => { const host = sent.inventory.hosts[index]; return host !== undefined && kept.has(host); }), inventory: { ...sent.inventory, hosts }, refused: [...sent.refused, ...refused] };
}
