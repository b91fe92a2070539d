import type { CollectorKind } from "@/lib/collectors/contract";
import { quote } from "@/lib/judge/fix";

export interface EnrolmentTarget {
  /** As hosts reach the dashboard. */
  server: string;
  code: string;
  kind: CollectorKind;
}
export interface EnrolWay {
  id: "here" | "cluster" | "list" | "deployment";
  title: string;
  where: string;
  command: string;
}

const MODULES = "C:\\Program Files\\WindowsPowerShell\\Modules";

/** Copies the module to each host over remoting, then enrols it there. `hosts` is an expression that gives names. */
function overRemoting(hosts: string, { server, code }: EnrolmentTarget): string {
  return [
    `$server = ${quote(server)}`,
    `$code = ${quote(code)}`,
    `$sessions = New-PSSession -ComputerName ${hosts}`,
    `foreach ($session in $sessions) { Copy-Item -LiteralPath ${quote(`${MODULES}\\Quiesce`)} -Destination ${quote(MODULES)} -ToSession $session -Recurse -Force }`,
    "Invoke-Command -Session $sessions -ScriptBlock { Import-Module Quiesce; Register-QuiesceCollector -Server $using:server -Code $using:code -Confirm:$false }",
    "Remove-PSSession -Session $sessions",
  ].join("\n");
}

/** The command for each way to bring collectors to hosts; every value stands in a single-quoted string and is data. */
export function enrolWays(target: EnrolmentTarget): EnrolWay[] {
  const { server, code, kind } = target;
  const ofKind = kind === "host" ? "" : ` -Kind ${kind}`;
  const here: EnrolWay = {
    id: "here", title: kind === "host" ? "This host" : "This management server", where: "In an elevated PowerShell on the machine itself, with the module in its folder of modules.",
    command: `Import-Module Quiesce\nRegister-QuiesceCollector -Server ${quote(server)} -Code ${quote(code)}${ofKind}`,
  };
  if (kind !== "host") return [here];
  return [
    here,
    { id: "cluster", title: "A cluster", where: "On one node that has the module, as an administrator of all nodes. The code needs a use for each node.", command: overRemoting("(Get-ClusterNode).Name", target) },
    { id: "list", title: "A list of hosts over remoting", where: "On a machine that has the module; hosts.txt holds one name a line. The code needs a use for each host.", command: overRemoting("(Get-Content -LiteralPath '.\\hosts.txt')", target) },
    {
      id: "deployment", title: "Group Policy or a deployment tool", where: "As a startup script or a package that runs as SYSTEM. The share holds the module and code.txt with the code, readable by the hosts alone.",
      command: [
        "$share = '\\\\server\\share\\Quiesce'",
        "if (-not (Test-Path -LiteralPath \"$env:ProgramData\\Quiesce\\credential.bin\")) {",
        `    Copy-Item -LiteralPath "$share\\Quiesce" -Destination ${quote(MODULES)} -Recurse -Force`,
        "    Import-Module Quiesce",
        `    Register-QuiesceCollector -Server ${quote(server)} -CodeFile "$share\\code.txt" -Confirm:$false`,
        "}",
      ].join("\n"),
    },
  ];
}
