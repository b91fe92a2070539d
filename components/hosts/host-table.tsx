import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import { Name } from "@/components/ui/name";
import { count } from "@/components/ui/numbers";
import { age } from "@/components/ui/time";
import type { HostListItem } from "@/lib/estate/contract";
import { vmsHref } from "@/lib/estate/filters";
import { HostState } from "./host-state";
import { clockSentence, KEY_WORDS } from "./host-words";

/** Hosts, worst state first. `now` is the instant ages are counted from. */
export function HostTable({ hosts, now }: { hosts: readonly HostListItem[]; now: string }) {
  return (
    <div className="panel">
      <table className="tbl stack tall" role="table" aria-label="Hosts, worst state first">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader">State</th>
            <th role="columnheader">Host</th>
            <th role="columnheader" className="hide-s">Windows</th>
            <th role="columnheader" className="hide-s">Cluster</th>
            <th role="columnheader" className="hide-s">Collector</th>
            <th role="columnheader" className="r">Read</th>
            <th role="columnheader" className="r">VMs</th>
          </tr>
        </thead>
        <tbody role="rowgroup">{hosts.map((host) => <HostRow key={host.id} host={host} now={now} />)}</tbody>
      </table>
    </div>
  );
}

function HostRow({ host, now }: { host: HostListItem; now: string }) {
  const clock = clockSentence(host.clockOffsetSeconds);
  return (
    <tr role="row" data-host={host.id} data-state={host.state}>
      <td role="cell" className="nw o3"><HostState of={host.state} /></td>
      <td role="cell" className="o1 hostname">
        <Link className="plain strong" prefetch={false} href={`/hosts/${host.id}`}><Name>{host.name}</Name></Link>
        {host.synthetic ? <span className="chip ml-2">synthetic</span> : null}
        <Flags host={host} clock={clock} />
      </td>
      <td role="cell" className="nw hide-s">{host.release}</td>
      <td role="cell" className="hide-s wrap-any">{host.cluster === null ? "–" : <Link className="plain" prefetch={false} href={vmsHref({ cluster: [host.cluster.id] })}><Name>{host.cluster.name}</Name></Link>}</td>
      <td role="cell" className="hide-s wrap-any"><Speaker host={host} /></td>
      <td role="cell" className="r o4 num">{host.readAt === null ? <span className="faint">never</span> : <time dateTime={host.readAt} className={host.state === "fresh" ? "" : "old"}>{age(host.readAt, now)}</time>}</td>
      <td role="cell" className="r o2"><Link className="plain" prefetch={false} href={vmsHref(host.filter)}>{count(host.vms)}</Link><span className="only-i faint"> VMs</span></td>
    </tr>
  );
}

function Flags({ host, clock }: { host: HostListItem; clock: string | null }) {
  const flags = [
    host.conflict, clock, host.lateSince === null ? null : "Time changed what is true of its VMs; they are not judged again yet.",
    host.weak ? `Known only by its ${KEY_WORDS[host.key]}, a weak key.` : null,
  ].filter((text) => text !== null);
  return flags.map((text) => <div key={text} className="small old wrap-any"><Icon name="triangle-exclamation-point" small /> {text}</div>);
}

/** Who sends for a host: its own collector, a management server, or a person with a file. */
function Speaker({ host: { collector, server, heardAt } }: { host: HostListItem }) {
  if (collector !== null) return <Link className="plain" prefetch={false} href={`/collectors/${collector.id}`}><Name>{collector.name}</Name></Link>;
  if (server !== null) return <Link className="plain" prefetch={false} href={`/collectors/${server.id}`} title={server.name}>by a management server</Link>;
  return <span className="faint">{heardAt === null ? "by file" : "by a management server"}</span>;
}
