import { stringify, type Options } from "csv-stringify/sync";
import type { VmListItem } from "@/lib/estate/contract";

const HEAD = [
  "name", "vm_guid", "id", "scope", "class", "verdict", "at_best", "best", "coverage", "score_low", "score_high", "because", "decided_by", "host", "host_version", "cluster",
  "guest_family", "guest", "generation", "configuration_version", "power", "read_at", "fresh", "estimated_pause_seconds", "badges", "synthetic",
  "overdue", "late_since",
] as const;

type Cell = string | number | boolean | null;

function cellsOf(vm: VmListItem): Cell[] {
  return [
    vm.name, vm.vmGuid, vm.id, vm.scope, vm.class, vm.verdict, vm.atBest, vm.best, vm.coverage, vm.score?.low ?? null, vm.score?.high ?? null, vm.because, vm.decidedBy,
    vm.host.name, vm.hostRelease, vm.cluster?.name ?? null, vm.guest.family, vm.guest.osName, vm.generation, vm.version, vm.power, vm.readAt, vm.fresh, vm.pauseSeconds,
    vm.badges.join(" "), vm.synthetic, vm.overdue, vm.lateSince,
  ];
}

/** Control characters begin a formula in some readers and a new row in others; none belongs in a cell. */
const plain = (cell: Cell): string => (cell === null ? "" : String(cell).replace(/\p{Cc}/gu, " "));

const OPTIONS: Options = { quoted: true, quoted_empty: true, escape_formulas: true, record_delimiter: "windows" };
const ROWS_A_CHUNK = 500;

/**
 * The VM list as CSV (RFC 4180, UTF-8): a head row, then one row per VM in the order given. Every cell is quoted; a cell
 * that a spreadsheet would run as a formula begins with an apostrophe. Yields text as it comes.
 */
export async function* vmsCsv(vms: AsyncIterable<VmListItem>): AsyncGenerator<string> {
  yield stringify([[...HEAD]], OPTIONS);
  let rows: string[][] = [];
  for await (const vm of vms) {
    rows.push(cellsOf(vm).map(plain));
    if (rows.length < ROWS_A_CHUNK) continue;
    yield stringify(rows, OPTIONS);
    rows = [];
  }
  if (rows.length > 0) yield stringify(rows, OPTIONS);
}
