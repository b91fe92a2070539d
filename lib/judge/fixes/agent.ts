import type { Fix } from "../fix";

/** The fix that always remains for data that the host cannot see: an agent inside the guest. `what` names that data. */
export function backUpInGuest(vmName: string, what: string): Fix {
  return {
    title: `Back up ${what} with an agent inside the guest`,
    runsOn: "guest", target: vmName, shell: "none", command: null,
    gui: [{ tool: "Guest", path: `${vmName}: install the agent of your backup product and choose ${what}` }],
    downtime: "none", risk: { level: "low", why: "An agent reads only; its installation may ask for a restart." },
    undo: "Uninstall the agent.",
    proof: "The policy names an agent (product.api = guest-agent) for this VM; the next judgement then leaves the host's disks out.",
  };
}
