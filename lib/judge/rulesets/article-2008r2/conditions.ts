import type { GuestVolume } from "@/lib/inventory/document";
import { onCsv } from "../../facts/csv";
import { fileSystemOf, volumeMissing, volumeName, volumesBelow } from "../../facts/file-places";
import type { Records } from "../../freshness";
import { guestWindows, KERNEL_2003 } from "../../facts/guest-windows";
import { component, componentName } from "../../facts/integration";
import { hit, type Missing, notApplicable, type Outcome, pass, type Reading, unknown } from "../../outcome";
import type { Situation } from "../../situation";
import { bytesText } from "../../facts/sizes";
import { compareVersions } from "../../facts/version-number";
import { services } from "./services";

/** One line of the article's list [S1], taken literally on every host (domain.md 2.2, column 1; 4.4, first row). */
export interface Condition {
  /** Id of the version-aware requirement that speaks of the same thing. */
  id: string;
  /** What the article asks for, as it stands there. */
  asks: string;
  check(records: Records, at: Situation): Outcome;
}

/** Key of the one row that every condition has. */
const FAILS = "fails";
/** "2 GB" of the article: 2^31 bytes. */
const TWO_GB = 2 ** 31;

function isOtherSystem(at: Situation): boolean {
  return at.family !== null && at.family !== "windows";
}
const OTHER_SYSTEM = notApplicable("The guest is not Windows; the article asks for one with VSS.");

function integrationCurrent({ vm, host }: Records, at: Situation): Outcome {
  if (at.bucket === "W16+") {
    return unknown([{ fact: "vm.icVersionHostView", reason: "not-supported" }], [FAILS], `${at.release} does not tell the version of the integration services.`);
  }
  for (const entry of vm.integration ?? []) {
    if (entry.primaryStatus === "ProtocolMismatch" || entry.secondaryStatus === "ProtocolMismatch") {
      const name = componentName(entry);
      return hit(FAILS, { because: `The ${name} component reports a protocol mismatch: its version is old.`, observed: "ProtocolMismatch", readings: [{ fact: "vm.integration", reading: `${name}: ProtocolMismatch` }] });
    }
  }
  const { icVersionHostView: guest } = vm;
  const { icVersion } = host;
  const missing: Missing[] = [];
  if (guest === null) missing.push(at.missing("vm", "icVersionHostView"));
  if (icVersion === null) missing.push(at.missing("host", "icVersion"));
  const order = guest === null || icVersion === null ? null : compareVersions(guest, icVersion);
  if (order === null) return unknown(missing.length > 0 ? missing : [{ fact: "vm.icVersionHostView", reason: "ambiguous" }], [FAILS], "The version of the integration services was not read.");
  const readings: Reading[] = [{ fact: "vm.icVersionHostView", reading: guest ?? "" }, { fact: "host.icVersion", reading: icVersion ?? "" }];
  if (order < 0) return hit(FAILS, { because: `Integration services ${guest} are older than ${icVersion} of the host.`, observed: guest ?? "", readings });
  return pass(`Integration services ${guest} are current.`, guest ?? "", readings);
}

function backupOffered({ vm }: Records, at: Situation): Outcome {
  const vss = component(vm.integration, "vss");
  if (vss === null || vss.enabled === null) return unknown([at.missing("vm", vss === null ? "integration" : "integration.vss.enabled")], [FAILS], "The backup component of this VM was not read.");
  const readings: Reading[] = [{ fact: "vm.integration", reading: `vss Enabled = ${vss.enabled ? "True" : "False"}` }];
  if (vss.enabled) return pass("Backup (volume snapshot) is offered.", "Enabled", readings);
  return hit(FAILS, { because: "Backup (volume snapshot) is not offered.", observed: "Disabled", readings });
}

