import type { Metadata } from "next";
import Link from "next/link";
import { HostBurdens } from "@/components/hosts/host-burdens";
import { HostDocuments } from "@/components/hosts/host-documents";
import { HostFacts, HostIdentity, HostVolumes } from "@/components/hosts/host-facts";
import { HostNotes } from "@/components/hosts/host-notes";
import { HostSections } from "@/components/hosts/host-sections";
import { HostState } from "@/components/hosts/host-state";
import { HostVms } from "@/components/hosts/host-vms";
import { ConfirmButton } from "@/components/imports/confirm-button";
import { PageFrame } from "@/components/shell/page-frame";
import { frameFacts } from "@/components/shell/stale-hosts";
import { Name } from "@/components/ui/name";
import { count, counted } from "@/components/ui/numbers";
import { Section } from "@/components/ui/section";
import { age } from "@/components/ui/time";
import { FindingKey, Findings } from "@/components/vm/findings";
import { vmsHref } from "@/lib/estate/filters";
import type { IdPage } from "../../../page-params";
import { readAsOf, readHost } from "../../../reads";

export async function generateMetadata({ params }: IdPage): Promise<Metadata> {
  return { title: (await readHost((await params).id)).item.name };
}

export default async function HostPage({ params }: IdPage) {
  const { id } = await params;
  const [asOf, host] = await Promise.all([readAsOf(), readHost(id)]);
  const { item } = host;
  const now = asOf.asked;
  return (
    <PageFrame {...frameFacts(asOf)} ownLate crumb={{ href: "/hosts", label: "Hosts", here: item.name }}>
      <div className="head">
        <div>
          <h1 className="wrap-any"><Name>{item.name}</Name>{item.synthetic ? <span className="chip ml-2">synthetic</span> : null}</h1>
          <div className="facts mt-1">
            <HostState of={item.state} />
            <span>{item.release}</span>
            {item.cluster === null ? <span>In no cluster</span> : <span><Link className="plain" prefetch={false} href={vmsHref({ cluster: [item.cluster.id] })}><Name>{item.cluster.name}</Name></Link></span>}
            <span className="num">{item.readAt === null ? "Never read" : `Read ${age(item.readAt, now)} ago`}</span>
          </div>
        </div>
        <ConfirmButton
          label="Forget" what={item.name} href={`/api/v1/hosts/${item.id}`} then="/hosts" question="Forget this host?"
          consequence={`The host ${item.name} and its ${counted(item.vms, "VM")} disappear, with every inventory of it. A new inventory brings it back.`}
        />
      </div>
      <HostNotes host={host} now={now} />
      <div className="vmgrid">
        <div className="min-w-0">
          <Section first id="vms" title="Virtual machines" lede={`${count(host.counts.judged)} judged for live backup, ${count(host.counts.total - host.counts.judged)} counted apart.`}
            action={<Link className="small" prefetch={false} href={vmsHref(item.filter)} data-all-vms>All {counted(host.counts.total, "VM")}</Link>}>
            <HostVms counts={host.counts} filter={item.filter} />
          </Section>
          {host.burdens.length === 0 ? null : (
            <Section id="holds-back" title="What holds its VMs back" lede="Requirements that lower a verdict or the coverage of a VM here.">
              <HostBurdens burdens={host.burdens} />
            </Section>
          )}
          <Section id="findings" title="Findings of the host itself" lede="Requirements that ask about this host alone; they weigh on all of its VMs." action={<FindingKey findings={host.findings} />}>
            <Findings findings={host.findings} now={now} />
          </Section>
          <Section id="sections" title="What was read" lede="Each part of the host is read apart: one that fails costs only itself.">
            <HostSections sections={host.sections} now={now} />
          </Section>
          {host.facts.volumes === null ? null : <Section id="volumes" title="Volumes"><HostVolumes volumes={host.facts.volumes} /></Section>}
          <Section id="documents" title="Inventories" lede={`${counted(host.documentCount, "inventory", "inventories")} kept${host.documentCount > host.documents.length ? `, the newest ${host.documents.length} here` : ""}.`}>
            <HostDocuments documents={host.documents} now={now} />
          </Section>
        </div>
        <aside className="side" aria-label="More of this host">
          <HostIdentity host={host} now={now} />
          <HostFacts host={host} />
        </aside>
      </div>
    </PageFrame>
  );
}
