import type pg from "pg";
import type { HostState, VmState } from "../fold/fold";
import { HOST_ROW, type HostRow, type JudgedHost } from "./judge-hosts";
import { FINDING_ROW, VM_ROW, type VmRow } from "./judged-rows";
import { type Columns, updateRows, writeRows } from "./rows";
import { type TallyRow, tallyRows, writeTallies } from "./tally";
import type { JudgedRow } from "./unwritten";

function without<Row, Name extends keyof Row & string>(columns: Columns<Row>, ...names: readonly Name[]): Columns<Omit<Row, Name>> {
  return Object.fromEntries(Object.entries(columns).filter(([name]) => !names.some((each) => each === name))) as Columns<Omit<Row, Name>>;
}

/** What a judgement says of a VM; the facts, and from when they are, stay as they are written. */
const VM_JUDGED = without(VM_ROW, "facts", "sections", "documentId", "listedAt", "readAt", "scopeId", "vmGuid", "hostId", "createdAt");
/** What a judgement says of a host. Its confirmation stays: rows of VMs keep the times that it moves on. */
const HOST_JUDGED = without(
  HOST_ROW, "facts", "clusterView", "sections", "names", "confirmedFrom", "confirmedMark", "createdAt", "installId", "hardwareUuid", "fqdn", "name", "nameKey", "keyKind", "conflict", "clusterId", "intervalSeconds", "synthetic", "heardAt", "clockOffsetSeconds",
);

/** Judgements of hosts, of all of whose facts nothing is written anew. */
export class Judgements {
  judged = 0;
  private readonly hosts: HostRow[] = [];
  private readonly changed: JudgedRow[] = [];
  private readonly tallies: TallyRow[] = [];

  /** Takes what changed of a host; all else of it is forgotten. */
  add(state: Pick<HostState, "id">, { judged, rows, hostRow }: JudgedHost): void {
    this.judged += judged.length;
    this.hosts.push(hostRow(null, null));
    this.tallies.push(...tallyRows(state.id, judged.map((vm) => vm.judgement)));
    for (const each of rows) if (each.vm.state.judgedDigest !== each.row.judgedDigest) this.changed.push(each);
  }

  /** Writes all in a few statements. A VM whose facts another document brought than its row has is written whole. */
  async write(client: pg.PoolClient): Promise<void> {
    const isWhole = ({ judgedDigest }: VmState) => judgedDigest === null || judgedDigest === undefined;
    const rowsOf = (whole: boolean): VmRow[] => this.changed.flatMap(({ vm, row }) => (isWhole(vm.state) === whole ? [row] : []));
    await updateRows(client, "Host", HOST_JUDGED, this.hosts);
    if (this.changed.length > 0) await client.query(`DELETE FROM "Finding" WHERE "vmId" = ANY($1::uuid[])`, [this.changed.map(({ row }) => row.id)]);
    await updateRows(client, "Vm", VM_JUDGED, rowsOf(false));
    await writeRows(client, "Vm", VM_ROW, rowsOf(true), ["id"]);
    await writeRows(client, "Finding", FINDING_ROW, this.changed.flatMap(({ findings }) => findings), [], 1000);
    await writeTallies(client, this.hosts.map((host) => host.id), this.tallies);
  }
}
