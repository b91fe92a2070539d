import type { Situation } from "../situation";

/** A command that reads one fact and changes nothing. */
export interface Reader {
  /** Path of the fact without list positions, such as `vm.disks.chain`; it also reads what lies below. */
  fact: string;
  /** An order: "Read the disks of the VM". */
  title: string;
  where: "host" | "guest" | "cluster" | "file-server";
  shell?: "cmd";
  /** PowerShell on Windows Server 2012 and later hosts, or in a Windows guest. */
  command(at: Situation): string;
  /** The form for 2008 and 2008 R2 hosts, which have neither Hyper-V cmdlets nor CIM; null where the fact does not exist there. */
  old?: ((at: Situation) => string) | null;
  /** The form inside Linux and BSD guests. */
  linux?: string;
  bsd?: string;
  /** What a person should know before running it. */
  note?: string;
}

/** The VM's GUID for WMI filters; anything else is never put into a query. */
function guidOf(at: Situation): string {
  return at.vmId !== null && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(at.vmId) ? at.vmId.toUpperCase() : "VM id was not read";
}

/** One class of the WMI provider of 2008 R2 (v1), rows of this VM only. `like` for classes whose key only contains the id. */
export function wmi1(at: Situation, className: string, property: string, like = false): string {
  const filter = like ? `${property} LIKE '%${guidOf(at)}%'` : `${property}='${guidOf(at)}'`;
  return `Get-WmiObject -Namespace root\\virtualization -Class ${className} -Filter "${filter}"`;
}

/** The same on Server 2012 and later (v2). */
export function wmi2(at: Situation, className: string, property: string): string {
  return `Get-CimInstance -Namespace root\\virtualization\\v2 -ClassName ${className} -Filter "${property}='${guidOf(at)}'"`;
}
