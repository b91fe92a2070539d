import Link from "next/link";
import { clockText } from "@/components/collectors/collector-words";
import { REASON_WORDS } from "@/components/readiness/reason-words";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { Name } from "@/components/ui/name";
import { bytes } from "@/components/ui/numbers";
import { age, instant } from "@/components/ui/time";
import type { HostDetail } from "@/lib/estate/contract";
import type { Volume } from "@/lib/inventory/document";
import { reasonOf } from "@/lib/inventory/fact";
import { KEY_WORDS } from "./host-words";

/** Who the host is: keys, former names, collector, clock. */
export function HostIdentity({ host, now }: { host: HostDetail; now: string }) {
  const { item, identity } = host;
  return (
    <section aria-labelledby="identity">
      <h2 id="identity">Identity</h2>
      <KeyValues>
        <KeyValue term="Known by">{KEY_WORDS[item.key]}{item.weak ? ", a weak key" : ""}</KeyValue>
        <KeyValue term="Install id" mono>{identity.installId ?? "Not read"}</KeyValue>
        <KeyValue term="Hardware UUID" mono>{identity.hardwareUuid ?? "Not read"}</KeyValue>
        <KeyValue term="FQDN" mono>{identity.fqdn ?? "Not read"}</KeyValue>
        {host.names.map((of) => <KeyValue key={`${of.name}-${of.from ?? ""}`} term="Was called"><Name>{of.name}</Name>{of.from === null ? "" : <span className="faint"> from {instant(of.from).text}</span>}</KeyValue>)}
        <KeyValue term="Collector">
          {item.collector !== null ? <Link prefetch={false} href={`/collectors/${item.collector.id}`}><Name>{item.collector.name}</Name></Link>
            : item.server !== null ? <>None of its own: <Link prefetch={false} href={`/collectors/${item.server.id}`}><Name>{item.server.name}</Name></Link> speaks for it</>
              : item.heardAt === null ? "None: imported as a file" : "None of its own: a management server speaks for it"}
        </KeyValue>
        {item.heardAt === null ? null : <KeyValue term="Heard by network">{age(item.heardAt, now)} ago</KeyValue>}
        <KeyValue term="Interval">{host.intervalSeconds === null ? "None named" : `${Math.round(host.intervalSeconds / 60)} min`}</KeyValue>
        {item.dueAt === null ? null : <KeyValue term="Overdue from"><time dateTime={item.dueAt}>{instant(item.dueAt).text}</time></KeyValue>}
        <KeyValue term="Clock">{clockText(item.clockOffsetSeconds)}</KeyValue>
        {host.judgedAt === null ? null : <KeyValue term="Judged"><time dateTime={host.judgedAt}>{instant(host.judgedAt).text}</time></KeyValue>}
      </KeyValues>
    </section>
  );
}

/** What the host says of itself; what was not read says why. */
export function HostFacts({ host: { facts, cluster } }: { host: HostDetail }) {
  const unread = (fact: string) => {
    const why = reasonOf(facts.absent, fact);
    return <span className="muted">{why.reason === "empty" || why.reason === "not-applicable" ? REASON_WORDS[why.reason] : `Not read: ${REASON_WORDS[why.reason].toLowerCase()}`}{why.text === undefined ? "" : ` (${why.text})`}</span>;
  };
  const writer = facts.hyperVVssWriter;
  return (
    <>
      <section aria-labelledby="system">
        <h2 id="system">System</h2>
        <KeyValues>
          <KeyValue term="Windows">{facts.osCaption === null ? unread("osCaption") : <bdi>{facts.osCaption}</bdi>}</KeyValue>
          <KeyValue term="Kernel" mono>{facts.osVersion ?? unread("osVersion")}</KeyValue>
          <KeyValue term="Edition">{facts.edition ?? unread("edition")}</KeyValue>
          <KeyValue term="Language">{facts.uiCulture ?? unread("uiCulture")}</KeyValue>
          <KeyValue term="Hyper-V VSS writer">{writer === null ? unread("hyperVVssWriter") : writer.present ? <>state [{writer.state ?? "not read"}], last error {writer.lastError ?? "not read"}</> : "Not listed"}</KeyValue>
          <KeyValue term="VSS providers">{facts.vssProviders === null ? unread("vssProviders") : facts.vssProviders.map((of) => of.name ?? of.id ?? "no name").join(", ") || "None"}</KeyValue>
          <KeyValue term="Backup products">{facts.backupProducts === null ? unread("backupProducts") : facts.backupProducts.map((of) => `${of.name}${of.version === null ? "" : ` ${of.version}`}`).join(", ") || "None found"}</KeyValue>
        </KeyValues>
      </section>
      {cluster === null ? null : (
        <section aria-labelledby="cluster">
          <h2 id="cluster">Cluster</h2>
          <KeyValues>
            <KeyValue term="Name"><Name>{cluster.name}</Name></KeyValue>
            <KeyValue term="Functional level">{cluster.functionalLevel ?? "Not read"}</KeyValue>
            <KeyValue term="Storage Spaces Direct">{cluster.s2dEnabled === null ? "Not read" : cluster.s2dEnabled ? "Yes" : "No"}</KeyValue>
            {cluster.nodes === null ? <KeyValue term="Nodes">Not read</KeyValue> : cluster.nodes.map((node) => <KeyValue key={node.name} term={<Name>{node.name}</Name>}>{node.state ?? "Not read"}</KeyValue>)}
          </KeyValues>
        </section>
      )}
    </>
  );
}

/** The volumes of a host. */
export function HostVolumes({ volumes }: { volumes: readonly Volume[] }) {
  return (
    <div className="panel">
      <table className="tbl stack dense" role="table" aria-label="Volumes of this host">
        <thead role="rowgroup">
          <tr role="row">{["Volume", "File system", "Size", "Free"].map((head, index) => <th role="columnheader" key={head} className={index > 1 ? "r" : ""}>{head}</th>)}</tr>
        </thead>
        <tbody role="rowgroup">
          {volumes.map((volume, index) => (
            <tr role="row" key={volume.uniqueId ?? index}>
              <td role="cell" className="o1 wrap-any"><bdi className="mono">{volume.path ?? volume.uniqueId ?? "Name not read"}</bdi></td>
              <td role="cell" className="o4">{volume.fileSystem ?? "Not read"}{volume.isDedup === true ? ", deduplicated" : ""}</td>
              <td role="cell" className="r hide-s num">{volume.capacityBytes === null ? <span className="faint">not read</span> : bytes(volume.capacityBytes)}</td>
              <td role="cell" className="r o2 num">{volume.freeBytes === null ? <span className="faint">not read</span> : bytes(volume.freeBytes)}<span className="only-i faint"> free</span></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
