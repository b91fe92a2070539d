import { hit, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

const WORKING: readonly string[] = ["system", "software", "hardware"];

export const hostVssProvider = defineRequirement({
  id: "host-vss-provider",
  title: "The host has a VSS provider for its volumes",
  why: "A provider makes the snapshot that host VSS asks for; software and hardware providers both serve Cluster Shared Volumes.",
  otherwise: "A product that uses host VSS has nothing to make the snapshot with.",
  expected: "One system, software or hardware provider",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S3", "S4", "S16"],
  part: "F",
  asks: "always",
  needs: { host: ["vssProviders"] },
  rows: { none: { when: "no provider for local volumes", cells: ["warn", "warn", "warn", "warn", "warn", "warn"] } },
  statuses: { W08R2: ["pass", "warning", "unknown"], W12: ["pass", "warning", "unknown"], W12R2: ["pass", "warning", "unknown"], "W16+": ["pass", "warning", "unknown"] },
  check({ host }, at) {
    const list = host.vssProviders;
    if (list === null) return unknown([at.missing("host", "vssProviders")], [], "The VSS providers of the host were not read.");
    let unread = -1;
    for (let index = 0; index < list.length; index++) {
      const provider = list[index];
      if (provider === undefined) continue;
      const type = provider.type?.toLowerCase() ?? null;
      if (type !== null && WORKING.includes(type)) {
        const name = provider.name ?? "a provider without a name";
        return pass(`${at.hostName} has ${name}.`, `${name} (${type})`, [{ fact: "host.vssProviders", reading: `${list.length} listed; ${name}, ${type}` }]);
      }
      if (type !== "fileshare") unread = index;
    }
    if (unread >= 0) return unknown([at.missing("host", `vssProviders[${unread}].type`)], [], "The type of a VSS provider was not read.");
    return hit("none", {
      because: `${at.hostName} lists no VSS provider for its volumes${list.length > 0 ? `, only ${list.length} for file shares` : ""}.`,
      observed: "None", readings: [{ fact: "host.vssProviders", reading: `${list.length} listed, 0 for volumes` }],
    });
  },
  fixes(_facts, at) {
    return [{
      title: "Set the services of the Microsoft provider to start on demand", runsOn: "host", target: at.hostName, shell: "powershell",
      command: "Set-Service swprv -StartupType Manual; Set-Service VSS -StartupType Manual\nvssadmin list providers",
      gui: [], downtime: "none", risk: { level: "low", why: "Manual is the start type that Windows ships with." },
      undo: "Set the old start type.", proof: "The next inventory lists the Microsoft Software Shadow Copy provider.",
    }];
  },
});
