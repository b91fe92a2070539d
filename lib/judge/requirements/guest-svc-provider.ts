import { guestFix } from "../guest-fix";
import { badServices, checkServices, type ServiceRule } from "../facts/guest-service-check";
import { mustBeUsable } from "../facts/guest-services";
import { defineRequirement } from "../requirement";

const RULES: readonly ServiceRule[] = [{ name: "COMSysApp", rule: mustBeUsable }, { name: "swprv", rule: mustBeUsable }];

export const guestSvcProvider = defineRequirement({
  id: "guest-svc-provider",
  title: "COM+ System Application and the software shadow provider are not disabled",
  why: "The snapshot inside the guest is made by the software shadow copy provider, which starts on demand.",
  otherwise: "The guest cannot flush: saved state up to Server 2012, from 2012 R2 on a copy like after a power cut.",
  expected: "COMSysApp and swprv StartMode is not Disabled",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows"],
  sources: ["S1", "S34"],
  part: "C-static",
  asks: "running",
  needs: { guest: ["services"] },
  rows: { service: { when: "COMSysApp or swprv is disabled", cells: ["saved-state", "saved-state", "live-crash", "will-fail", "live-crash", "will-fail"] } },
  statuses: {
    W08R2: ["pass", "fail", "unknown", "not-applicable"], W12: ["pass", "fail", "unknown", "not-applicable"],
    W12R2: ["pass", "fail", "unknown", "not-applicable"], "W16+": ["pass", "fail", "unknown", "not-applicable"],
  },
  check({ guest }, at) {
    return checkServices(guest.services, RULES, at, "no snapshot can be made in the guest.");
  },
  fixes(_facts, at, outcome) {
    const bad = badServices(outcome, RULES);
    return [guestFix(at, {
      title: `Let ${bad.join(" and ")} start on demand`, command: bad.map((name) => `Set-Service -Name ${name} -StartupType Manual`).join("\n"),
      gui: [{ tool: "Guest", path: "services.msc > COM+ System Application, Microsoft Software Shadow Copy Provider > Startup type Manual" }],
      downtime: "none", risk: { level: "low", why: "Manual is the start type that Windows ships with." }, undo: bad.map((name) => `Set-Service -Name ${name} -StartupType Disabled`).join("\n"),
      proof: `The next inventory reads start mode Manual for ${bad.join(" and ")}.`,
    })];
  },
});
