import type { Csv } from "@/lib/inventory/document";
import { csvMissing, csvName, isNoFlag, onCsv, stateOnHost } from "../facts/csv";
import { quote } from "../fix";
import { fileSystemOf } from "../facts/file-places";
import type { Bucket } from "../facts/host-release";
import { hit, type Missing, notApplicable, pass, type Reading, unknown } from "../outcome";
import { defineRequirement } from "../requirement";
import type { Situation } from "../situation";
import type { VmFile } from "../facts/storage";

type Grade = "noIo" | "degraded" | "configured" | "fine";
const BY_WORD: Readonly<Record<string, Grade>> = {
  unavailable: "noIo", paused: "noIo", noaccess: "noIo", dismounted: "noIo", inmaintenance: "noIo",
  nodiskconnectivity: "degraded", incompatiblefilesystemfilter: "degraded", incompatiblevolumefilter: "degraded", storagespacenotattached: "degraded",
  filesystemtiering: "configured", volumereplicationenabled: "configured", bitlockerinitializing: "configured", nodirectio: "configured",
  direct: "fine", filesystemrefs: "fine", userrequest: "fine",
};

/** What one CSV says, as the VM's own node sees it. */
interface Says {
  words: { word: string; grade: Grade }[];
  /** Facts not read, and whether one of them could still mean that there is no IO. */
  missing: Missing[];
  couldStop: boolean;
}

function read(words: readonly string[], says: Says, gap: Missing, stops: boolean) {
  for (const word of words) {
    if (isNoFlag(word)) continue;
    const grade = BY_WORD[word.toLowerCase()];
    if (grade !== undefined) says.words.push({ word, grade });
    else {
      says.missing.push({ ...gap, reason: "ambiguous", text: word });
      says.couldStop ||= stops;
    }
  }
}

function readNode(says: Says, csv: Csv, file: VmFile, csvs: readonly Csv[] | null, at: Situation) {
  const gap = csvMissing(at, csvs, csv, "perNode");
  const state = stateOnHost(csv, at.hostName);
  const info = state?.stateInfo?.toLowerCase() ?? null;
  if (state === null || info === null) {
    says.missing.push(gap);
    says.couldStop = true;
    return;
  }
  const redirected = info === "filesystemredirected" ? state.fsRedirectReason : info === "blockredirected" ? state.blockRedirectReason : null;
  if (info !== "filesystemredirected" && info !== "blockredirected") {
    read([state.stateInfo ?? ""], says, gap, true);
    return;
  }
  if (redirected === null) {
    says.missing.push(gap);
    return;
  }
  const before = says.words.length + says.missing.length;
  read(redirected, says, gap, false);
  if (says.words.length + says.missing.length > before) return;
  // The reason FileSystemReFs exists only since 2016: a ReFS volume of 2012 R2 is redirected without one.
  const byReFs = info === "filesystemredirected" && at.bucket === "W12R2" && file.volume !== null && fileSystemOf(file.volume) === "refs";
  if (byReFs) says.words.push({ word: "FileSystemRedirected by ReFS", grade: "fine" });
  else says.missing.push({ ...gap, text: `${state.stateInfo ?? ""} without a reason` });
}

function readCsv(csv: Csv, file: VmFile, csvs: readonly Csv[] | null, at: Situation): Says {
  const says: Says = { words: [], missing: [], couldStop: false };
  const gap = csvMissing(at, csvs, csv, "faultState");
  if (csv.faultState === null) {
    says.missing.push(gap);
    says.couldStop = true;
  } else read(csv.faultState, says, gap, true);
  if (csv.maintenanceMode === true) says.words.push({ word: "InMaintenance", grade: "noIo" });
  const faultStateOnly: readonly (Bucket | null)[] = ["W08R2", "W12"];
  if (!faultStateOnly.includes(at.bucket)) readNode(says, csv, file, csvs, at);
  return says;
}

