import Link from "next/link";
import { CopyButton } from "@/components/ui/copy-button";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { Name } from "@/components/ui/name";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { age, instant } from "@/components/ui/time";
import type { GoneVm } from "@/lib/estate/contract";
import { vmsHref } from "@/lib/estate/filters";

/** A VM that is gone: since when, where it was, and where to look further. */
export function GoneVmPage({ vm, now }: { vm: GoneVm; now: string }) {
  const host = <Link prefetch={false} href={`/hosts/${vm.host.id}`}><Name>{vm.host.name}</Name></Link>;
  return (
    <>
      <div className="head">
        <div>
          <h1 className="wrap-any"><Name>{vm.name}</Name></h1>
          <div className="facts mt-1">
            <span>{vm.goneSince === null ? "Gone" : `Gone for ${age(vm.goneSince, now)}`}</span>
            <span>Last on {host}{vm.cluster === null ? null : <>&nbsp;in&nbsp;<Link className="plain" prefetch={false} href={vmsHref({ cluster: [vm.cluster.id] })}><Name>{vm.cluster.name}</Name></Link></>}</span>
          </div>
        </div>
        <CopyButton text={vm.vmGuid} label="Copy id" what="of this VM" />
      </div>
      <div className="mt-4">
        <Note kind="unknown" title={vm.goneSince === null ? "Gone." : `Gone since ${instant(vm.goneSince).text}.`}>
          Complete listings of {host} lack it from then on: it was deleted there, or moved to a host that sends no inventory. It has no verdict and is in no count. A listing that has it again brings it back, at this address. Look for <Link prefetch={false} href={vmsHref({ q: vm.name })}>VMs of this name</Link>.
        </Note>
      </div>
      {vm.elsewhere.length === 0 ? null : (
        <Section id="elsewhere" title="With the same id" lede="Another VM of the estate has its GUID, such as a replica or an imported copy.">
          <KeyValues>{vm.elsewhere.map((of) => <KeyValue key={of.id} term={<Link prefetch={false} href={`/vms/${of.id}`}><Name>{of.name}</Name></Link>}>on <Name>{of.host}</Name></KeyValue>)}</KeyValues>
        </Section>
      )}
      <Section id="owners" title="Where it was">
        <div className="max-w-xl"><KeyValues>
          {vm.owners.map((of) => (
            <KeyValue key={`${of.host.id}-${of.since}`} term={of.known ? <Link prefetch={false} href={`/hosts/${of.host.id}`}><Name>{of.host.name}</Name></Link> : <Name>{of.host.name}</Name>}>
              from <time dateTime={of.since}>{instant(of.since).text}</time>
            </KeyValue>
          ))}
          <KeyValue term="Last listed"><time dateTime={vm.listedAt}>{instant(vm.listedAt).text}</time></KeyValue>
          <KeyValue term="VM id" mono>{vm.vmGuid}</KeyValue>
        </KeyValues></div>
      </Section>
    </>
  );
}
