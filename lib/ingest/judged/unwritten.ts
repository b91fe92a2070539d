import { type Confirmation, confirmedVm, saysTheSame } from "@/lib/inventory/confirmed";
import type { Mark } from "@/lib/inventory/current";
import type { HostState } from "../fold/fold";
import type { FindingRow, JudgedVm, VmRow } from "./judged-rows";

export interface JudgedRow {
  vm: JudgedVm;
  row: VmRow;
  findings: FindingRow[];
}
export interface ToWrite {
  rows: JudgedRow[];
  /** What the host notes of the VMs that are not written although their inventory is newer. */
  confirmation: Confirmation | null;
}

const listedOf = (marks: Record<string, Mark>): Mark => marks["vms.listed"] ?? "";

/** The row says all that would be written: nothing was folded since, and the judgement is as before. */
function isAsStored({ vm: { state }, row }: JudgedRow): boolean {
  return state.judgedDigest !== undefined && state.judgedDigest === row.judgedDigest;
}

/** Its newest inventory says again what its row says, and leads to the same judgement. */
function isConfirmable({ vm: { state }, row }: JudgedRow, until: Mark): boolean {
  const { kept } = state;
  if (kept === undefined || kept.digest !== row.judgedDigest || listedOf(state.marks) !== until || listedOf(kept.marks) >= until) return false;
  return isAsStored({ vm: { state } as JudgedVm, row, findings: [] }) || saysTheSame(confirmedVm(kept, { from: listedOf(kept.marks), until }), state);
}

/**
 * Chooses what is written of the VMs of a host. Of one of which the newest complete listing says the same as its row,
 * only the host notes that it does; this holds for hosts that send again and again. While a VM is missing whose row
 * would count as confirmed too, all rows are written.
 */
export function toWrite(host: HostState, judged: readonly JudgedRow[]): ToWrite {
  const until = host.marks["vms.complete"] ?? "";
  const confirmed = new Set(host.heardAt === null ? [] : judged.filter((each) => isConfirmable(each, until)));
  const from = [...confirmed].map(({ vm }) => listedOf(vm.state.kept?.marks ?? {})).sort()[0];
  const isCaught = (each: JudgedRow) => {
    const listed = listedOf(each.vm.state.marks);
    return from !== undefined && !confirmed.has(each) && listed >= from && listed < until;
  };
  if (from === undefined || judged.some(isCaught)) return { rows: judged.filter((each) => !isAsStored(each) || confirmed.has(each)), confirmation: null };
  return { rows: judged.filter((each) => !isAsStored(each) && !confirmed.has(each)), confirmation: { from, until } };
}
