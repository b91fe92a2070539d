import { type Fix, quote } from "../fix";
import { moveStorage } from "../moves";
import { hit, type Missing, notApplicable, pass, type Reading, unknown } from "../outcome";
import { defineRequirement } from "../requirement";
import { shareOf } from "../facts/storage";

/** True for a share named by an IPv4 address or an IPv6 literal name instead of a computer name. */
function isByAddress(share: string): boolean {
  const server = share.slice(2).split("\\")[0] ?? "";
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(server) || server.endsWith(".ipv6-literal.net");
}

export const hostSmb = defineRequirement({
  id: "host-smb",
  title: "File servers with VM files can take VSS snapshots for this host",
  why: "A product that uses host VSS asks the file server for the snapshot: through its VSS agent, by name, with rights for the host's account.",
  otherwise: "The backup fails with products that use host VSS; products that use WMI checkpoints do not need the agent.",
  expected: "VSS agent installed, full control for the host's account, share by name",
  hosts: ["W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S3", "S4", "S8", "S14"],
  part: "A",
  asks: "always",
  needs: { host: ["smbShares"], vm: ["disks", "configLocation"] },
  rows: {
    vss: { when: "the product uses host VSS", cells: ["n-a", "will-fail", "will-fail", "will-fail", "will-fail", "will-fail"] },
    wmi: { when: "the product uses WMI checkpoints", cells: ["n-a", "n-a", "n-a", "n-a", "info", "info"] },
  },
  statuses: {
    W08R2: ["not-applicable"], W12: ["pass", "fail", "unknown", "not-applicable"],
    W12R2: ["pass", "fail", "unknown", "not-applicable"], "W16+": ["pass", "fail", "info", "unknown", "not-applicable"],
  },
  check({ host }, at) {
    const row = at.api === "vss" ? "vss" : "wmi";
    const { files } = at;
    if (files === null) return unknown([at.missing("vm", "disks")], [row], "The disks of this VM were not read.");
    const missing: Missing[] = [];
    const readings: Reading[] = [];
    const faults: string[] = [];
    const shares: string[] = [];
    let unplaced = 0;
    for (const file of files) {
      if (file.onSmb === false) continue;
      const share = file.path === null ? null : shareOf(file.path);
      if (share === null) {
        unplaced++;
        missing.push(at.missing("vm", file.disk < 0 ? "configLocation" : `disks[${file.disk}].path`));
      } else if (!shares.includes(share)) shares.push(share);
    }
    if (shares.length === 0 && unplaced === 0) return notApplicable("No file of this VM lies on an SMB share.");
    if (shares.length > 0 && row === "vss" && at.product.supportsSmbVss === "no") faults.push("The backup product takes no snapshots of file shares");
    for (const share of shares) {
      const index = host.smbShares?.findIndex((entry) => entry.share.toLowerCase() === share) ?? -1;
      const known = host.smbShares?.[index];
      if (known?.byAddress === true || isByAddress(share)) faults.push(`${share} is named by address`);
      if (known === undefined) {
        missing.push(at.missing("host", "smbShares"));
        continue;
      }
      readings.push({ fact: "host.smbShares", reading: `${share} vssAgent = ${known.vssAgent ?? "not read"}, hostAccountFullControl = ${known.hostAccountFullControl ?? "not read"}` });
      if (known.vssAgent === "missing") faults.push(`${share} has no VSS agent on its server`);
      else if (known.vssAgent !== "installed") missing.push(at.missing("host", `smbShares[${index}].vssAgent`));
      if (known.hostAccountFullControl === false) faults.push(`${at.hostName}$ lacks full control of ${share}`);
      else if (known.hostAccountFullControl === null) missing.push(at.missing("host", `smbShares[${index}].hostAccountFullControl`));
    }
    if (faults.length > 0) {
      const text = faults.join("; ");
      return hit(row, {
        because: row === "vss" ? `${text}.` : `${text}; WMI checkpoints do not need it.`, observed: text, readings,
        missing: row === "vss" ? missing : [], open: row === "vss" && missing.length > 0 ? [row] : [], subject: { shares },
      });
    }
    // RCT and WMI products ask nothing of host VSS, so what was not read of the file server is not needed [S8].
    if (row === "wmi" && unplaced === 0) return pass(`Files lie on ${shares.join(", ")}; WMI checkpoints ask nothing of the file server.`, shares.join(", "), readings);
    if (missing.length > 0) return unknown(missing, [row], `What the file server offers for ${shares.join(", ") || "the VM's share"} was not read.`, readings);
    return pass(`${shares.join(", ")}: VSS agent, rights and name are in order.`, shares.join(", "), readings);
  },
  fixes(_facts, at, outcome) {
    const shares = outcome.subject?.["shares"];
    const list = Array.isArray(shares) ? shares : [];
    const proof = "The next inventory reads vssAgent installed and full control for every share with files of the VM.";
    const fixes: Fix[] = [];
    for (const share of list) {
      const [server = "the file server", name = ""] = String(share).slice(2).split("\\");
      if (outcome.observed.includes(`${share} has no VSS agent`)) {
        fixes.push({
          title: "Install the File Server VSS Agent Service", runsOn: "file-server", target: server, shell: "powershell", command: "Install-WindowsFeature FS-VSS-Agent",
          gui: [], downtime: "none", risk: { level: "low", why: "A role service; the shares stay connected." }, undo: "Uninstall-WindowsFeature FS-VSS-Agent", proof,
        });
      }
      if (outcome.observed.includes(`lacks full control of ${share}`)) {
        const account = quote(`${at.hostName}$`);
        fixes.push({
          title: "Give the host's account full control of the share", runsOn: "file-server", target: server, shell: "powershell",
          command: `$account = (Get-CimInstance Win32_ComputerSystem).Domain.Split('.')[0] + '\\' + ${account}\nGrant-SmbShareAccess -Force -Name ${quote(name)} -AccountName $account -AccessRight Full\nicacls (Get-SmbShare -Name ${quote(name)}).Path /grant "\${account}:(OI)(CI)F"\nAdd-LocalGroupMember -Group 'Backup Operators' -Member $account`,
          gui: [], downtime: "none", risk: { level: "medium", why: "The account of the host may then write to the whole share; a cluster's account needs the same." },
          undo: `Revoke-SmbShareAccess -Force -Name ${quote(name)} -AccountName $account`, proof,
        });
      }
    }
    if (outcome.observed.includes("by address")) fixes.push(moveStorage(at, { title: "Attach the files by the server's name", onto: "the same share, named by the file server", proof: "The next inventory reads no share that is named by address." }));
    if (fixes.length === 0) fixes.push(moveStorage(at, { title: "Move the VM's files to a volume of the host", onto: "an NTFS or ReFS volume of the host", proof: "The next inventory reads no file of the VM on a share." }));
    return fixes;
  },
});
