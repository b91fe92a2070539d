import { osKindOf } from "../facts/host-release";
import { hit, type Missing, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

export const hostOsKind = defineRequirement({
  id: "host-os-kind",
  title: "The host runs Windows Server or Hyper-V Server",
  why: "The texts on host-based backup speak of servers; on Windows 8 to 11 nothing describes it, and there is no clustering.",
  otherwise: "The backup runs live, but no source proves its quality; a product that refuses client hosts fails.",
  expected: "ProductType 2 or 3",
  hosts: ["W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S77", "S9"],
  part: "B",
  asks: "always",
  needs: { host: ["productType", "edition"] },
  rows: {
    client: { when: "Windows client, product supports such hosts: unknown or yes", cells: ["n-a", "live-unverified", "live-unverified", "live-unverified", "live-unverified", "live-unverified"], unconfirmed: true },
    refused: { when: "Windows client, product supports such hosts: no", cells: ["n-a", "will-fail", "will-fail", "will-fail", "will-fail", "will-fail"] },
    azureLocal: { when: "Azure Local", cells: ["n-a", "n-a", "n-a", "n-a", "info", "info"] },
  },
  statuses: {
    W08R2: ["not-applicable"], W12: ["pass", "fail", "warning", "unknown"], W12R2: ["pass", "fail", "warning", "unknown"],
    "W16+": ["pass", "fail", "warning", "info", "unknown"],
  },
  check({ host }, at) {
    const client = at.product.supportsClientHosts === "no" ? "refused" : "client";
    const kind = osKindOf(host);
    if (kind === "client") {
      return hit(client, {
        because: client === "refused" ? `${at.release} is a client; the backup product does not support such hosts.` : `${at.release} is a client; no source describes host-based backup there.`,
        observed: `${at.release}, ProductType 1`,
        readings: [{ fact: "host.productType", reading: "1" }],
      });
    }
    if (kind === null) {
      const isServer = host.productType === 2 || host.productType === 3;
      const missing: Missing[] = [isServer ? at.missing("host", "edition") : at.missing("host", "productType")];
      const open = at.bucket === "W16+" ? ["azureLocal"] : [];
      if (isServer) return unknown(missing, open, "The edition of the host's Windows was not read.", [{ fact: "host.productType", reading: String(host.productType) }]);
      return unknown(missing, [client, ...open], "Whether the host runs a server or a client Windows was not read.");
    }
    const readings = [{ fact: "host.productType", reading: String(host.productType) }, { fact: "host.edition", reading: host.edition ?? "" }];
    if (kind === "azure-local" && at.bucket === "W16+") {
      return hit("azureLocal", { because: `${at.hostName} runs Azure Local; it is judged like Server 2016 and later.`, observed: `Azure Local (${host.edition ?? ""})`, readings });
    }
    return pass(`${at.hostName} runs ${at.release}.`, `${at.release}, ProductType ${host.productType}`, readings);
  },
  fixes(_facts, at, outcome) {
    if (outcome.hits.includes("azureLocal")) return [];
    return [{
      title: "Move the VM to a server host, or confirm client hosts with the product's vendor",
      runsOn: "anywhere", target: at.hostName, shell: "none", command: null,
      gui: [{ tool: "Hyper-V Manager", path: `${at.vmName} > Export; on the server host: Import Virtual Machine` }],
      downtime: "project", risk: { level: "medium", why: "The VM moves to other hardware; its network and its backup job have to follow." },
      undo: "Start the VM on the old host again.", proof: "The next inventory reads the VM on a host with ProductType 2 or 3.",
    }];
  },
});
