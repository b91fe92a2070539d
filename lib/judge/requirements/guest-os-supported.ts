import type { Bucket } from "../facts/host-release";
import { agentFix, guestFix } from "../guest-fix";
import { guestWindows, type GuestWindows, KERNEL_2003, KERNEL_2008 } from "../facts/guest-windows";
import { hit, type Missing, notApplicable, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

/** Where a guest stands in the host's list: in it, outside, in a list that does not settle it, or the build decides. */
type Standing = "listed" | "outside" | "doubtful" | "build-needed" | "generation-needed";

const WINDOWS_11 = 22000;
const WINDOWS_8 = 9200;

/** Servers up to this build are in the list of a 2016, 2019 or later host [S13]. */
function newestServer(hostBuild: number): number {
  return hostBuild >= 20348 ? 26100 : hostBuild >= 17763 ? 20348 : 17763;
}

function on2016(windows: GuestWindows, build: number, client: boolean, hostBuild: number, generation: number | null): Standing {
  if (windows.kernel < KERNEL_2008) return "outside";
  if (!client) return build < 6002 || build > newestServer(hostBuild) ? "outside" : "listed";
  if (windows.kernel === KERNEL_2008) return build >= 6002 && hostBuild < 20348 ? "doubtful" : "outside";
  if (build < 7601) return "outside";
  if (build === WINDOWS_8) return "doubtful";
  if (build < WINDOWS_11) return "listed";
  if (hostBuild < 17763) return "outside";
  return generation === null ? "generation-needed" : generation === 2 ? "listed" : "outside";
}

function onOlder(bucket: Bucket, windows: GuestWindows, build: number, client: boolean): Standing {
  if (windows.kernel < KERNEL_2003 - 1) return "outside";
  if (bucket === "W12R2") return (client ? build < WINDOWS_11 : build <= 17134) ? "listed" : "outside";
  if (bucket === "W12") return build <= 9600 ? "listed" : "outside";
  return build <= 7601 ? "listed" : build <= WINDOWS_8 ? "doubtful" : "outside";
}

/** A kernel without a build is settled where all its builds stand alike: too old or too new for this host. */
function standingOf(bucket: Bucket, hostBuild: number, windows: GuestWindows, client: boolean, generation: number | null): Standing {
  if (windows.build !== null) return bucket === "W16+" ? on2016(windows, windows.build, client, hostBuild, generation) : onOlder(bucket, windows, windows.build, client);
  if (bucket === "W16+") return windows.kernel < KERNEL_2008 ? "outside" : "build-needed";
  if (windows.kernel >= 1000 && bucket !== "W12R2") return "outside";
  return windows.kernel < KERNEL_2003 - 1 ? "outside" : windows.kernel === KERNEL_2003 ? "listed" : "build-needed";
}

export const guestOsSupported = defineRequirement({
  id: "guest-os-supported",
  title: "The guest's Windows is in this host's list of supported guests",
  why: "Microsoft tests integration services only for the guests in the list of each host; older and newer ones may lack them.",
  otherwise: "The backup works or not; no source proves its quality.",
  expected: "In the host's list of supported guests",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows"],
  sources: ["S13", "S12", "S76", "S35"],
  part: "C-static",
  asks: "running",
  needs: { host: ["productType"], vm: ["generation"], guest: ["osName", "osVersion", "productType"] },
  rows: {
    outside: { when: "too old or too new for the host", cells: ["live-unverified", "live-unverified", "live-unverified", "live-unverified", "live-unverified", "live-unverified"], unconfirmed: ["W08R2", "W12", "W12R2"] },
    doubtful: { when: "in one list of Microsoft and not in the other, or the list was not read", cells: ["warn", "n-a", "n-a", "n-a", "warn", "warn"] },
  },
  statuses: {
    W08R2: ["pass", "warning", "unknown", "not-applicable"], W12: ["pass", "warning", "unknown", "not-applicable"],
    W12R2: ["pass", "warning", "unknown", "not-applicable"], "W16+": ["pass", "fail", "warning", "unknown", "not-applicable"],
  },
  check({ host, vm, guest }, at) {
    if (at.family === null) return unknown([at.missing("guest", "osFamily")], ["outside"], "Which system runs in the guest was not read.");
    if (at.family !== "windows") return notApplicable("Speaks of Windows guests.");
    if (host.productType === 1) return notApplicable("A client host supports no live backup to begin with: see host-os-kind.");
    const bucket = at.bucket;
    const windows = guestWindows(guest.osVersion);
    if (windows === null || bucket === null) {
      const missing: Missing = guest.osVersion === null ? at.missing("guest", "osVersion") : { fact: "guest.osVersion", reason: "ambiguous", text: `${guest.osVersion} is no version` };
      return unknown([missing], ["outside"], "The version of Windows in the guest was not read.");
    }
    const hostBuild = at.build ?? 0;
    const type = guest.productType === 0 ? null : guest.productType;
    const server = standingOf(bucket, hostBuild, windows, false, vm.generation);
    const client = standingOf(bucket, hostBuild, windows, true, vm.generation);
    const standing = type === 1 ? client : type !== null || server === client ? server : null;
    const name = guest.osName ?? `Windows ${guest.osVersion ?? ""}`;
    const readings = [{ fact: "guest.osVersion", reading: guest.osVersion ?? "" }, { fact: "guest.productType", reading: guest.productType === null ? "not read" : String(guest.productType) }];
    const canBeOutside = [server, client].some((of) => of !== "listed" && of !== "doubtful");
    if (standing === null) return unknown([at.missing("guest", "productType")], canBeOutside ? ["outside"] : [], `Whether ${name} is a server or a client was not read.`, readings);
    if (standing === "generation-needed") return unknown([at.missing("vm", "generation")], ["outside"], "Windows 11 needs a Generation 2 VM; the generation was not read.", readings);
    if (standing === "build-needed") return unknown([{ fact: "guest.osVersion", reason: "ambiguous", text: `${guest.osVersion ?? ""} names no build` }], ["outside"], `The build of ${name} was not read.`, readings);
    if (standing === "listed") return pass(`${name} is in the list of ${at.release}.`, name, readings);
    if (standing === "doubtful") return hit("doubtful", { because: `${name} is not in every list of guests for ${at.release}.`, observed: name, readings });
    if (host.productType === null && bucket !== "W08R2") return unknown([at.missing("host", "productType")], ["outside"], `${name} is outside the list of ${at.release}, if the host is a server.`, readings);
    const wrongGeneration = bucket === "W16+" && type === 1 && vm.generation !== 2 && (windows.build ?? 0) >= WINDOWS_11 && hostBuild >= 17763;
    return hit("outside", {
      because: wrongGeneration ? `${name} is supported in Generation 2 VMs only; this one is Generation ${vm.generation ?? 1}.` : `${name} (${guest.osVersion ?? ""}) is not in the list of ${at.release}.`,
      observed: name, readings: wrongGeneration ? [...readings, { fact: "vm.generation", reading: String(vm.generation) }] : readings,
    });
  },
  fixes({ guest }, at) {
    const windows = guestWindows(guest.osVersion);
    const old = windows !== null && windows.kernel <= 602;
    const move = guestFix(at, old ? {
      title: "Move this system to a Windows that the host supports", gui: [{ tool: "Guest", path: "Install a supported Windows in a new VM and move roles and data to it" }],
      downtime: "project", risk: { level: "medium", why: "Applications have to be tested on the newer Windows." }, undo: "Keep the old VM until the new one is proven.",
      proof: "The next inventory reads a guest version within the host's list.",
    } : {
      title: "Run this VM on a newer Hyper-V host", gui: [{ tool: "Failover Cluster Manager", path: `Roles > ${at.vmName} > Move, to a host whose Windows is at least as new as the guest` }, { tool: "Hyper-V Manager", path: `${at.vmName} > Move, to a newer host` }],
      downtime: "project", risk: { level: "medium", why: "A VM whose configuration version was raised does not go back to an older host." }, undo: "Move the VM back while its configuration version is unchanged.",
      proof: "The next inventory finds the VM on a host whose list names this Windows.",
    });
    return [move, agentFix(at, "The product has to support this Windows.", "The assignment's product.api reads guest-agent.")];
  },
});
