import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AnswerPanel } from "@/components/readiness/answer-panel";
import { DiskChain } from "@/components/readiness/disk-chain";
import { ReasoningChain } from "@/components/readiness/reasoning-chain";
import { scoreText, type Then } from "@/components/readiness/score-ledger";
import { VERDICT_WORDS } from "@/components/readiness/verdict-words";
import { PageFrame } from "@/components/shell/page-frame";
import { frameFacts } from "@/components/shell/stale-hosts";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import { Icon } from "@/components/ui/icon";
import { Name } from "@/components/ui/name";
import { Section } from "@/components/ui/section";
import { Checkpoints, ClusterFacts, Identity } from "@/components/vm/aside";
import { FactsLine } from "@/components/vm/facts-line";
import { FindingKey, Findings } from "@/components/vm/findings";
import { GoneVmPage } from "@/components/vm/gone-vm";
import { GuestFacts, GuestVolumes } from "@/components/vm/guest-facts";
import { IntegrationServices } from "@/components/vm/integration-services";
import { Missing } from "@/components/vm/missing";
import { OtherRuleset } from "@/components/vm/other-ruleset";
import { Owners } from "@/components/vm/owners";
import { Unread } from "@/components/vm/unread";
import { VmNotes } from "@/components/vm/vm-notes";
import { volumeLabels } from "@/components/vm/volume-labels";
import { Witness } from "@/components/vm/witness";
import type { VmDetail } from "@/lib/estate/contract";
import type { IdPage } from "../../../page-params";
import { readAsOf, readGoneVm, readVm, readVmHistory } from "../../../reads";

export async function generateMetadata({ params }: IdPage): Promise<Metadata> {
  const { id } = await params;
  return { title: (await readVm(id))?.item.name ?? (await readGoneVm(id))?.name ?? "Virtual machine" };
}

export default async function VmPage({ params }: IdPage) {
  const { id } = await params;
  const vm = await readVm(id);
  if (vm === null) return <Gone id={id} />;
  const history = await readVmHistory(vm.item.id);
  const now = vm.asOf.asked;
  return (
    <PageFrame {...frameFacts(vm.asOf)} ownLate crumb={{ href: "/vms", label: "Virtual machines", here: vm.item.name }}>
      <div className="head">
        <div>
          <h1 className="wrap-any"><Name>{vm.item.name}</Name></h1>
          <FactsLine vm={vm} />
        </div>
        <div className="row">
          {vm.rawDocument === null ? null : <a className="btn quiet" href={vm.rawDocument}><Icon name="braces" small />Raw document</a>}
          <CopyButton text={vm.identity.vmGuid} label="Copy id" what="of this VM" />
        </div>
      </div>
      <VmNotes vm={vm} history={history} now={now} />
      <AnswerPanel
        verdict={vm.verdict} score={vm.score} estimatedPauseSeconds={vm.estimatedPauseSeconds} then={ifMended(vm)}
        requiredConsistency={vm.requiredConsistency === "app-required" ? "application" : "none, crash is accepted"}
      />
      <div className="vmgrid">
        <div className="min-w-0">
          <Section first id="reasoning" title="How the verdict was reached" action={<span className="small faint">{vm.ruleset}</span>}>
            <div className="panel p-4"><ReasoningChain steps={vm.verdict.steps} verdict={vm.verdict.verdict} /></div>
          </Section>
          {vm.verdict.verdict === "unknown" ? <Missing findings={vm.findings} /> : null}
          <Section id="findings" title="Findings" action={<FindingKey findings={vm.findings} />}>
            <Findings findings={vm.findings} now={now} />
          </Section>
          {vm.latent.length === 0 ? null : (
            <Section id="latent" title="What would happen if it ran" lede="These count in no number while the VM is off.">
              <Findings findings={vm.latent} now={now} openFirst={false} />
            </Section>
          )}
          <Section id="disks" title="Disks" lede="From the controller to the storage under it. Strong outline: the file that is written now.">
            {vm.facts.vm.disks === null ? <Unread vm={vm} fact="disks" /> : vm.facts.vm.disks.length === 0 ? <p className="muted">No disk is attached.</p> : <DiskChain disks={vm.facts.vm.disks} volumes={volumeLabels(vm)} />}
          </Section>
          {vm.facts.guest?.volumes === null || vm.facts.guest === null ? null : (
            <Section id="guest-volumes" title="Volumes in the guest"><GuestVolumes volumes={vm.facts.guest.volumes} /></Section>
          )}
          <Section id="facts" title="Facts as read">
            <details className="data-twin">
              <summary>Show the facts of this VM as JSON</summary>
              <div className="raw"><CodeBlock code={JSON.stringify({ ...vm.facts.vm, guest: vm.facts.guest }, null, 2)} what="the facts of this VM" highlight={false} /></div>
            </details>
          </Section>
        </div>
        <aside className="side" aria-label="More of this VM">
          <Witness vm={vm} />
          <OtherRuleset vm={vm} />
          <IntegrationServices vm={vm} />
          <GuestFacts vm={vm} now={now} />
          <Checkpoints vm={vm} now={now} />
          <ClusterFacts vm={vm} />
          <Owners history={history} />
          <Identity vm={vm} />
        </aside>
      </div>
    </PageFrame>
  );
}

async function Gone({ id }: { id: string }) {
  const [asOf, vm] = await Promise.all([readAsOf(), readGoneVm(id)]);
  if (vm === null) notFound();
  return (
    <PageFrame {...frameFacts(asOf)} crumb={{ href: "/vms", label: "Virtual machines", here: vm.name }}>
      <GoneVmPage vm={vm} now={asOf.asked} />
    </PageFrame>
  );
}

function ifMended(vm: VmDetail): Then | undefined {
  if (vm.ifMended === null) return undefined;
  const { requirement, score, verdict, class: of } = vm.ifMended;
  const title = vm.findings.find((finding) => finding.requirement === requirement)?.title ?? requirement;
  const then = of === "ready" ? "ready" : VERDICT_WORDS[verdict].short.toLowerCase();
  return { label: `With this fixed: ${title}`, value: score === null ? then : `${scoreText(score)}, ${then}`, ready: of === "ready" };
}
