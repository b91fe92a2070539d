import type pg from "pg";
import type { Sender } from "@/lib/collectors/tokens";
import { claimMachine, findTwins } from "@/lib/collectors/twins";
import { AppError } from "@/lib/errors";
import type { Inventory } from "@/lib/inventory/document";
import { findCandidates } from "../fold/state";
import { compareKeys, HOST_KEYS, type HostKey, type HostKeys, keysOf, matchHost } from "../identity/host-keys";

/** The machine that a token was bound to before a document came. */
export interface Bound {
  installId: string | null;
  hardwareUuid: string | null;
  fqdn: string | null;
  hostName: string | null;
}

const boundKeys = ({ installId, hardwareUuid, fqdn, hostName }: Bound): HostKeys => keysOf({ installId, hardwareUuid, fqdn, name: hostName ?? "" });
const isUnbound = ({ installId, hardwareUuid, fqdn, hostName }: Bound) => [installId, hardwareUuid, fqdn, hostName].every((value) => value === null);

export function otherHost(sender: Sender, name: string): AppError {
  return new AppError("other-host", `The token ${sender.publicId} is bound to another host than ${name}.`, { members: { place: "/hosts/0", mend: "Enrol this host with a code of its own, or reset the collector when its machine was replaced (Collectors, Reset)." } });
}

/** The refusal of a collector whose machine another living one has. */
export const waits = () => new AppError("collector-pending", "Another living collector sends for this machine; this one waits until an administrator approves it.", { members: { place: "/hosts/0", mend: "Revoke the other collector, or approve this one (Collectors); it then sends by itself." } });

/**
 * Claims the machine of a first document for a host's token, in the transaction that keeps it. One of an epoch before a
 * reset is of the machine before, and claims nothing.
 */
export async function claimFirst(client: Pick<pg.PoolClient, "query">, sender: Sender, { header, hosts: [host] }: Inventory): Promise<{ waits: boolean; twins: string[] }> {
  if (sender.isBound || sender.kind !== "host" || host === undefined || (header.epoch !== null && header.epoch < sender.epoch)) return { waits: false, twins: [] };
  return await claimMachine(client, sender.id, keysOf(host), host.name);
}

/** Whether a document with these keys would be folded into a host that is not the token's. */
async function isFoldedElsewhere(client: pg.PoolClient, own: HostKeys, keys: HostKeys): Promise<boolean> {
  const candidates = await findCandidates(client, keys);
  const { id } = matchHost(keys, candidates);
  const target = candidates.find((candidate) => candidate.id === id);
  return target !== undefined && compareKeys(own, target.keys).relation !== "same";
}

/**
 * Checks that a document is of the machine that its token was bound to before it came: the strongest key that both have
 * decides, so that a renamed host stays the same. A key that the token did not know is learned unless it is another
 * machine's; where it would decide which host the document is folded into, the document is refused then, as is one that
 * leaves out what tells two machines apart.
 * @param of of what epoch the document is: one before a reset teaches nothing, and while the token is bound to nothing it
 * speaks for no machine that a living collector has
 * @throws AppError `other-host`
 */
export async function checkBound(client: pg.PoolClient, sender: Sender, bound: Bound, keys: HostKeys, of: { name: string; isLate: boolean }): Promise<void> {
  const refusal = () => otherHost(sender, of.name);
  if (isUnbound(bound)) {
    if (of.isLate && (await findTwins(client, keys, sender.id)).some(({ isSame }) => isSame)) throw refusal();
    return;
  }
  const own = boundKeys(bound);
  const { relation, by } = compareKeys(own, keys);
  if (relation !== "same" || by === null) throw refusal();
  const stronger = HOST_KEYS.slice(0, HOST_KEYS.indexOf(by));
  const learned = HOST_KEYS.filter((key) => key !== "name" && own[key] === null && keys[key] !== null);
  const leftOut = stronger.some((key) => own[key] !== null);
  if (learned.length === 0 && !leftOut) return;

  const asked: HostKey[] = leftOut ? [...learned, by] : learned;
  const told = (key: HostKey) => (asked.includes(key) ? keys[key] : null);
  const twins = await findTwins(client, { installId: told("installId"), hardwareUuid: told("hardwareUuid"), fqdn: told("fqdn"), name: told("name") }, sender.id);
  const others = twins.map(boundKeys).filter((other) => compareKeys(own, other).relation !== "same");
  const isAnothers = (key: HostKey) => others.some((other) => other[key] === keys[key]);
  const deciding = asked.filter((key) => key === by || stronger.includes(key));
  if (deciding.some(isAnothers) || (deciding.length > 0 && await isFoldedElsewhere(client, own, keys))) throw refusal();
  const kept = (key: "installId" | "hardwareUuid" | "fqdn") => (learned.includes(key) && !isAnothers(key) ? keys[key] : null);
  const values = [kept("installId"), kept("hardwareUuid"), kept("fqdn")];
  if (of.isLate || values.every((value) => value === null)) return;
  await client.query(`UPDATE "Collector" SET "installId" = coalesce("installId", $2), "hardwareUuid" = coalesce("hardwareUuid", $3), "fqdn" = coalesce("fqdn", $4) WHERE "id" = $1`, [sender.id, ...values]);
}