export const csvHealthy = defineRequirement({
  id: "csv-healthy",
  title: "The Cluster Shared Volumes below the VM do direct IO, or redirect only by design",
  why: "A paused or dismounted volume blocks all IO; a bad filter driver or a lost disk path sends it round by another node.",
  otherwise: "Without IO the backup fails; with redirected IO it runs slowly and depends on another node.",
  expected: "Direct, or FileSystemRedirected by ReFS; no fault",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S16", "S18", "S52", "S62"],
  part: "A",
  asks: "always",
  needs: { host: ["volumes", "isClusterNode"], vm: ["disks", "configLocation"], cluster: ["csvs"] },
  rows: {
    noIo: { when: "Unavailable, Paused, NoAccess, InMaintenance or Dismounted", cells: ["will-fail", "will-fail", "will-fail", "will-fail", "will-fail", "will-fail"] },
    degraded: { when: "bad filter, no disk connectivity, space not attached", cells: ["warn", "warn", "warn", "warn", "warn", "warn"] },
    configured: { when: "redirected by configuration or for a short time", cells: ["info", "info", "info", "info", "info", "info"] },
  },
  statuses: {
    W08R2: ["pass", "fail", "warning", "info", "unknown", "not-applicable"], W12: ["pass", "fail", "warning", "info", "unknown", "not-applicable"],
    W12R2: ["pass", "fail", "warning", "info", "unknown", "not-applicable"], "W16+": ["pass", "fail", "warning", "info", "unknown", "not-applicable"],
  },
  check({ cluster }, at) {
    const place = onCsv(at);
    if (place.answer === "no") return notApplicable("No file of this VM lies on a Cluster Shared Volume.");
    if (place.answer === "unknown") return unknown(place.missing, ["noIo", "degraded", "configured"], "Whether the VM's files lie on a Cluster Shared Volume was not read.");
    const missing: Missing[] = [...place.missing];
    const readings: Reading[] = [];
    const found: Record<Grade, string[]> = { noIo: [], degraded: [], configured: [], fine: [] };
    const seen: Csv[] = [];
    let couldStop = place.missing.length > 0;
    let high = false;
    for (const file of at.files ?? []) {
      if (file.onCsv !== true || (file.csv !== null && seen.includes(file.csv))) continue;
      if (file.csv === null) {
        missing.push(csvMissing(at, cluster.csvs, null, "perNode"));
        couldStop = true;
        continue;
      }
      seen.push(file.csv);
      const says = readCsv(file.csv, file, cluster.csvs, at);
      const name = csvName(file.csv);
      missing.push(...says.missing);
      couldStop ||= says.couldStop;
      for (const { word, grade } of says.words) {
        found[grade].push(`${name} ${word}`);
        if (word.toLowerCase() === "nodiskconnectivity") high = true;
      }
      readings.push({ fact: "cluster.csvs", reading: `${name}: ${says.words.map((entry) => entry.word).join(", ") || "no fault"}` });
    }
    const rows = (["noIo", "degraded", "configured"] as const).filter((grade) => found[grade].length > 0);
    const open = missing.length === 0 ? [] : couldStop ? ["noIo", "degraded", "configured"] : ["degraded", "configured"];
    const worst = rows[0];
    if (worst !== undefined) {
      const text = found[worst].join(", ");
      const harm = worst === "noIo" ? "no IO from this node" : worst === "degraded" ? "IO goes round by another node" : "by configuration or for a short time";
      return hit(rows, { because: `${text}: ${harm}.`, observed: text, readings, missing, open, high, subject: { csvs: seen.map(csvName), worst } });
    }
    if (missing.length > 0) return unknown(missing, open, "The state of the Cluster Shared Volume as this host sees it was not read whole.", readings);
    return pass(`${seen.length} of ${seen.length} CSVs below this VM do IO from ${at.hostName}.`, found.fine.join(", ") || "No fault", readings);
  },
  fixes(_facts, at, outcome) {
    if (outcome.subject?.["worst"] === "configured") return [];
    const csvs = outcome.subject?.["csvs"];
    const target = at.clusterName ?? at.hostName;
    const stopped = outcome.subject?.["worst"] === "noIo";
    const load = at.bucket === "W08R2" ? "Import-Module FailoverClusters\n" : "";
    return (Array.isArray(csvs) ? csvs : []).map((csv) => ({
      title: stopped ? `Bring ${csv} back into service` : `Give ${at.hostName} direct IO on ${csv} again`, runsOn: "cluster" as const, target, shell: "powershell" as const,
      command: stopped
        ? `${load}Get-ClusterSharedVolume -Name ${quote(String(csv))} | Select-Object Name, State, OwnerNode\nResume-ClusterResource -Name ${quote(String(csv))}`
        : `fltmc instances\n${load}Get-ClusterSharedVolume -Name ${quote(String(csv))} | Move-ClusterSharedVolume`,
      gui: [{ tool: "Failover Cluster Manager" as const, path: stopped ? `Storage > Disks > ${csv} > More Actions > Turn Off Maintenance Mode` : `Storage > Disks > ${csv} > Move; stop the owner of a bad filter, check the disk paths of ${at.hostName}` }],
      downtime: "none" as const, risk: { level: "low" as const, why: stopped ? "VMs on the volume get their IO back." : "Another node becomes the owner; VMs keep running." },
      undo: stopped ? `Suspend-ClusterResource -Name ${quote(String(csv))}` : "Move the volume back to its former owner.", proof: "The next inventory reads Direct, or FileSystemRedirected by FileSystemReFs, and no fault.",
    }));
  },
});
