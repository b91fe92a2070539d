import type { Vm } from "@/lib/inventory/document";
import { vmById } from "../fix";
import { hit, type Missing, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";
import { compareVersions } from "../facts/version-number";

/** By the exact builds of the server releases (S11); other builds only by their own list. */
const RANGE_BY_BUILD: Readonly<Record<number, readonly [string, string]>> = {
  14393: ["5.0", "8.0"], 17763: ["5.0", "9.0"], 20348: ["8.0", "10.0"], 26100: ["8.0", "12.0"],
};
/** From here on versions are prerelease (254.0) or experimental (255.0); hosts list them, but they bound no range. */
const PRERELEASE = "254.0";

/** Lowest and highest version of the host's list; null when it holds none that bounds. */
function rangeOf(list: readonly string[]): readonly [string, string] | null {
  let low: string | null = null;
  let high: string | null = null;
  for (const version of list) {
    const toPrerelease = compareVersions(version, PRERELEASE);
    if (toPrerelease === null || toPrerelease >= 0) continue;
    if (low === null || (compareVersions(version, low) ?? 0) < 0) low = version;
    if (high === null || (compareVersions(version, high) ?? 0) > 0) high = version;
  }
  return low === null || high === null ? null : [low, high];
}

function isInside(version: NonNullable<Vm["version"]>, [low, high]: readonly [string, string]): boolean | null {
  const toLow = compareVersions(version, low);
  const toHigh = compareVersions(version, high);
  return toLow === null || toHigh === null ? null : toLow >= 0 && toHigh <= 0;
}

export const vmVersionRange = defineRequirement({
  id: "vm-version-range",
  title: "The host can run the VM's configuration version",
  why: "A VM whose version the host does not support cannot start on it.",
  otherwise: "A VM at rest cannot start on this host. A VM that runs all the same shows that one of the two facts is wrong.",
  expected: "Version inside the host's range",
  hosts: ["W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S11"],
  part: "E",
  asks: "always",
  needs: { host: ["supportedVmVersions"], vm: ["version"] },
  rows: {
    running: { when: "outside the range, Running or Paused", cells: ["n-a", "n-a", "n-a", "n-a", "unknown", "unknown"] },
    atRest: { when: "outside the range, Off or Saved", cells: ["n-a", "n-a", "n-a", "n-a", "offline", "offline"] },
  },
  statuses: { W08R2: ["not-applicable"], W12: ["not-applicable"], W12R2: ["not-applicable"], "W16+": ["pass", "info", "unknown"] },
  check({ host, vm }, at) {
    const { version } = vm;
    const live = at.power === "running" || at.power === "paused";
    const row = live ? "running" : "atRest";
    const open = at.power === null ? ["running", "atRest"] : [row];
    if (version === null) return unknown([at.missing("vm", "version")], open, "The configuration version was not read.");
    const list = host.supportedVmVersions;
    if (list?.includes(version) === true) return pass(`Version ${version} is in the host's list.`, version, [{ fact: "vm.version", reading: version }, { fact: "host.supportedVmVersions", reading: `${list.length} versions` }]);
    const missing: Missing[] = [];
    let range = list === null ? null : rangeOf(list);
    const byBuild = range === null;
    if (range === null) {
      missing.push(list === null ? at.missing("host", "supportedVmVersions") : { fact: "host.supportedVmVersions", reason: "ambiguous", text: list.join(", ") });
      range = at.build === null ? null : RANGE_BY_BUILD[at.build] ?? null;
    }
    const readings = [{ fact: "vm.version", reading: version }, { fact: "host.supportedVmVersions", reading: list?.join(", ") ?? "not read" }];
    if (range === null) return unknown(missing, open, `Build ${at.build ?? "not read"} has no range of its own; the host's list was not read.`, readings);
    const inside = isInside(version, range);
    if (inside === null) return unknown([{ fact: "vm.version", reason: "ambiguous", text: version }], open, `The configuration version reads ${version}, which is none.`, readings);
    const expected = `${range[0]} to ${range[1]}`;
    if (inside) {
      if (byBuild) return unknown(missing, [], `Version ${version} is inside ${expected} of build ${at.build ?? 0}; the host's own list was not read.`, readings);
      return pass(`Version ${version} is inside ${expected}.`, version, readings);
    }
    if (!live && at.power !== "off" && at.power !== "saved") {
      return unknown([...missing, { fact: "vm.state", reason: "ambiguous" }], [], `Version ${version} is outside ${expected}; the State settles what follows.`, readings);
    }
    const because = live
      ? `The VM runs with version ${version} on a host that supports ${expected}; one of the two is wrong.`
      : `Version ${version} cannot start on ${at.hostName} (${expected}).`;
    return hit(row, { because, observed: version, expected, readings, missing, high: true });
  },
  fixes({ vm }, at, outcome) {
    const low = outcome.expected?.split(" ")[0] ?? "";
    const tooOld = vm.version !== null && (compareVersions(vm.version, low) ?? 0) < 0;
    if (outcome.hits.includes("running")) {
      return [{
        title: "Read both versions again", runsOn: "host", target: at.hostName, shell: "powershell", readOnly: true,
        command: `Hyper-V\\Get-VMHostSupportedVersion\n${vmById(at.vmId)} | Select-Object Id, Name, Version, State`,
        gui: [], downtime: "none", risk: { level: "low", why: "Reads only." }, undo: "Nothing to undo.",
        proof: "The next inventory reads a Version inside the host's range.",
      }];
    }
    return [{
      title: tooOld ? "Upgrade the VM's configuration version on a host that runs it" : "Move the VM to a newer host, or attach its disks to a new VM of the same generation",
      runsOn: "host", target: at.hostName, shell: tooOld ? "powershell" : "none", command: tooOld ? `${vmById(at.vmId)} | Hyper-V\\Update-VMVersion` : null,
      gui: [{ tool: "Hyper-V Manager", path: tooOld ? `${at.vmName} > Action > Upgrade Configuration Version` : "New > Virtual Machine > Use an existing virtual hard disk" }],
      downtime: "vm-off", risk: { level: "medium", why: tooOld ? "One way: an older host cannot run the VM again." : "The new VM has a new id; backup jobs must be pointed to it." },
      undo: tooOld ? "None; restore the VM from a backup made before." : "Start the old VM on its old host.", proof: "The next inventory reads a Version inside the host's range.",
    }];
  },
});
