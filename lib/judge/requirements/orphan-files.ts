import { isKnownAbsent } from "@/lib/inventory/fact";
import { fileName, folderOf } from "../facts/chain";
import { type Fix, quote } from "../fix";
import { hit, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";
import { isVolumeRoot } from "../facts/volume-root";

export const orphanFiles = defineRequirement({
  id: "orphan-files",
  title: "No leftover checkpoint or tracking file lies in the VM's folders",
  why: "Failed backups and merges leave .avhdx, .mrt and .rct files behind that fill the volume and block later operations.",
  otherwise: "The backup goes on; room runs out and a later checkpoint or merge can fail.",
  expected: "0 files that nothing refers to",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S25", "S26", "S28"],
  part: "F",
  asks: "always",
  needs: { vm: ["orphanFiles"] },
  rows: { leftover: { when: "files that no disk or checkpoint refers to", cells: ["warn", "warn", "warn", "warn", "warn", "warn"] } },
  statuses: { W08R2: ["pass", "warning", "unknown"], W12: ["pass", "warning", "unknown"], W12R2: ["pass", "warning", "unknown"], "W16+": ["pass", "warning", "unknown"] },
  check({ vm }, at) {
    const files = vm.orphanFiles;
    if (files === null) {
      const why = at.missing("vm", "orphanFiles");
      if (!isKnownAbsent(why.reason)) return unknown([why], [], "The files in the VM's folders were not read.");
    } else if (files.length > 0) {
      return hit("leftover", {
        because: `${files.length} file${files.length === 1 ? "" : "s"} in the VM's folders ${files.length === 1 ? "belongs" : "belong"} to nothing (${fileName(files[0] ?? "")}).`,
        observed: `${files.length} files`, readings: [{ fact: "vm.orphanFiles", reading: files.slice(0, 5).join(", ") }], subject: { files },
      });
    }
    return pass("Every file in the VM's folders belongs to a disk or a checkpoint.", "0 files", [{ fact: "vm.orphanFiles", reading: "none" }]);
  },
  fixes(_facts, at, outcome) {
    const files = outcome.subject?.["files"];
    const list = Array.isArray(files) ? files as readonly string[] : [];
    const folder = folderOf(list[0] ?? "");
    // Beside the VM's folder, not in it: the next inventory looks through all that lies inside.
    const away = isVolumeRoot(folder, null) ? `${folder}\\unreferenced` : `${folder}-unreferenced`;
    const lines = list.slice(0, 20).map((file) => `Move-Item -LiteralPath ${quote(file)} -Destination ${quote(away)}`);
    const fix: Fix = {
      title: "Take a full backup, check that no job runs, then move the files away",
      runsOn: "host", target: at.hostName, shell: "powershell",
      command: [`New-Item -ItemType Directory -Force -Path ${quote(away)}`, ...lines].join("\n"),
      gui: [], downtime: "none",
      risk: { level: "high", why: "A file that is in use after all breaks its disk; a file in use refuses to move. Move first, delete only after a good backup and a restart." },
      undo: "Move the files back to where they were.", proof: "The next inventory reads no orphan file.",
    };
    return [fix];
  },
});
