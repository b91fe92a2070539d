import { isBackingUp } from "../facts/backing-up";
import { hit, pass, type Reading, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

/** True when the last error is known to be none; any other text is an error, null was not understood. */
function saysNoError(lastError: string | null): boolean {
  const plain = lastError?.trim().toLowerCase();
  return plain === "none" || plain === "no error";
}

export const hostVssWriter = defineRequirement({
  id: "host-vss-writer",
  title: "The Hyper-V VSS writer of the host is present and not failed",
  why: "Every product that uses host VSS starts at this writer, which lives in the Virtual Machine Management service.",
  otherwise: "The backup fails up to 2012 R2, and from 2016 on with products that use host VSS.",
  expected: "Writer 66841cd4-6ded-4f4b-8f17-fd23f8ddc3de, state 1, no error",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S2", "S8", "S23", "S25", "S60"],
  part: "A",
  asks: "always",
  needs: { host: ["hyperVVssWriter"], vm: ["operational", "secondaryOperational"] },
  rows: {
    vss: { when: "missing or failed, the product uses host VSS", cells: ["will-fail", "will-fail", "will-fail", "will-fail", "will-fail", "will-fail"] },
    wmi: { when: "missing or failed, the product uses WMI checkpoints", cells: ["n-a", "n-a", "n-a", "n-a", "warn", "warn"] },
    restless: { when: "stable with a last error, or waiting while no backup runs", cells: ["warn", "warn", "warn", "warn", "warn", "warn"], unconfirmed: true },
  },
  statuses: {
    W08R2: ["pass", "fail", "warning", "unknown"], W12: ["pass", "fail", "warning", "unknown"],
    W12R2: ["pass", "fail", "warning", "unknown"], "W16+": ["pass", "fail", "warning", "unknown"],
  },
  check({ host, vm }, at) {
    const row = at.api === "vss" ? "vss" : "wmi";
    const writer = host.hyperVVssWriter;
    if (writer === null) return unknown([at.missing("host", "hyperVVssWriter")], [row, "restless"], "The Hyper-V VSS writer of the host was not read.");
    const harm = row === "vss" ? "a backup through host VSS fails" : "WMI checkpoints do not need it";
    if (!writer.present) {
      return hit(row, { because: `${at.hostName} lists no Hyper-V VSS writer; ${harm}.`, observed: "Not listed", readings: [{ fact: "host.hyperVVssWriter", reading: "present = False" }] });
    }
    const { state, lastError } = writer;
    const readings: Reading[] = [{ fact: "host.hyperVVssWriter", reading: `state = [${state ?? "not read"}], last error = ${lastError ?? "not read"}` }];
    const observed = `State [${state}], last error: ${lastError ?? "not read"}`;
    if (state === null || state === 0 || state > 15) {
      const missing = at.missing("host", "hyperVVssWriter.state");
      return unknown([state === null ? missing : { ...missing, reason: "ambiguous" }], [row, "restless"], "The state of the Hyper-V VSS writer is not known.", readings);
    }
    if (state >= 6 && !saysNoError(lastError)) {
      return hit(row, { because: `The Hyper-V VSS writer is in failed state [${state}]; ${harm}.`, observed, readings });
    }
    if (state >= 2 && state <= 5) {
      const busy = at.neighbours.backingUp > 0 || isBackingUp(vm);
      if (busy) return pass(`The Hyper-V VSS writer waits [${state}] while a backup runs.`, observed, readings);
      return hit("restless", { because: `The Hyper-V VSS writer waits [${state}] although no VM is being backed up.`, observed, readings });
    }
    if (lastError === null) return unknown([at.missing("host", "hyperVVssWriter.lastError")], ["restless"], "The last error of the Hyper-V VSS writer was not read.", readings);
    if (!saysNoError(lastError)) return hit("restless", { because: `The Hyper-V VSS writer is stable but keeps a last error: ${lastError}.`, observed, readings });
    return pass(`The Hyper-V VSS writer is in state [${state}] without an error.`, observed, readings);
  },
  fixes(_facts, at) {
    const wsb = "'HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\WindowsServerBackup\\Application Support\\{66841CD4-6DED-4F4B-8F17-FD23F8DDC3DE}'";
    const restart = {
      title: "Restart the Virtual Machine Management service", runsOn: "host" as const, target: at.hostName, shell: "powershell" as const, command: "Restart-Service vmms",
      gui: [{ tool: "Hyper-V Manager" as const, path: `${at.hostName} > Action > Stop Service, then Start Service` }],
      downtime: "service-restart" as const, risk: { level: "low" as const, why: "VMs keep running; for some seconds the host cannot be managed." },
      undo: "Nothing to undo.", proof: "The next inventory reads the writer with state 1 and no error.",
    };
    if (!at.product.isWsb) return [restart];
    return [restart, {
      ...restart, title: "Register the writer with Windows Server Backup", shell: "powershell",
      command: `New-Item -Force -Path ${wsb} | Out-Null\nNew-ItemProperty -Force -Path ${wsb} -Name 'Application Identifier' -Value 'Hyper-V' | Out-Null`,
      gui: [], downtime: "none", risk: { level: "low", why: "One registry value that only Windows Server Backup reads." }, undo: `Remove-Item -Path ${wsb}`,
    }];
  },
});
