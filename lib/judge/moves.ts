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
