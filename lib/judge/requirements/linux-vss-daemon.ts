import { linuxDaemonState } from "../facts/freeze-daemon";
import { guestFix } from "../guest-fix";
import { hit, type Missing, notApplicable, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

export const linuxVssDaemon = defineRequirement({
  id: "linux-vss-daemon",
  title: "The freeze daemon runs in the Linux guest",
  why: "Linux has no VSS; the module hv_utils and the daemon hv_vss_daemon freeze its file systems when the host asks.",
  otherwise: "The VM runs on and the copy is like after a power cut.",
  expected: "hv_utils loaded, hv_vss_daemon running",
  hosts: ["W12R2", "W16+"],
  guests: ["linux"],
  sources: ["S12", "S15", "S9", "S3", "S4"],
  part: "C-static",
  asks: "running",
  needs: { vm: ["integration"], guest: ["linux", "osName"] },
  rows: { "no-daemon": { when: "no daemon", cells: ["n-a", "n-a", "live-crash", "live-crash", "live-crash", "live-crash"] } },
  statuses: { W08R2: ["not-applicable"], W12: ["not-applicable"], W12R2: ["pass", "fail", "unknown", "not-applicable"], "W16+": ["pass", "fail", "unknown", "not-applicable"] },
  check({ vm, guest }, at) {
    if (at.family === null) return unknown([at.missing("guest", "osFamily")], ["no-daemon"], "Which system runs in the guest was not read.");
    if (at.family !== "linux") return notApplicable("Speaks of Linux guests.");
    const { linux } = guest;
    const state = linuxDaemonState(linux, vm.integration);
    if (state === "running") {
      return pass("hv_utils is loaded and hv_vss_daemon runs.", "running", [{ fact: "guest.linux.vssDaemon", reading: "running" }, { fact: "guest.linux.hvUtilsLoaded", reading: "true" }]);
    }
    if (state === "unread") {
      const missing: Missing[] = [];
      if (linux?.vssDaemon !== "running") missing.push(at.missing("guest", "linux.vssDaemon"));
      if (linux === null || linux.hvUtilsLoaded === null) missing.push(at.missing("guest", "linux.hvUtilsLoaded"));
      return unknown(missing, ["no-daemon"], "Whether the freeze daemon runs in the guest was not read.");
    }
    if (linux?.hvUtilsLoaded === false) {
      return hit("no-daemon", { because: "hv_utils is not loaded; the guest hears no request to freeze.", observed: "hv_utils not loaded", readings: [{ fact: "guest.linux.hvUtilsLoaded", reading: "false" }] });
    }
    if (linux?.vssDaemon === "stopped" || linux?.vssDaemon === "missing") {
      return hit("no-daemon", { because: `hv_vss_daemon is ${linux.vssDaemon}; nothing freezes the file systems.`, observed: linux.vssDaemon, readings: [{ fact: "guest.linux.vssDaemon", reading: linux.vssDaemon }], subject: { state: linux.vssDaemon } });
    }
    return hit("no-daemon", { because: "The backup component has no contact; no freeze daemon answers.", observed: "no contact", readings: [{ fact: "vm.integration", reading: "vss has no contact" }] });
  },
  fixes({ guest }, at) {
    const load = guest.linux?.hvUtilsLoaded === false ? "sudo modprobe hv_utils\n" : "";
    const shared = {
      title: "Install and start the Hyper-V freeze daemon", shell: "sh" as const, downtime: "none" as const,
      risk: { level: "low" as const, why: "A small service; file systems are frozen only while a backup asks. Package names outside RHEL differ by release." },
      proof: "The next inventory reads vssDaemon = running and hvUtilsLoaded = true.",
    };
    const name = (guest.osName ?? "").toLowerCase();
    if (name.includes("ubuntu")) {
      return [guestFix(at, { ...shared, command: `${load}sudo apt-get install linux-cloud-tools-virtual\nsudo systemctl enable --now hv-vss-daemon`, undo: "sudo systemctl disable --now hv-vss-daemon" })];
    }
    if (name.includes("debian")) {
      return [guestFix(at, { ...shared, command: `${load}sudo apt-get install --reinstall hyperv-daemons\npgrep -a hv_vss_daemon`, undo: "sudo apt-get remove hyperv-daemons" })];
    }
    if (name.includes("suse") || name.includes("sles")) {
      return [guestFix(at, { ...shared, command: `${load}sudo zypper install hyper-v\nsudo systemctl enable --now hv_vss_daemon`, undo: "sudo systemctl disable --now hv_vss_daemon" })];
    }
    return [guestFix(at, { ...shared, command: `${load}sudo dnf install hyperv-daemons\nsudo systemctl enable --now hypervvssd`, undo: "sudo systemctl disable --now hypervvssd" })];
  },
});
