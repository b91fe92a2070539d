import { createColumnHelper } from "@tanstack/react-table";
import Link from "next/link";
import { AgeMark, ageWord, LateMark } from "@/components/readiness/age-mark";
import { shortGuest } from "@/components/readiness/guest-words";
import { scoreText } from "@/components/readiness/score-ledger";
import { VerdictMark } from "@/components/readiness/verdict-mark";
import { Icon } from "@/components/ui/icon";
import { Name } from "@/components/ui/name";
import { age } from "@/components/ui/time";
import type { VmListItem } from "@/lib/estate/contract";
import type { ColumnId } from "@/lib/estate/filters";

const column = createColumnHelper<VmListItem>();

function NotRead({ what }: { what: string }) {
  return (
    <span className="state is-unknown" title={`${what} was not read`}>
      <Icon name="circle-dashed" small />
      <span className="sr">{what} was not read</span>
    </span>
  );
}

function Read({ vm, now }: { vm: VmListItem; now: string }) {
  if (vm.readAt === null) return <NotRead what="Time" />;
  const text = <time dateTime={vm.readAt}>{age(vm.readAt, now)}</time>;
  const of = ageWord(vm);
  return of === null ? text : <span className="old" title={of.says}><Icon name="clock-exclamation-point" small /> {text}, {of.word}</span>;
}

function Guest({ osName }: { osName: string | null }) {
  return osName === null ? <NotRead what="Guest" /> : <bdi title={osName}>{shortGuest(osName)}</bdi>;
}

/** How each column shows a VM. `now` is the instant ages are counted from. */
export function vmColumns(now: string) {
  return {
    verdict: column.display({ id: "verdict", cell: ({ row: { original: vm } }) => <><VerdictMark of={vm} /><LateMark of={vm} /><AgeMark of={vm} className="only-i" /></> }),
    name: column.display({ id: "name", cell: ({ row }) => <Link className="plain" prefetch={false} href={`/vms/${row.original.id}`} title={row.original.name} data-open><Name>{row.original.name}</Name></Link> }),
    because: column.display({ id: "because", cell: ({ row }) => row.original.because }),
    score: column.display({ id: "score", cell: ({ row: { original: vm } }) => (vm.score === null ? "–" : <><span className="sr">Score </span>{scoreText(vm.score)}</>) }),
    guest: column.display({ id: "guest", cell: ({ row }) => <Guest osName={row.original.guest.osName} /> }),
    host: column.display({ id: "host", cell: ({ row }) => <Name>{row.original.host.name}</Name> }),
    read: column.display({ id: "read", cell: ({ row }) => <Read vm={row.original} now={now} /> }),
    release: column.display({ id: "release", cell: ({ row }) => row.original.hostRelease }),
    cluster: column.display({ id: "cluster", cell: ({ row }) => (row.original.cluster === null ? "–" : <Name>{row.original.cluster.name}</Name>) }),
    coverage: column.display({ id: "coverage", cell: ({ row }) => row.original.coverage }),
    generation: column.display({ id: "generation", cell: ({ row }) => row.original.generation ?? <NotRead what="Generation" /> }),
    version: column.display({ id: "version", cell: ({ row }) => row.original.version ?? <NotRead what="Configuration version" /> }),
    power: column.display({ id: "power", cell: ({ row }) => row.original.power ?? <NotRead what="Power state" /> }),
  } satisfies Record<ColumnId, unknown>;
}

/** Place and weight of each column: on a phone the row becomes name and score, verdict, because. */
export const CELL_LOOK: Readonly<Record<ColumnId, string>> = {
  verdict: "nw o3", name: "namecell o1", because: "clip muted full o4", score: "r o2", guest: "namecell hide-m", host: "namecell hide-s", read: "r hide-s",
  release: "nw hide-s", cluster: "namecell hide-s", coverage: "nw hide-s", generation: "r hide-s", version: "r hide-s", power: "nw hide-s",
};
