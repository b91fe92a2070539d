import { onCsv } from "../facts/csv";
import { agentFix } from "../guest-fix";
import { hit, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

export const csvAware = defineRequirement({
  id: "csv-aware",
  title: "The backup product prepares a Cluster Shared Volume for the backup",
  why: "On 2008 R2 VSS cannot coordinate several hosts, so the product has to pin the volume and send all IO through one node.",
  otherwise: "On 2008 R2 the quality of the copy is not proven and the backup may fail; from 2012 on the call is not needed.",
  expected: "CSV-aware product, or no disk on a CSV",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S1", "S17"],
  part: "B",
  asks: "always",
  needs: { host: ["volumes", "isClusterNode"], vm: ["disks"] },
  rows: { unaware: { when: "product CSV-aware: no or unknown, a disk on a CSV", cells: ["live-unverified", "pass", "pass", "pass", "pass", "pass"] } },
  statuses: { W08R2: ["pass", "fail", "unknown"], W12: ["pass"], W12R2: ["pass"], "W16+": ["pass"] },
  check(_facts, at) {
    if (at.bucket !== "W08R2" && at.bucket !== null) return pass(`${at.release} needs no preparation of a CSV by the product.`, "Not needed", []);
    if (at.product.csvAware === "yes") return pass("The backup product is CSV-aware by the policy.", "CSV-aware", []);
    const { answer, paths, missing } = onCsv(at, "disk");
    if (answer === "unknown") return unknown(missing, ["unaware"], "Whether a disk of the VM lies on a Cluster Shared Volume was not read.");
    if (answer === "no") return pass("No disk of this VM lies on a Cluster Shared Volume.", "None", [{ fact: "vm.disks", reading: "0 disks on a CSV" }]);
    const known = at.product.csvAware === "no" ? "is not CSV-aware" : "is not known to be CSV-aware";
    return hit("unaware", {
      because: `The product ${known}; ${paths.length} ${paths.length === 1 ? "disk is" : "disks are"} on a CSV of ${at.release}.`,
      observed: paths.join(", "), readings: [{ fact: "vm.disks", reading: `on a CSV: ${paths.join(", ")}` }], missing,
    });
  },
  fixes(_facts, at) {
    return [{
      title: "Use a CSV-aware product, and say so in the policy", runsOn: "anywhere", target: at.clusterName ?? at.hostName, shell: "none", command: null, gui: [],
      downtime: "project", risk: { level: "low", why: "The VMs stay where they are; only the product changes." },
      undo: "Assign the VM to the old product again.", proof: "The policy reads csvAware = yes for this VM's product.",
    }, agentFix(at, "The host is left as it is; the agent loads the guest while it reads.", "The policy assigns the VM to an agent in the guest, which the CSV does not affect.")];
  },
});
