import { vmById } from "../fix";
import { hit, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";
import { compareVersions, versionParts } from "../facts/version-number";

/** Asked of a product whose own minimum is not known: the version that every tool with change tracking takes. */
const MINIMUM_UNKNOWN = "8.0";

export const vmConfigVersion = defineRequirement({
  id: "vm-config-version",
  title: "The configuration version allows change tracking",
  why: "Versions up to 5.0 may go back to 2012 R2, which has no change tracking, so Hyper-V uses differencing disks for the whole backup. Products ask for a minimum of their own.",
  otherwise: "The backup stays live but is slower and needs more space.",
  expected: "Version at least the product's minimum (8.0 when it is not known)",
  hosts: ["W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S5", "S9", "S11", "S74"],
  part: "F",
  asks: "always",
  needs: { vm: ["version"] },
  rows: {
    oldStyle: { when: "version below 6.2", cells: ["n-a", "n-a", "n-a", "n-a", "warn", "warn"] },
    belowProduct: { when: "version 6.2 or later but below the product's minimum, or below 8.0 when that is not known", cells: ["n-a", "n-a", "n-a", "n-a", "warn", "warn"] },
  },
  statuses: { W08R2: ["not-applicable"], W12: ["not-applicable"], W12R2: ["not-applicable"], "W16+": ["pass", "warning", "unknown"] },
  check({ vm }, at) {
    const { version } = vm;
    if (version === null) return unknown([at.missing("vm", "version")], [], "The configuration version was not read.");
    const told = at.product.rctMinVersion;
    const minimum = told === "unknown" || versionParts(told) === null ? MINIMUM_UNKNOWN : told;
    const readings = [{ fact: "vm.version", reading: version }];
    const toOldest = compareVersions(version, "6.2");
    const toMinimum = compareVersions(version, minimum);
    if (toOldest === null || toMinimum === null) return unknown([{ fact: "vm.version", reason: "ambiguous", text: version }], [], `The configuration version reads ${version}, which is none.`, readings);
    if (toOldest < 0) return hit("oldStyle", { because: `Version ${version} has no change tracking; the backup is live but slower.`, observed: version, expected: `At least ${minimum}`, readings });
    if (toMinimum < 0) {
      const whose = told === "unknown" ? "which some products ask for" : "the product's minimum";
      return hit("belowProduct", { because: `Version ${version} is below ${minimum}, ${whose}; the backup is slower.`, observed: version, expected: `At least ${minimum}`, readings });
    }
    return pass(`Version ${version} is at least ${minimum}.`, version, readings);
  },
  fixes(_facts, at) {
    const choose = vmById(at.vmId);
    return [{
      title: "Shut the VM down and upgrade its configuration version",
      runsOn: "host", target: at.hostName, shell: "powershell",
      command: `${choose} | Hyper-V\\Stop-VM\n${choose} | Hyper-V\\Update-VMVersion\n${choose} | Hyper-V\\Start-VM`,
      gui: [{ tool: "Hyper-V Manager", path: `Shut down ${at.vmName}; Action > Upgrade Configuration Version` }],
      downtime: "vm-off", risk: { level: "medium", why: "One way: an older host cannot run the VM again. In a cluster only after its functional level is raised." },
      undo: "None; restore the VM from a backup made before.", proof: "The next inventory reads the new Version.",
    }];
  },
});
