import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import { Name } from "@/components/ui/name";
import { count } from "@/components/ui/numbers";
import { age } from "@/components/ui/time";
import type { CollectorItem, Standing } from "@/lib/collectors/contract";
import { CollectorApproval } from "./collector-actions";
import { flagsOf, KIND_WORDS, STANDING_WORDS } from "./collector-words";

/** The standing of a collector as icon and word. */
export function StandingMark({ of }: { of: Standing }) {
  const { word, icon, look } = STANDING_WORDS[of];
  return <span className={`v ${look}`}><Icon name={icon} />{word}</span>;
}

/** Collectors, worst standing first: when each was heard, what it runs, and what is wrong with it. */
export function CollectorTable({ rows, now }: { rows: readonly { of: CollectorItem; standing: Standing }[]; now: string }) {
  return (
    <div className="panel">
      <table className="tbl stack tall" role="table" aria-label="Collectors, worst first">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader">State</th>
            <th role="columnheader">Collector</th>
            <th role="columnheader" className="hide-l">Runs</th>
            <th role="columnheader" className="r">Heard</th>
            <th role="columnheader" className="r hide-s">Accepted</th>
            <th role="columnheader" className="r hide-s">Refused</th>
            <th role="columnheader"><span className="sr">Approve</span></th>
          </tr>
        </thead>
        <tbody role="rowgroup">{rows.map((row) => <CollectorRow key={row.of.id} {...row} now={now} />)}</tbody>
      </table>
    </div>
  );
}

function CollectorRow({ of, standing, now }: { of: CollectorItem; standing: Standing; now: string }) {
  const runs = [of.version === null ? null : `collector ${of.version}`, of.psVersion === null ? null : `PowerShell ${of.psVersion}`, of.language].filter((text) => text !== null);
  return (
    <tr role="row" data-collector={of.publicId} data-standing={standing}>
      <td role="cell" className="nw o3"><StandingMark of={standing} /></td>
      <td role="cell" className="o1 hostname">
        <Link className="plain strong" prefetch={false} href={`/collectors/${of.publicId}`}><Name>{of.name}</Name></Link>
        <div className="small faint wrap-any">{KIND_WORDS[of.kind]}{of.scope === null ? "" : <>, <bdi>{of.scope}</bdi></>}{of.hostName === null || of.hostName === of.name ? "" : <>, bound to <bdi>{of.hostName}</bdi></>}</div>
        {standing !== "refused" || of.lastRefusal === null ? null : <div className="small old wrap-any">{of.lastRefusal.status}: {of.lastRefusal.detail}</div>}
        {flagsOf(of).map((flag) => <div key={flag} className="small old"><Icon name="triangle-exclamation-point" small /> {flag}</div>)}
      </td>
      <td role="cell" className="small muted hide-l">{runs.length === 0 ? <span className="faint">not told yet</span> : runs.join(", ")}</td>
      <td role="cell" className="r o2 num">{of.lastSeenAt === null ? <span className="faint">never</span> : <time dateTime={of.lastSeenAt}>{age(of.lastSeenAt, now)}</time>}</td>
      <td role="cell" className="r hide-s num">{of.lastAcceptedAt === null ? <span className="faint">never</span> : <time dateTime={of.lastAcceptedAt}>{age(of.lastAcceptedAt, now)}</time>}</td>
      <td role="cell" className="r hide-s num">{of.refused === 0 ? <span className="zero">0</span> : count(of.refused)}</td>
      <td role="cell" className="r o5"><CollectorApproval of={of} /></td>
    </tr>
  );
}
