import { guestFix } from "../guest-fix";
import { checkServices, type ServiceRule } from "../facts/guest-service-check";
import { mustBeUsable } from "../facts/guest-services";
import { defineRequirement } from "../requirement";

const RULES: readonly ServiceRule[] = [{ name: "VSS", rule: mustBeUsable }];

export const guestSvcVss = defineRequirement({
  id: "guest-svc-vss",
  title: "The Volume Shadow Copy service of the guest is not disabled",
  why: "VSS starts on demand and stops when idle; only Disabled keeps it from starting.",
  otherwise: "The guest cannot flush: saved state up to Server 2012, from 2012 R2 on a copy like after a power cut.",
  expected: "VSS StartMode is not Disabled; it need not run",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows"],
  sources: ["S34", "S1"],
  part: "C-static",
  asks: "running",
  needs: { guest: ["services"] },
  rows: { service: { when: "VSS is disabled", cells: ["saved-state", "saved-state", "live-crash", "will-fail", "live-crash", "will-fail"] } },
  statuses: {
    W08R2: ["pass", "fail", "unknown", "not-applicable"], W12: ["pass", "fail", "unknown", "not-applicable"],
    W12R2: ["pass", "fail", "unknown", "not-applicable"], "W16+": ["pass", "fail", "unknown", "not-applicable"],
  },
  check({ guest }, at) {
    return checkServices(guest.services, RULES, at, "no snapshot can start in the guest.");
  },
  fixes(_facts, at) {
    return [guestFix(at, {
      title: "Let the Volume Shadow Copy service start on demand", command: "Set-Service -Name VSS -StartupType Manual",
      gui: [{ tool: "Guest", path: "services.msc > Volume Shadow Copy > Startup type Manual" }],
      downtime: "none", risk: { level: "low", why: "Manual is the start type that Windows ships with." }, undo: "Set-Service -Name VSS -StartupType Disabled",
      proof: "The next inventory reads start mode Manual for VSS.",
    })];
  },
});