function guestWithVss({ guest }: Records, at: Situation): Outcome {
  if (at.family === null) return unknown([at.missing("guest", "osFamily")], [FAILS], "Which system runs in the guest was not read.");
  const name = guest.osName ?? at.family;
  const readings: Reading[] = [{ fact: "guest.osFamily", reading: at.family }];
  if (at.family !== "windows") return hit(FAILS, { because: `${name} has no VSS.`, observed: name, readings });
  const version = guestWindows(guest.osVersion);
  if (version === null) return unknown([at.missing("guest", "osVersion")], [FAILS], "The version of the guest's Windows was not read.", readings);
  readings.push({ fact: "guest.osVersion", reading: guest.osVersion ?? "" });
  if (version.kernel < KERNEL_2003) return hit(FAILS, { because: `${name} (${guest.osVersion}) is older than Server 2003.`, observed: name, readings });
  return pass(`${name} has VSS.`, name, readings);
}

/** Judges every volume of the guest, whatever its role; a locked one counts as unread. */
function everyGuestVolume(records: Records, at: Situation, of: { fact: keyof GuestVolume; what: string; all: string; fault(volume: GuestVolume): string | null | undefined }): Outcome {
  if (isOtherSystem(at)) return OTHER_SYSTEM;
  const { volumes } = records.guest;
  if (volumes === null || volumes.length === 0) return unknown([at.missing("guest", "volumes")], [FAILS], "The volumes of the guest were not read.");
  const missing: Missing[] = [];
  const faults: string[] = [];
  for (let index = 0; index < volumes.length; index++) {
    const volume = volumes[index];
    if (volume === undefined) continue;
    const fault = volume.bitlocker === "locked" ? null : of.fault(volume);
    if (fault === null) missing.push(at.missing("guest", `volumes[${index}].${of.fact}`));
    else if (fault !== undefined) faults.push(`${volume.driveLetter ?? (volume.partitionRole === "esp" ? "the EFI system partition" : `volume ${index + 1}`)} ${fault}`);
  }
  const readings: Reading[] = [{ fact: "guest.volumes", reading: faults.join(", ") || `${volumes.length} read` }];
  if (faults.length > 0) return hit(FAILS, { because: `${faults.length} of ${volumes.length} guest volumes: ${faults.join(", ")}.`, observed: faults.join(", "), readings, missing });
  if (missing.length > 0) return unknown(missing, [FAILS], `${of.what} of ${missing.length} of ${volumes.length} guest volumes was not read.`);
  return pass(`${volumes.length} of ${volumes.length} guest volumes ${of.all}.`, of.all, readings);
}

function guestFileSystem({ fileSystem }: GuestVolume): string | null | undefined {
  if (fileSystem === null || fileSystem === "" || fileSystem.toUpperCase() === "RAW") return null;
  return fileSystem.toUpperCase() === "NTFS" ? undefined : `is ${fileSystem}`;
}
function guestFree({ freeBytes }: GuestVolume): string | null | undefined {
  if (freeBytes === null) return null;
  return freeBytes < TWO_GB ? `has ${bytesText(freeBytes)} free` : undefined;
}
function guestBasic({ isDynamic }: GuestVolume): string | null | undefined {
  if (isDynamic === null) return null;
  return isDynamic ? "lies on a dynamic disk" : undefined;
}

function hostVolumesNtfs({ host }: Records, at: Situation): Outcome {
  const { files } = at;
  if (files === null) return unknown([at.missing("vm", "disks")], [FAILS], "The disks of this VM were not read.");
  const below = volumesBelow(files, at);
  const { missing, count: volumes } = below;
  const faults: string[] = [];
  for (const volume of below.known) {
    const system = fileSystemOf(volume);
    if (system === null) missing.push(volumeMissing(at, host.volumes, volume, "fileSystem"));
    else if (system !== "ntfs") faults.push(`${volumeName(volume)} is ${volume.fileSystemDetail ?? volume.fileSystem}`);
  }
  if (volumes === 0) return notApplicable("No file of this VM lies on a volume of the host.");
  const readings: Reading[] = [{ fact: "host.volumes", reading: faults.join(", ") || "NTFS" }];
  if (faults.length > 0) return hit(FAILS, { because: `${faults.length} of ${volumes} host volumes: ${faults.join(", ")}.`, observed: faults.join(", "), readings, missing });
  if (missing.length > 0) return unknown(missing, [FAILS], `The file system of ${missing.length} of ${volumes} host volumes was not read.`);
  return pass(`${volumes} of ${volumes} host volumes are NTFS.`, "NTFS", readings);
}

