import { onCsv } from "../facts/csv";
import { agentFix } from "../guest-fix";
import { hit, notApplicable, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

export const guestBasedUnaffected = defineRequirement({
  id: "guest-based-unaffected",
  title: "A backup inside the guest does not depend on the mode of the CSV",
  why: "Software inside the guest reads the guest's own disks; how the host reaches the volume is nothing to it.",
  otherwise: "Nothing fails; where a host-based backup falls short, an agent in the guest is the way round.",
  expected: "Shown as the way round",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S1"],
  part: "F",
  asks: "always",
  needs: { host: ["volumes", "isClusterNode"], vm: ["disks"] },
  rows: {
    inGuest: { when: "the backup runs inside the guest", cells: ["info", "info", "info", "info", "info", "info"] },
    wayRound: { when: "a disk on a CSV of 2008 R2, product not known to be CSV-aware", cells: ["info", "n-a", "n-a", "n-a", "n-a", "n-a"] },
  },
  statuses: { W08R2: ["pass", "info", "unknown"], W12: ["info", "not-applicable"], W12R2: ["info", "not-applicable"], "W16+": ["info", "not-applicable"] },
  check(_facts, at) {
    if (at.api === "guest-agent") {
      return hit("inGuest", { because: "The backup runs inside the guest; the mode of a CSV is nothing to it.", observed: "Agent in the guest", readings: [] });
    }
    if (at.bucket !== "W08R2") return notApplicable(`The product backs up from the host, and a backup on ${at.release} does not redirect a CSV.`);
    if (at.product.csvAware === "yes") return pass("The backup product is CSV-aware by the policy.", "CSV-aware", []);
    const { answer, paths, missing } = onCsv(at, "disk");
    if (answer === "unknown") return unknown(missing, [], "Whether a disk of the VM lies on a Cluster Shared Volume was not read.");
    if (answer === "no") return pass("No disk of this VM lies on a Cluster Shared Volume.", "None", [{ fact: "vm.disks", reading: "0 disks on a CSV" }]);
    return hit("wayRound", {
      because: "An agent inside the guest would not depend on the redirected CSV.",
      observed: paths.join(", "), readings: [{ fact: "vm.disks", reading: `on a CSV: ${paths.join(", ")}` }], missing,
    });
  },
  fixes(_facts, at, outcome) {
    return outcome.hits.includes("wayRound") ? [agentFix(at, "The host is left as it is; the agent loads the guest while it reads.", "The policy assigns the VM to an agent in the guest.")] : [];
  },
});
