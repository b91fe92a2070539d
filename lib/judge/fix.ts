export type Downtime = "none" | "service-restart" | "guest-reboot" | "vm-off" | "data-move" | "project";
export type Risk = "low" | "medium" | "high";

/** A mend for one finding on one VM. A read-only command that settles an unknown finding has `readOnly: true`. */
export interface Fix {
  /** An order: "Enable the backup service". */
  title: string;
  runsOn: "host" | "guest" | "cluster" | "file-server" | "management-server" | "anywhere";
  /** Name of the machine it runs on, as read. */
  target: string;
  shell: "powershell" | "cmd" | "sh" | "none";
  /** Exact command for this VM, chosen by Id; null where only a GUI or a project mends it. */
  command: string | null;
  /** GUI paths by tool. */
  gui: { tool: "Hyper-V Manager" | "Failover Cluster Manager" | "SCVMM" | "Guest"; path: string }[];
  downtime: Downtime;
  risk: { level: Risk; why: string };
  /** Said first when the fix destroys data. */
  destroysData?: string;
  undo: string;
  /** How the next inventory proves it: the fact and the value that will be read. */
  proof: string;
  readOnly?: boolean;
}

const SINGLE_QUOTES = /['\u2018\u2019\u201A\u201B]/g;

/** A PowerShell single-quoted literal; PowerShell ends such a literal at any of five quote characters, so each is doubled. */
export function quote(value: string): string {
  return `'${value.replace(SINGLE_QUOTES, "$&$&")}'`;
}

/** `Get-VM -Id '<guid>'`: the only way a fix chooses a VM; -Name takes wildcards, -Id does not. The id is checked first. */
export function vmById(id: string | null): string {
  if (id === null || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return "Get-VM -Id '<VM id was not read>'";
  return `Hyper-V\\Get-VM -Id '${id}'`;
}
