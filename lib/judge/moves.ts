import { type Fix, vmById } from "./fix";
import type { Situation } from "./situation";

/** What a move of the VM's files must reach, and how the next inventory proves it. */
export interface Move {
  title: string;
  /** What the new folder must lie on: "an NTFS or ReFS volume". */
  onto: string;
  proof: string;
}

/** Moves all files of the VM to another place: live from 2012 on, by hand with the VM off on 2008 R2. */
export function moveStorage(at: Situation, { title, onto, proof }: Move): Fix {
  const shared = { title, runsOn: "host" as const, target: at.hostName, proof };
  if (at.bucket === "W08R2" || at.bucket === null) {
    return {
      ...shared, shell: "none", command: null, downtime: "vm-off",
      gui: [{ tool: "Hyper-V Manager", path: `Shut down ${at.vmName}; move its files to ${onto}; then Settings > each hard drive > Browse to the new place` }],
      risk: { level: "medium", why: "The files are moved by hand; a disk left unattached keeps the VM from starting." },
      undo: "Move the files back and attach them from the old place.",
    };
  }
  return {
    ...shared, shell: "powershell", downtime: "data-move",
    command: `$folder = Read-Host 'New folder for this VM, on ${onto}'\n${vmById(at.vmId)} | Hyper-V\\Move-VMStorage -DestinationStoragePath $folder`,
    gui: [{ tool: "Hyper-V Manager", path: `${at.vmName} > Move > Move the virtual machine's storage > to a folder on ${onto}` }],
    risk: { level: "low", why: "The VM keeps running; the copy loads both volumes and needs the room twice until it ends." },
    undo: "The same line with the old folder.",
  };
}

/** Backs the VM up by software inside the guest, which asks nothing of the host. */
export function backUpInGuest(at: Situation, proof: string): Fix {
  return {
    title: "Back up this VM by an agent inside the guest", runsOn: "guest", target: at.vmName, shell: "none", command: null,
    gui: [{ tool: "Guest", path: "Install the agent of the backup product in the guest, then assign the VM to it in the policy (api = guest-agent)" }],
    downtime: "project", risk: { level: "low", why: "The host is left as it is; the agent loads the guest while it reads." },
    undo: "Remove the agent and assign the VM to the host-based product again.", proof,
  };
}
