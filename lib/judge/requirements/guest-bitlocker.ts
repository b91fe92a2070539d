import { isKnownAbsent } from "@/lib/inventory/fact";
import { quote } from "../fix";
import { guestFix } from "../guest-fix";
import { isLeftOut, listed, roleOf, volumeMissing, volumeName, withVolumes } from "../facts/guest-volumes";
import { hit, type Missing, pass, unknown } from "../outcome";
import { defineRequirement, everywhere } from "../requirement";

export const guestBitlocker = defineRequirement({
  id: "guest-bitlocker",
  title: "No data volume in the guest is locked by BitLocker",
  why: "VSS works above the encryption of an unlocked volume; a locked one cannot be read, neither by VSS nor by us.",
  otherwise: "The locked volume counts as unread, so the VM is unknown; a restore of any encrypted volume needs its recovery key.",
  expected: "Off or unlocked",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows"],
  sources: ["S20", "S43"],
  part: "E",
  asks: "running",
  needs: { guest: ["volumes"] },
  rows: {
    locked: { when: "a data volume is locked", cells: everywhere("unknown") },
    encrypted: { when: "an unlocked volume is encrypted: a restore needs the recovery key", cells: everywhere("info") },
  },
  statuses: {
    W08R2: ["pass", "info", "unknown", "not-applicable"], W12: ["pass", "info", "unknown", "not-applicable"],
    W12R2: ["pass", "info", "unknown", "not-applicable"], "W16+": ["pass", "info", "unknown", "not-applicable"],
  },
  check({ guest }, at) {
    return withVolumes(guest.volumes, at, [], (volumes) => {
      const locked: string[] = [];
      const encrypted: string[] = [];
      const letters: string[] = [];
      const missing: Missing[] = [];
      volumes.forEach((volume, index) => {
        if (volume.bitlocker === "off" || isLeftOut(roleOf(volume, index, at))) return;
        if (volume.bitlocker === "locked" || volume.bitlocker === "unlocked") {
          (volume.bitlocker === "locked" ? locked : encrypted).push(volumeName(volume, index));
          if (volume.driveLetter) letters.push(volume.driveLetter);
          return;
        }
        const unread = volumeMissing(at, index, "bitlocker");
        if (volume.bitlocker !== null || !isKnownAbsent(unread.reason)) missing.push(unread);
      });
      if (locked.length > 0) {
        return hit("locked", {
          because: `${locked.length} of ${volumes.length} guest volumes ${locked.length === 1 ? "is" : "are"} locked by BitLocker and counted as unread: ${listed(locked)}.`, observed: `locked: ${locked.join(", ")}`,
          readings: [{ fact: "guest.volumes", reading: `bitlocker locked: ${locked.join(", ")}` }], missing, subject: { letters },
        });
      }
      if (missing.length > 0) return unknown(missing, [], `The lock state of ${missing.length} of ${volumes.length} guest volumes was not read.`);
      if (encrypted.length > 0) {
        return hit("encrypted", {
          because: `${encrypted.length} of ${volumes.length} guest volumes ${encrypted.length === 1 ? "is" : "are"} encrypted; a restore needs the recovery key: ${listed(encrypted)}.`, observed: `unlocked: ${encrypted.join(", ")}`,
          readings: [{ fact: "guest.volumes", reading: `bitlocker unlocked: ${encrypted.join(", ")}` }], subject: { letters },
        });
      }
      return pass(`None of ${volumes.length} guest volumes is encrypted by BitLocker.`, "Off", [{ fact: "guest.volumes", reading: "bitlocker off" }]);
    });
  },
  fixes(_facts, at, outcome) {
    const subject = outcome.subject?.["letters"];
    const letters = Array.isArray(subject) ? subject.map((letter) => quote(String(letter))) : [];
    if (outcome.hits.includes("locked")) {
      return [guestFix(at, {
        title: "Unlock the volume and let it unlock by itself at start",
        ...(letters.length === 0 ? {} : { command: letters.map((letter) => `manage-bde.exe -unlock ${letter} -RecoveryPassword (Read-Host 'Recovery password')\nmanage-bde.exe -autounlock -enable ${letter}`).join("\n") }),
        gui: [{ tool: "Guest", path: "Control Panel > BitLocker Drive Encryption > Unlock drive, Turn on auto-unlock" }],
        downtime: "none", risk: { level: "low", why: "Automatic unlocking needs an encrypted system volume; the data is readable while the guest runs." },
        undo: "manage-bde.exe -lock for the volume.", proof: "The next inventory reads bitlocker = unlocked.",
      })];
    }
    return [guestFix(at, {
      title: "Keep the recovery keys outside this VM",
      ...(letters.length === 0 ? {} : { command: letters.map((letter) => `manage-bde.exe -protectors -get ${letter}`).join("\n") }),
      gui: [{ tool: "Guest", path: "Control Panel > BitLocker Drive Encryption > Back up your recovery key" }],
      downtime: "none", risk: { level: "low", why: "Only reads; whoever sees the key can open the backup." }, undo: "Nothing to undo.", proof: "The note stays: it reminds you of the key at a restore.", readOnly: true,
    })];
  },
});
