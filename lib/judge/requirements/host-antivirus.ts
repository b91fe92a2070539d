import { quote } from "../fix";
import { hit, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

export const hostAntivirus = defineRequirement({
  id: "host-antivirus",
  title: "Antivirus on the host leaves the VM's files and vmms.exe, vmwp.exe alone",
  why: "A scanner that locks a disk file blocks the checkpoint or its merge (0x80070020).",
  otherwise: "Backups fail now and then, and checkpoint files stay behind.",
  expected: "Exclusions present",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S25", "S26"],
  part: "F",
  asks: "always",
  needs: { host: ["antivirusExclusions"] },
  rows: { missing: { when: "no exclusions", cells: ["warn", "warn", "warn", "warn", "warn", "warn"] } },
  statuses: { W08R2: ["pass", "warning", "unknown"], W12: ["pass", "warning", "unknown"], W12R2: ["pass", "warning", "unknown"], "W16+": ["pass", "warning", "unknown"] },
  check({ host }, at) {
    const word = host.antivirusExclusions;
    const readings = [{ fact: "host.antivirusExclusions", reading: word ?? "not read" }];
    if (word === "present") return pass(`Antivirus on ${at.hostName} excludes the files and processes of Hyper-V.`, "Present", readings);
    if (word === "missing") return hit("missing", { because: `Antivirus on ${at.hostName} has no exclusions for Hyper-V.`, observed: "Missing", readings });
    return unknown([at.missing("host", "antivirusExclusions")], [], "The antivirus exclusions of the host were not read.");
  },
  fixes(_facts, at) {
    const folders = new Set<string>();
    for (const file of at.files ?? []) {
      if (file.path === null) continue;
      const folder = file.what === "configuration" ? file.path : file.path.slice(0, Math.max(0, file.path.lastIndexOf("\\")));
      // A whole drive is no folder of the VM; excluding it would blind the scanner.
      if (folder.length > 3) folders.add(folder);
    }
    const paths = [...folders];
    const shared = {
      title: "Exclude the VM's folders, vmms.exe and vmwp.exe", runsOn: "host" as const, target: at.hostName, downtime: "none" as const,
      risk: { level: "low" as const, why: "These files are then scanned only inside the guest." }, proof: "The next inventory reads antivirusExclusions = present.",
    };
    const byHand = { ...shared, shell: "none" as const, command: null, gui: [{ tool: "Hyper-V Manager" as const, path: `In the antivirus product on ${at.hostName}: exclude ${[...paths, "vmms.exe", "vmwp.exe"].join(", ")}` }], undo: "Remove the exclusions again." };
    if (at.bucket !== "W16+") return [byHand];
    const list = paths.length === 0 ? "" : ` -ExclusionPath ${paths.map(quote).join(", ")}`;
    const of = `-ExclusionProcess 'vmms.exe', 'vmwp.exe'${list}`;
    return [{ ...shared, shell: "powershell", command: `Add-MpPreference ${of}`, gui: byHand.gui, undo: `Remove-MpPreference ${of}` }];
  },
});