function csvAwareProduct(_records: Records, at: Situation): Outcome {
  if (at.api === "guest-agent") return notApplicable("Software inside the guest is not affected by a CSV.");
  if (at.product.csvAware === "yes") return pass("The backup product is CSV-aware by the policy.", "CSV-aware", []);
  const { answer, paths, missing } = onCsv(at, "disk");
  if (answer === "unknown") return unknown(missing, [FAILS], "Whether a disk of the VM lies on a Cluster Shared Volume was not read.");
  if (answer === "no") return pass("No disk of this VM lies on a Cluster Shared Volume.", "None", []);
  return hit(FAILS, {
    because: `${paths.length} ${paths.length === 1 ? "disk lies" : "disks lie"} on a CSV, and the product is not known to be CSV-aware.`,
    observed: paths.join(", "), readings: [{ fact: "vm.disks", reading: `on a CSV: ${paths.join(", ")}` }], missing,
  });
}

const forWindows = (check: Condition["check"]): Condition["check"] => (records, at) => (isOtherSystem(at) ? OTHER_SYSTEM : check(records, at));

/** The one condition that leaves the VM running: the quality is then not guaranteed. */
export const CSV_CONDITION = "csv-aware";

/** The whole list, in the article's order; the last speaks of the product, all others of the VM. */
export const ARTICLE_CONDITIONS: readonly Condition[] = [
  { id: "ic-current", asks: "The newest integration services are installed", check: integrationCurrent },
  { id: "ic-vss-offered", asks: "Backup (volume snapshot) is offered in the VM's settings", check: backupOffered },
  { id: "guest-os-vss", asks: "The guest is Server 2003 or later, or Vista or later", check: guestWithVss },
  { id: "guest-fs", asks: "Every volume of the guest is NTFS", check: (records, at) => everyGuestVolume(records, at, { fact: "fileSystem", what: "The file system", all: "are NTFS", fault: guestFileSystem }) },
  { id: "host-vol-fs", asks: "The host volume with the VM is NTFS", check: hostVolumesNtfs },
  { id: "guest-disks-basic", asks: "The disks of the guest are basic, not dynamic", check: (records, at) => everyGuestVolume(records, at, { fact: "isDynamic", what: "The disk type", all: "lie on basic disks", fault: guestBasic }) },
  { id: "guest-free-space", asks: "Every disk of the guest has 2 GB free", check: (records, at) => everyGuestVolume(records, at, { fact: "freeBytes", what: "The free space", all: "have 2 GB free", fault: guestFree }) },
  { id: "guest-svc-core", asks: "EventSystem, MSDTC, RpcSs and SENS run and start automatically", check: forWindows(services({ names: ["EventSystem", "MSDTC", "RpcSs", "SENS"], runs: true, modes: ["auto"] })) },
  { id: "guest-svc-vss", asks: "VSS runs and starts automatically", check: forWindows(services({ names: ["VSS"], runs: true, modes: ["auto"] })) },
  { id: "guest-svc-provider", asks: "COMSysApp and swprv start manually at least", check: forWindows(services({ names: ["COMSysApp", "swprv"], runs: false, modes: ["auto", "manual"] })) },
  { id: CSV_CONDITION, asks: "On a CSV the backup product is CSV-aware", check: csvAwareProduct },
];
