import Link from "next/link";
import { RowBar } from "@/components/readiness/verdict-bar";
import { judgedGroups } from "@/components/readiness/verdict-groups";
import { Name } from "@/components/ui/name";
import { count, counted, share } from "@/components/ui/numbers";
import type { GroupCounts } from "@/lib/estate/contract";
import { NONE, vmsHref } from "@/lib/estate/filters";

interface GroupTableProps {
  head: string;
  groups: readonly GroupCounts[];
  /** Names are read from hosts and shown as theirs; releases are our words. */
  theirs: boolean;
  /** Address of the page with all of them, and with the first dozen: of hundreds of clusters nobody looks at each. */
  more: { allHref: string; fewHref: string; isAll: boolean };
}

const SHOWN = 12;

const notReady = ({ counts }: GroupCounts) => counts.judged - counts.classes.ready;

/**
 * Readiness of each group as a row with its bar; every number opens exactly its VMs. Of more than a dozen those with the
 * most VMs that are not ready are shown first, and the rest when it is asked for.
 */
export function GroupTable({ head, groups, theirs, more: { allHref, fewHref, isAll } }: GroupTableProps) {
  const isLong = groups.length > SHOWN + 1;
  const worst = () => groups.toSorted((one, other) => notReady(other) - notReady(one)).slice(0, SHOWN);
  return (
    <div className="panel">
      <Rows head={head} groups={isLong && !isAll ? worst() : groups} theirs={theirs} />
      {isLong ? <p className="small muted px-3 py-2">{isAll ? `All ${count(groups.length)}, by name. ` : `The ${SHOWN} of ${count(groups.length)} with the most VMs not ready. `}<Link prefetch={false} scroll={false} href={isAll ? fewHref : allHref}>{isAll ? `Show the first ${SHOWN}` : "Show all"}</Link></p> : null}
    </div>
  );
}

function Rows({ head, groups, theirs }: Omit<GroupTableProps, "more">) {
  return (
    <table className="tbl brkt tall" role="table" aria-label={`Readiness, ${head.toLowerCase()}`}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader">{head}</th>
          <th role="columnheader" className="hide-s">Verdicts</th>
          <th role="columnheader" className="r">Ready</th>
          <th role="columnheader" className="r hide-s">Not live</th>
          <th role="columnheader" className="r hide-s">Unknown</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {groups.map((group) => <GroupRow key={group.id} group={group} theirs={theirs} />)}
      </tbody>
    </table>
  );
}

function GroupRow({ group, theirs }: { group: GroupCounts; theirs: boolean }) {
  const { counts, filter } = group;
  const cell = (of: "not-live" | "unknown") => (
    <td role="cell" className="r hide-s">
      {counts.classes[of] === 0 ? <span className="zero">0</span> : <Link className="plain" prefetch={false} href={vmsHref({ ...filter, class: [of] })}>{count(counts.classes[of])}</Link>}
    </td>
  );
  const alone = theirs && group.id === NONE;
  return (
    <tr role="row" className="brk">
      <td role="cell" className="groupname">
        <Link className="plain strong" prefetch={false} href={vmsHref(filter)}>
          {alone ? `${counted(group.hosts, "standalone host")}` : theirs ? <Name>{group.name}</Name> : group.name}
        </Link>
        <div className="small faint">{[theirs ? releases(group.releases) : "", alone ? "" : counted(group.hosts, "host")].filter((text) => text !== "").join(", ")}</div>
      </td>
      <td role="cell" className="barcell"><RowBar segments={judgedGroups(counts, filter).flatMap((of) => of.segments)} /></td>
      <td role="cell" className="r">
        <Link className="plain strong" prefetch={false} href={vmsHref({ ...filter, class: ["ready"] })}>
          <span className="sr">{count(counts.classes.ready)} ready, </span>{share(counts.classes.ready, counts.judged)}
        </Link>
        <div className="small faint">of {count(counts.judged)}</div>
      </td>
      {cell("not-live")}
      {cell("unknown")}
    </tr>
  );
}

function releases(names: readonly string[]): string {
  const read = names.filter((name) => name !== "Windows not read");
  const [newest, oldest] = [read[0], read.at(-1)];
  if (newest === undefined || oldest === undefined) return names[0] ?? "";
  return newest === oldest ? newest : `${oldest} to ${newest}`;
}
