import type { Fix } from "./fix";
import type { Situation } from "./situation";

type Given = Omit<Fix, "runsOn" | "target" | "shell" | "command" | "gui"> & Partial<Pick<Fix, "shell" | "command" | "gui">>;

/** A mend inside the guest: PowerShell, run by an administrator of the guest, unless told otherwise. */
export function guestFix(at: Situation, of: Given): Fix {
  const command = of.command ?? null;
  return { gui: [], ...of, command, shell: of.shell ?? (command === null ? "none" : "powershell"), runsOn: "guest", target: at.vmName };
}

/** What stays when the guest cannot take part: an agent inside it. */
export function agentFix(at: Situation, why: string, proof: string): Fix {
  return guestFix(at, {
    title: "Back this VM up with an agent inside the guest",
    gui: [{ tool: "Guest", path: "Install the agent of your backup product and set product.api = guest-agent for this VM in the policy" }],
    downtime: "project", risk: { level: "medium", why }, undo: "Remove the agent and the assignment.", proof,
  });
}
