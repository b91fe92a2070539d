import { folderOf } from "../facts/chain";
import type { Fix } from "../fix";
import { quote } from "../fix";
import { hit, type Missing, notApplicable, pass, unknown } from "../outcome";
import { defineRequirement, everywhere } from "../requirement";
import type { Situation } from "../situation";
import { isVolumeRoot } from "../facts/volume-root";

/** Whether all files of the VM lie on SMB, where the host's machine account needs the rights instead; null when unread. */
function allOnSmb(at: Situation): boolean | null {
  if (at.files === null) return null;
  if (at.files.length === 0) return false;
  let open = false;
  for (const file of at.files) {
    if (file.onSmb === false) return false;
    if (file.onSmb === null) open = true;
  }
  return open ? null : true;
}

function grant(at: Situation): string | null {
  if (at.vmId === null || at.files === null) return null;
  const account = `NT VIRTUAL MACHINE\\${at.vmId}`;
  const lines = new Set<string>();
  for (const file of at.files) {
    if (file.what !== "disk" || file.path === null || file.onSmb === true) continue;
    const folder = folderOf(file.path);
    // In a root the grant stays with the file: /T there would give the VM the whole volume.
    if (folder !== "") lines.add(isVolumeRoot(folder, file.volume?.path ?? null) ? `icacls ${quote(file.path)} /grant '${account}:F'` : `icacls ${quote(folder)} /grant '${account}:F' /T`);
  }
  return lines.size === 0 ? null : [...lines].join("\n");
}

function word(value: boolean | null): string {
  return value === null ? "not read" : value ? "yes" : "no";
}

export const vmAcl = defineRequirement({
  id: "vm-acl",
  title: "The VM's account has its rights",
  why: "A checkpoint and its merge run as the VM's own account; without full control of the files they end in 0x80070005.",
  otherwise: "The backup fails, or a checkpoint file is left behind.",
  expected: "Full control for NT VIRTUAL MACHINE\\<VM id>; S-1-5-83-0 logs on as a service",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S24", "S25", "S26"],
  part: "A",
  asks: "always",
  needs: { host: ["virtualMachinesServiceLogon"], vm: ["acl", "disks"] },
  rows: { rights: { when: "account rights or log-on right missing, not all files on SMB", cells: everywhere("will-fail") } },
  statuses: {
    W08R2: ["pass", "fail", "unknown"], W12: ["pass", "fail", "unknown", "not-applicable"],
    W12R2: ["pass", "fail", "unknown", "not-applicable"], "W16+": ["pass", "fail", "unknown", "not-applicable"],
  },
  check({ host, vm }, at) {
    const smb = allOnSmb(at);
    if (smb === true) return notApplicable("All files lie on SMB; there the host's machine account needs the rights (host-smb).");
    const rights = vm.acl === null ? null : vm.acl.vmAccountFullControl;
    const logon = host.virtualMachinesServiceLogon;
    const missing: Missing[] = [];
    if (rights === null) missing.push(at.missing("vm", vm.acl === null ? "acl" : "acl.vmAccountFullControl"));
    if (logon === null) missing.push(at.missing("host", "virtualMachinesServiceLogon"));
    const readings = [{ fact: "vm.acl", reading: `full control: ${word(rights)}` }, { fact: "host.virtualMachinesServiceLogon", reading: word(logon) }];
    if (rights === false || logon === false) {
      if (smb === null) return unknown([at.missing("vm", vm.disks === null ? "disks" : "disks[0].path"), ...missing], ["rights"], "Rights are missing, but where the files of this VM lie was not read.", readings);
      const because = rights === false ? "The VM's account lacks full control of its files; a merge ends in 0x80070005."
        : "NT VIRTUAL MACHINE\\Virtual Machines (S-1-5-83-0) cannot log on as a service.";
      return hit("rights", { because, observed: rights === false ? "No full control" : "No log-on right", readings, missing, subject: { rights: word(rights), logon: word(logon) } });
    }
    if (missing.length > 0) return unknown(missing, [], "Rights on the VM's files or the log-on right were not read.", readings);
    return pass("The VM's account has full control and may log on as a service.", "Granted", readings);
  },
  fixes(_facts, at, outcome) {
    const proof = "The next inventory reads full control and the log-on right as granted.";
    const fixes: Fix[] = [];
    if (outcome.subject?.["rights"] === "no") {
      const command = grant(at);
      fixes.push({
        title: "Grant the VM's account full control of its folders", runsOn: "host", target: at.hostName,
        shell: command === null ? "none" : "powershell", command,
        gui: [{ tool: "Hyper-V Manager", path: `${at.vmName} > Settings > Hard Drive > remove the disk and add it again: Hyper-V sets the rights (VM off)` }],
        downtime: "none", risk: { level: "low", why: "Adds one right; other rights stay." },
        undo: "The same line with /remove instead of /grant, without :F.", proof,
      });
    }
    if (outcome.subject?.["logon"] === "no") {
      fixes.push({
        title: "Give Virtual Machines the right to log on as a service", runsOn: "host", target: at.hostName, shell: "cmd", command: "gpupdate /force",
        gui: [{ tool: "Hyper-V Manager", path: "Group Policy > Computer Configuration > Windows Settings > Security Settings > Local Policies > User Rights Assignment > Log on as a service > add S-1-5-83-0; then run the command" }],
        downtime: "none", risk: { level: "low", why: "A domain policy that lists the right without this account takes it away again." },
        undo: "Take the account out of the same policy.", proof,
      });
    }
    return fixes;
  },
});
