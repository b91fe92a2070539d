import type { Fix } from "../fix";
import { guestFix } from "../guest-fix";
import { badServices, checkServices, type ServiceRule } from "../facts/guest-service-check";
import { mustRun, mustRunOrRest } from "../facts/guest-services";
import { defineRequirement } from "../requirement";

const RULES: readonly ServiceRule[] = [
  { name: "EventSystem", rule: mustRun }, { name: "MSDTC", rule: mustRunOrRest }, { name: "RpcSs", rule: mustRun }, { name: "SENS", rule: mustRun },
];

export const guestSvcCore = defineRequirement({
  id: "guest-svc-core",
  title: "The services that VSS stands on run in the guest",
  why: "VSS talks to its writers through COM+ events and RPC; without EventSystem, SENS, RpcSs and MSDTC a snapshot in the guest fails.",
  otherwise: "The guest cannot flush: saved state up to Server 2012, from 2012 R2 on a copy like after a power cut.",
  expected: "EventSystem, RpcSs, SENS running; MSDTC running, or stopped and Manual",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows"],
  sources: ["S1", "S39", "S72"],
  part: "C-static",
  asks: "running",
  needs: { guest: ["services"] },
  rows: { service: { when: "a core service does not run", cells: ["saved-state", "saved-state", "live-crash", "will-fail", "live-crash", "will-fail"] } },
  statuses: {
    W08R2: ["pass", "fail", "unknown", "not-applicable"], W12: ["pass", "fail", "unknown", "not-applicable"],
    W12R2: ["pass", "fail", "unknown", "not-applicable"], "W16+": ["pass", "fail", "unknown", "not-applicable"],
  },
  check({ guest }, at) {
    return checkServices(guest.services, RULES, at, "VSS in the guest fails.");
  },
  fixes(_facts, at, outcome) {
    const bad = badServices(outcome, RULES);
    const fixes: Fix[] = [];
    const running = bad.filter((name) => name === "EventSystem" || name === "SENS");
    if (running.length > 0) {
      fixes.push(guestFix(at, {
        title: `Start ${running.join(" and ")} and let ${running.length === 1 ? "it" : "them"} start by ${running.length === 1 ? "itself" : "themselves"}`,
        command: running.map((name) => `Set-Service -Name ${name} -StartupType Automatic\nStart-Service -Name ${name}`).join("\n"),
        gui: [{ tool: "Guest", path: `services.msc > ${running.join(", ")} > Startup type Automatic, Start` }],
        downtime: "none", risk: { level: "low", why: "The services run by default." }, undo: "Set the former start type and stop the services.",
        proof: `The next inventory reads State Running for ${running.join(" and ")}.`,
      }));
    }
    if (bad.includes("MSDTC")) {
      fixes.push(guestFix(at, {
        title: "Let MSDTC start on demand",
        command: "Set-Service -Name MSDTC -StartupType Manual\n# where applications need it at all times: Set-Service -Name MSDTC -StartupType Automatic; Start-Service -Name MSDTC",
        gui: [{ tool: "Guest", path: "services.msc > Distributed Transaction Coordinator > Startup type Manual" }],
        downtime: "none", risk: { level: "medium", why: "MSDTC may be disabled on purpose by hardening; confirm first." }, undo: "Set the former start type.",
        proof: "The next inventory reads MSDTC Running, or Stopped with start mode Manual.",
      }));
    }
    if (bad.includes("RpcSs")) {
      fixes.push(guestFix(at, {
        title: "Restart the guest", command: "Restart-Computer", gui: [{ tool: "Guest", path: "Start > Restart" }],
        downtime: "guest-reboot", risk: { level: "medium", why: "RpcSs cannot be started or stopped by hand; a Windows without it is not sound." }, undo: "Nothing to undo.",
        proof: "The next inventory reads State Running for RpcSs.",
      }));
    }
    return fixes;
  },
});
