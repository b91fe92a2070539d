import type { HostWithVms, Inventory } from "@/lib/inventory/document";
import { isoOf, normaliseHost, settleTime } from "@/lib/inventory/normalise";
import type { ReadOptions } from "./contract";

interface GivenOs {
  osVersion: string;
  /** A server by the name of its release; a bare version says nothing of the kind. */
  server: boolean;
}

const RELEASES: Readonly<Record<string, string>> = {
  "2008": "6.0.6002", "2008r2": "6.1.7601", "2012": "6.2.9200", "2012r2": "6.3.9600",
  "2016": "10.0.14393", "2019": "10.0.17763", "2022": "10.0.20348", "2025": "10.0.26100",
};
export const GIVEN_RELEASES = ["2008", "2008R2", "2012", "2012R2", "2016", "2019", "2022", "2025"] as const;

/** Reads what `--host-os` takes: a release of Windows Server ("2012 R2", "Server 2019") or a version ("10.0.17763"). Null when it is neither. */
export function parseHostOs(text: string): GivenOs | null {
  const plain = text.trim().toLowerCase().replace(/^windows\s+/, "").replace(/^server\s+/, "").replace(/[\s-]+/g, "");
  const release = RELEASES[plain];
  if (release !== undefined && Object.hasOwn(RELEASES, plain)) return { osVersion: release, server: true };
  return /^\d{1,2}\.\d{1,2}\.\d{3,6}(\.\d{1,6})?$/.test(plain) ? { osVersion: plain, server: false } : null;
}

/** The sentence for options that cannot be used, or null. */
export function checkOptions(options: Pick<ReadOptions, "hostOs" | "hostId" | "collectedAt" | "now">): string | null {
  if (options.hostOs !== undefined && parseHostOs(options.hostOs) === null) return `"${options.hostOs}" is no host version: one of ${GIVEN_RELEASES.join(", ")}, or a version such as 10.0.17763, is expected.`;
  if (options.hostId !== undefined && (options.hostId.trim() === "" || options.hostId.length > 128 || /[\p{Cc}\p{Cs}]/u.test(options.hostId))) return "The host id has 1 to 128 characters and no control character.";
  if (options.collectedAt !== undefined) {
    if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(Z|[+-]\d{2}:\d{2})$/.test(options.collectedAt) || settleTime(options.collectedAt, options.now).kind !== "time") return `"${options.collectedAt}" is no collection time: an ISO time with its zone, such as 2026-05-18T07:40:00Z, not in the future, is expected.`;
  }
  return null;
}

const sameBuild = (a: string, b: string) => a.split(".").slice(0, 3).join(".") === b.split(".").slice(0, 3).join(".");

function fillOs(host: HostWithVms, given: GivenOs): void {
  const lacked = host.osVersion === null;
  if (lacked) {
    host.osVersion = given.osVersion;
    host.absent = host.absent.filter(({ fact }) => fact !== "osVersion" && fact !== "osBuild");
  }
  if (host.osVersion === null || !sameBuild(host.osVersion, given.osVersion)) return;
  const kindLacked = given.server && (host.productType === null || (host.productType !== 1 && host.edition === null));
  if (kindLacked) {
    host.productType ??= 3;
    host.edition ??= "Server";
  }
  if (lacked || kindLacked) host.given.push("osVersion");
}

/**
 * Fills what the document lacks with what a person supplied, in place, and records it in `host.given`. Values of the
 * document always win. A document without a time counts as collected at import. Returns sentences about what was filled.
 */
export function fillGaps(inventory: Inventory, options: ReadOptions): string[] {
  const notes: string[] = [];
  const given = options.hostOs === undefined ? null : parseHostOs(options.hostOs);
  const { header, hosts } = inventory;
  const timed = header.finishedAt !== null || hosts.every(({ observedAt }) => observedAt !== null);
  const known = options.collectedAt === undefined ? null : settleTime(options.collectedAt, options.now);
  if (!timed) {
    header.timeFrom = known?.kind === "time" ? "given" : "import";
    header.finishedAt = known?.kind === "time" ? known.iso : isoOf(options.now);
    notes.push(header.timeFrom === "given" ? `Collected at ${header.finishedAt}, as given by hand.` : `No collection time in the file: it counts as collected at import, ${header.finishedAt}.`);
  }
  const [only] = hosts;
  if (options.hostId !== undefined && only !== undefined) {
    if (hosts.length > 1) notes.push(`The host id given by hand is left out: the file has ${hosts.length} hosts.`);
    else if (only.installId === null) {
      only.installId = options.hostId;
      only.given.push("hostId");
      notes.push(`Host id of ${only.name} given by hand.`);
    }
  }
  let filled = 0;
  for (const host of hosts) {
    if (header.timeFrom === "given") host.given.push("collectedAt");
    host.observedAt ??= header.finishedAt;
    if (given) {
      const before = host.given.length;
      fillOs(host, given);
      filled += host.given.length - before;
    }
    normaliseHost(host, options.now);
  }
  for (const cluster of inventory.clusters) cluster.observedAt ??= header.finishedAt;
  if (given) notes.push(filled === 0 ? "The Windows version given by hand is not used: every host carries its own." : `Windows version of ${filled} of ${hosts.length} hosts given by hand: ${options.hostOs}.`);
  return notes;
}
