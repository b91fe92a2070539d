import { isKnownAbsent } from "@/lib/inventory/fact";
import { diskName, extensionOf, isVhdSet } from "../facts/chain";
import { type Fix, quote, vmById } from "../fix";
import { backUpInGuest } from "../fixes/agent";
import { hit, type Missing, notApplicable, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";
import { isPassThrough } from "../facts/storage";

export const diskNoSharedVhdx = defineRequirement({
  id: "disk-no-shared-vhdx",
  title: "No VHDX is shared between VMs",
  why: "Checkpoints are not supported on a shared VHDX; only a VHD Set can be backed up with all its guests at one moment.",
  otherwise: "On 2012 R2 the copy is crash-consistent at best; from 2016 on the backup of this VM fails.",
  expected: "Persistent reservations off on every VHDX",
  hosts: ["W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S35", "S40", "S26"],
  part: "A",
  asks: "always",
  needs: { vm: ["disks"] },
  rows: { shared: { when: "a VHDX with persistent reservations", cells: ["n-a", "n-a", "live-crash", "live-crash", "will-fail", "will-fail"] } },
  statuses: {
    W08R2: ["not-applicable"], W12: ["not-applicable"],
    W12R2: ["pass", "fail", "unknown", "not-applicable"], "W16+": ["pass", "fail", "unknown", "not-applicable"],
  },
  check({ vm }, at) {
    if (vm.disks === null) return unknown([at.missing("vm", "disks")], ["shared"], "The disks of this VM were not read.");
    if (vm.disks.length === 0) return notApplicable("The VM has no disk.");
    const shared: string[] = [];
    const paths: string[] = [];
    const missing: Missing[] = [];
    for (let index = 0; index < vm.disks.length; index++) {
      const disk = vm.disks[index];
      if (disk === undefined || disk.persistentReservations === false || isPassThrough(disk) === true) continue;
      const set = isVhdSet(disk);
      if (set === true) continue;
      const extension = disk.path === null ? "" : extensionOf(disk.path);
      if (extension === "vhd" || extension === "avhd" || extension === "vhdpmem") continue;
      if (disk.persistentReservations === null) {
        const gap = at.missing("vm", `disks[${index}].persistentReservations`);
        if (!isKnownAbsent(gap.reason)) missing.push(gap);
      } else if (set === null) missing.push(at.missing("vm", `disks[${index}].kind`));
      else {
        shared.push(diskName(disk, index));
        if (disk.path !== null) paths.push(disk.path);
      }
    }
    if (shared.length > 0) {
      return hit("shared", {
        because: `${shared.length} shared VHDX (${shared[0] ?? ""}); ${at.bucket === "W16+" ? `${at.release} cannot checkpoint it` : "crash-consistent at best"}.`,
        observed: shared.join(", "), readings: [{ fact: "vm.disks", reading: `SupportPersistentReservations = True: ${shared.join(", ")}` }],
        missing, open: missing.length > 0 ? ["shared"] : [], subject: { paths },
      });
    }
    if (missing.length > 0) return unknown(missing, ["shared"], `Whether ${missing.length} of ${vm.disks.length} disks are shared was not read.`);
    return pass("No VHDX is shared between VMs.", "none shared", [{ fact: "vm.disks", reading: "SupportPersistentReservations = True on no VHDX" }]);
  },
  fixes(_facts, at, outcome) {
    if (at.bucket !== "W16+") return [backUpInGuest(at.vmName, "the shared disk")];
    const paths = outcome.subject?.["paths"];
    return (Array.isArray(paths) ? paths : []).map((path: string): Fix => {
      const set = path.replace(/\.[^.\\]*$/, ".vhds");
      const vm = vmById(at.vmId);
      return {
        title: "Convert the shared VHDX to a VHD Set",
        runsOn: "host", target: at.hostName, shell: "powershell",
        command: `${vm} | Hyper-V\\Stop-VM\n${vm} | Hyper-V\\Get-VMHardDiskDrive | Where-Object Path -eq ${quote(path)} | Hyper-V\\Remove-VMHardDiskDrive\nHyper-V\\Convert-VHD -Path ${quote(path)} -DestinationPath ${quote(set)}\n${vm} | Hyper-V\\Add-VMHardDiskDrive -Path ${quote(set)} -SupportPersistentReservations\n${vm} | Hyper-V\\Start-VM`,
        gui: [{ tool: "Hyper-V Manager", path: "Edit Disk > Convert > VHD Set, with every VM of the guest cluster off; then attach the .vhds as a shared drive" }],
        downtime: "vm-off", risk: { level: "medium", why: "Every VM of the guest cluster is off, and each of them needs the first, second, fourth and fifth line; convert once." },
        undo: "Remove the .vhds from the VMs and attach the .vhdx again; it is kept.",
        proof: "The next inventory reads kind = vhdset for this disk.",
      };
    });
  },
});
