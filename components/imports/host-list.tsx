import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import { Name } from "@/components/ui/name";
import { count, counted } from "@/components/ui/numbers";
import { age } from "@/components/ui/time";
import type { HostListItem } from "@/lib/estate/contract";
import { vmsHref } from "@/lib/estate/filters";
import { ConfirmButton } from "./confirm-button";

const KEYS: Readonly<Record<HostListItem["key"], string>> = { installId: "install id", hardwareUuid: "hardware UUID", fqdn: "FQDN", name: "name" };

const SHOWN = 100;

/** The hosts that inventories spoke of, oldest reading first, and how each is recognised. */
export function HostList({ hosts, now, all }: { hosts: readonly HostListItem[]; now: string; all: boolean }) {
  const sorted = hosts.toSorted((one, other) => (one.readAt ?? "").localeCompare(other.readAt ?? "", "en") || one.name.localeCompare(other.name, "en"));
  const shown = all ? sorted : sorted.slice(0, SHOWN);
  return (
    <div className="panel">
      <table className="tbl stack dense" role="table" aria-label="Hosts, oldest reading first">
        <thead role="rowgroup">
          <tr role="row">
            {["Host", "Windows", "Cluster", "Known by"].map((head, index) => <th role="columnheader" key={head} className={index > 1 ? "hide-s" : ""}>{head}</th>)}
            <th role="columnheader" className="r">Read</th>
            <th role="columnheader" className="r">VMs</th>
            <th role="columnheader"><span className="sr">Forget</span></th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {shown.map((host) => (
            <tr role="row" key={host.id} data-host={host.id}>
              <td role="cell" className="o1"><Name>{host.name}</Name>{host.synthetic ? <span className="chip ml-2">synthetic</span> : null}</td>
              <td role="cell" className="nw o3">{host.release}</td>
              <td role="cell" className="nw hide-s">{host.cluster === null ? "–" : <Name>{host.cluster.name}</Name>}</td>
              <td role="cell" className="hide-s">
                {KEYS[host.key]}{host.weak ? ", weak" : ""}
                {host.conflict === null ? null : <div className="small old wrap-any">{host.conflict}</div>}
              </td>
              <td role="cell" className="r o4"><Age host={host} now={now} /></td>
              <td role="cell" className="r o2"><Link className="plain" prefetch={false} href={vmsHref(host.filter)}>{count(host.vms)}</Link><span className="only-i faint"> VMs</span></td>
              <td role="cell" className="r o5">
                <ConfirmButton
                  label="Forget" what={host.name} href={`/api/v1/hosts/${host.id}`}
                  question="Forget this host?" consequence={`The host ${host.name} and its ${counted(host.vms, "VM")} disappear, with every inventory of it. A new inventory brings it back.`}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length === sorted.length ? null : (
        <div className="tfoot"><span>{count(shown.length)} of {count(sorted.length)}</span><Link prefetch={false} href="/imports?hosts=all#hosts">Show all {count(sorted.length)}</Link></div>
      )}
    </div>
  );
}

function Age({ host, now }: { host: HostListItem; now: string }) {
  if (host.readAt === null) return <span className="faint">never</span>;
  const text = <time dateTime={host.readAt}>{age(host.readAt, now)}</time>;
  return host.fresh ? text : <span className="old"><Icon name="clock-exclamation-point" small /> {text}<span className="sr"> too old</span></span>;
}
