import { guestFix } from "../guest-fix";
import { hit, pass, unknown } from "../outcome";
import { defineRequirement, everywhere } from "../requirement";

const FAILING: ReadonlySet<string> = new Set(["Disabled", "NoContact", "Error", "LostCommunication", "Paused"]);

export const icHeartbeat = defineRequirement({
  id: "ic-heartbeat",
  title: "The guest's heart beats",
  why: "A guest that hangs or still boots cannot flush in time.",
  otherwise: "A warning; whether the guest can flush is judged by ic-vss-responding.",
  expected: "OkApplicationsHealthy, OkApplicationsUnknown or OkApplicationsCritical",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S47", "S48", "S63"],
  part: "F",
  asks: "running",
  needs: { vm: ["heartbeat"] },
  rows: { none: { when: "heartbeat disabled, no contact, error, lost or paused", cells: everywhere("warn") } },
  statuses: { W08R2: ["pass", "warning", "unknown"], W12: ["pass", "warning", "unknown"], W12R2: ["pass", "warning", "unknown"], "W16+": ["pass", "warning", "unknown"] },
  check({ vm }, at) {
    const { heartbeat } = vm;
    if (heartbeat === null) return unknown([at.missing("vm", "heartbeat")], [], "The heartbeat was not read.");
    const readings = [{ fact: "vm.heartbeat", reading: heartbeat }];
    if (heartbeat.startsWith("OkApplications")) return pass(`The heartbeat is ${heartbeat}.`, heartbeat, readings);
    if (!FAILING.has(heartbeat)) return unknown([{ fact: "vm.heartbeat", reason: "ambiguous", text: heartbeat }], [], `The heartbeat reads ${heartbeat}, which settles nothing.`, readings);
    return hit("none", { because: `The heartbeat is ${heartbeat}; the guest may hang, still boot or lack the service.`, observed: heartbeat, readings });
  },
  fixes(_facts, at) {
    const windows = at.family === "windows";
    const proof = "The next inventory reads a heartbeat that begins with OkApplications.";
    return [guestFix(at, {
      title: "Restart the heartbeat service, or the guest if it hangs", command: windows ? "Restart-Service -Name vmicheartbeat" : null,
      gui: [{ tool: "Guest", path: windows ? "services.msc > Hyper-V Heartbeat Service > Restart" : "Look at the console of the guest; restart it if it hangs" }],
      downtime: windows ? "service-restart" : "guest-reboot", risk: { level: "low", why: "The service only answers the host." }, undo: "Nothing to undo.", proof,
    })];
  },
});
