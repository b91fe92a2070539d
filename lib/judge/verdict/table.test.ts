import { describe, expect, it } from "vitest";
import table from "@/fixtures/domain/table-4-3.json";
import { NOW } from "@/lib/inventory/testing";
import { judge } from "../judge";
import { DEFAULT_POLICY, type Settings } from "../policy";
import { settingsFor } from "../settings";
import { type Fault, RELEASE_OF_COLUMN, worldOf } from "./faults/fault";
import { GUEST_SIDE, OTHERS } from "./faults/guest-side";
import { HOST_SIDE } from "./faults/host-side";

const FAULTS: readonly Fault[] = [...HOST_SIDE, ...GUEST_SIDE, ...OTHERS];
const COLUMNS = ["W08R2", "W12", "W12R2 fallback", "W12R2 app-required", "W16+ fallback", "W16+ app-required"];
const VERDICT: Readonly<Record<string, string>> = {
  "LIVE-APP": "live-application", "LIVE-FS": "live-filesystem", "LIVE-UNVERIFIED": "live-unverified", "LIVE-CRASH": "live-crash",
  "SAVED-STATE": "saved-state", "WILL-FAIL": "will-fail", "OFFLINE-ANYWAY": "offline", UNKNOWN: "unknown", excluded: "excluded",
};
const QUIET = new Set(["warn", "info", "pass", "n-a"]);

function settingsOf(fault: Fault, column: number): Settings {
  const base = settingsFor(DEFAULT_POLICY)({ clusterName: null, hostName: "HV01", vmName: "VM01", vmId: null });
  return { ...base, requiredConsistency: column === 3 || column === 5 ? "app-required" : "fallback", product: { ...base.product, ...fault.product } };
}
function rowsOf(fault: Fault) {
  return table.rows.filter((row) => row.failed === fault.row || (row.failed.startsWith(fault.row) && !FAULTS.some((other) => other.row !== fault.row && other.row.length > fault.row.length && row.failed.startsWith(other.row))));
}

it("every row of the table has a fault, and every fault one row", () => {
  expect(FAULTS.filter((fault) => rowsOf(fault).length !== 1).map((fault) => fault.row)).toEqual([]);
  const covered = new Set(FAULTS.flatMap((fault) => rowsOf(fault).map((row) => row.failed)));
  expect(table.rows.filter((row) => !covered.has(row.failed)).map((row) => row.failed)).toEqual([]);
});

describe.each(FAULTS.map((fault) => ({ fault, title: `${fault.row}${fault.name === undefined ? "" : ` (${fault.name})`}` })))("$title", ({ fault }) => {
  const row = rowsOf(fault)[0];
  it.each(COLUMNS.map((name, column) => ({ name, column })).filter(({ column }) => fault.columns === undefined || fault.columns.includes(column)))("on $name", ({ column }) => {
    const release = RELEASE_OF_COLUMN[column] ?? "2019";
    const world = worldOf(fault, release);
    fault.given(world);
    const result = judge({ host: world.host, cluster: world.cluster, vm: world.vm }, { settings: settingsOf(fault, column), now: NOW });
    const cell = row?.cells[column] ?? "";
    const linux = fault.family !== undefined;
    const healthy = linux ? (column < 2 ? "saved-state" : "live-filesystem") : "live-application";
    const offline = fault.requirement === "replica-vm" || cell === "OFFLINE-ANYWAY" ? "offline" : healthy;
    const expected = cell === "+PARTIAL" || QUIET.has(cell) ? offline : VERDICT[cell];
    expect({ verdict: result.verdict.verdict, because: result.verdict.because }).toMatchObject({ verdict: expected });
    if (cell === "+PARTIAL") expect(result.verdict.coverage).toBe("partial");
    if (QUIET.has(cell) && expected === healthy) expect(result.verdict.coverage).toBe("full");
    const finding = result.findings.find((entry) => entry.requirement === fault.requirement);
    if (cell === "warn" || cell === "info") expect(finding).toMatchObject({ status: cell === "warn" ? "warning" : "info", effect: cell });
    if (cell === "n-a") expect(finding?.status).toBe("not-applicable");
  });
});
