/** What domain.md makes of the stubbed fleet, host by host: verdict, coverage, class. Written by hand. */
export const VERDICTS: Record<string, Record<string, string>> = {
  "HV08R2-01": { LEGACY01: "unknown, unknown, unknown", LEGACY02: "offline, full, offline" },
  "HV12R2-01": {
    FILE01: "unknown, unknown, unknown",
    // Its backup service is off: a crash-consistent image at most.
    GEN1: "at best live-crash, full, weaker",
    OFF01: "offline, full, offline",
    // One of two disks is a physical one, which no backup of the host takes along.
    RAW01: "at best live-application, partial, weaker",
  },
  "HV16-01": {
    // PowerShell Direct answers.
    APP01: "live-application, full, ready",
    CHK01: "unknown, unknown, unknown",
    GONE01: "will-fail, none, not-live",
    // The guest script tells through KVP; Linux freezes file systems, not applications.
    LNX01: "live-filesystem, full, ready",
    REPL01: "offline, full, offline",
    SHR01: "will-fail, none, not-live",
  },
  "HV22DE-01": {
    // WinRM answers; the other's guest script dropped a file; nobody asked the third.
    BUCHHALTUNG: "live-application, full, ready",
    KEINKVP: "live-application, full, ready",
    "M\u00FCnchen \u2019Archiv\u2019": "unknown, unknown, unknown",
  },
  "HV22FR-01": { COMPTA: "unknown, unknown, unknown" },
  "HV25-01": {
    DARK01: "at best live-crash, full, weaker",
    VAULT01: "unknown, unknown, unknown",
    WEB01: "unknown, unknown, unknown",
  },
  "HVC19-A": { ERP01: "live-application, full, ready", MAIL01: "unknown, unknown, unknown" },
  // Its disks are open on the other node.
  "HVC19-B": { DB01: "unknown, unknown, unknown" },
  "HVC22-A": { CRM01: "live-application, full, ready" },
  "HVC22-B": { CRM02: "live-application, full, ready" },
  "HV12-01": { TILL01: "unknown, unknown, unknown" },
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((number) => [`HVB-0${number}`, { [`BRANCH0${number}`]: "live-application, full, ready" }])),
  // No class of Hyper-V answers, so what it is cannot be told.
  "HVWMI-01": { WMI01: "unknown, unknown, unknown" },
};
