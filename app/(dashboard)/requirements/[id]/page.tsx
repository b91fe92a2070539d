import type { Metadata } from "next";
import Link from "next/link";
import { FixBlock } from "@/components/readiness/fix-block";
import { REASON_WORDS } from "@/components/readiness/reason-words";
import { AffectedTable, affectedTitle } from "@/components/requirement/affected-table";
import { EffectsTable } from "@/components/requirement/effects-table";
import { Summary } from "@/components/requirement/summary";
import { PageFrame } from "@/components/shell/page-frame";
import { frameFacts } from "@/components/shell/stale-hosts";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { Name } from "@/components/ui/name";
import { count } from "@/components/ui/numbers";
import { Section } from "@/components/ui/section";
import { factSource } from "@/components/vm/fact-source";
import type { RequirementDetail } from "@/lib/estate/contract";
import { vmsHref } from "@/lib/estate/filters";
import type { IdPage } from "../../../page-params";
import { readRequirement } from "../../../reads";

export async function generateMetadata({ params }: IdPage): Promise<Metadata> {
  return { title: (await readRequirement((await params).id)).title };
}

export default async function RequirementPage({ params }: IdPage) {
  const of = await readRequirement((await params).id);
  const affected = of.counts[of.affected.status];
  return (
    <PageFrame {...frameFacts(of.asOf)} crumb={{ href: "/requirements", label: "Requirements", here: of.title }}>
      <h1>{of.title}</h1>
      <div className="facts mt-1">
        <span className="mono">{of.id}</span>
        <span>{of.group}</span>
        <span>{of.hosts.length === 4 ? "Every host version" : `Hosts: ${of.hosts.join(", ")}`}</span>
        <span>Guests: {of.guests.join(", ")}</span>
      </div>
      <Summary of={of} />
      <div className="vmgrid">
        <div className="min-w-0">
          {of.fix === null ? null : (
            <Section first id="fix" title="Fix" lede={<>As it reads for <Link prefetch={false} href={`/vms/${of.fix.vm.id}`}><Name>{of.fix.vm.name}</Name></Link>. VMs are chosen by id, never by name; each VM’s page has its own.</>}>
              {of.fix.fixes.map((fix) => <FixBlock key={fix.title} fix={fix} heading="h3" />)}
            </Section>
          )}
          {affected === 0 ? null : (
            <Section first={of.fix === null} id="affected" title={affectedTitle(of.affected, affected)} action={<Link className="small" prefetch={false} href={vmsHref(of.affected.filter)}>Open as a list</Link>}>
              <AffectedTable affected={of.affected} total={affected} />
            </Section>
          )}
          <Section first={of.fix === null && affected === 0} id="effects" title="What happens if it is not met" lede={of.otherwise}>
            <EffectsTable rows={of.rows} />
          </Section>
        </div>
        <RequirementAside of={of} />
      </div>
    </PageFrame>
  );
}

function RequirementAside({ of }: { of: RequirementDetail }) {
  const failing = of.byRelease.filter((each) => each.counts.fail > 0);
  return (
    <aside className="side" aria-label="More of this requirement">
      <section aria-labelledby="why">
        <h2 id="why">Why</h2>
        <p className="text-13 muted">{of.why}</p>
      </section>
      {failing.length === 0 ? null : (
        <section aria-labelledby="where">
          <h2 id="where">Where it fails</h2>
          <KeyValues>
            {failing.map((each) => <KeyValue key={each.release} term={each.release}><Link prefetch={false} href={vmsHref({ ...each.filter, requirement: of.id, status: ["fail"] })}>{count(each.counts.fail)}</Link></KeyValue>)}
          </KeyValues>
        </section>
      )}
      {of.unknownReasons.length === 0 ? null : (
        <section aria-labelledby="unknown">
          <h2 id="unknown">Why it is unknown</h2>
          <ul className="why rest-of">
            {of.unknownReasons.map((each) => (
              <li key={each.reason}>
                <Link className="n plain" prefetch={false} href={vmsHref(each.filter)}>{count(each.vms)}</Link>
                <p>{REASON_WORDS[each.reason]}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="checked">
        <h2 id="checked">How it is checked</h2>
        <KeyValues>
          <KeyValue term="Passes when">{of.expected}</KeyValue>
          {of.facts.map((fact) => <KeyValue key={fact} term={<span className="mono wrap-any">{fact}</span>} mono>{factSource(fact)}</KeyValue>)}
        </KeyValues>
      </section>
      <section aria-labelledby="sources">
        <h2 id="sources">Sources</h2>
        <ul className="src">
          {of.sources.map((source) => (
            <li key={source.key}>
              <span className="k">{source.key}</span>
              {source.url === null ? <span>{source.title}</span> : <a className="wrap-any" href={source.url} rel="noreferrer">{source.title}</a>}
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}
