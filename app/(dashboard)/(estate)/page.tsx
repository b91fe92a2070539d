import type { Metadata } from "next";
import Link from "next/link";
import { EmptyEstate } from "@/components/estate/empty-estate";
import { FixNext } from "@/components/estate/fix-next";
import { GroupTable } from "@/components/estate/group-table";
import { Hero } from "@/components/estate/hero";
import { NotKnown } from "@/components/estate/not-known";
import { Pauses } from "@/components/estate/pauses";
import { frameFacts, StaleHosts } from "@/components/shell/stale-hosts";
import { PageFrame } from "@/components/shell/page-frame";
import { count, counted } from "@/components/ui/numbers";
import { Section } from "@/components/ui/section";
import type { SearchParams } from "@/lib/estate/filters";
import type { SearchPage } from "../../page-params";
import { readEstate } from "../../reads";

export const metadata: Metadata = { title: "Estate" };

/** Which of the two tables of groups is shown whole stands in the address. */
function moreOf(params: SearchParams, of: "clusters" | "releases") {
  return { allHref: `/?all=${of}`, fewHref: "/", isAll: [params["all"]].flat()[0] === of };
}

export default async function EstatePage({ searchParams }: SearchPage) {
  const params = await searchParams;
  const estate = await readEstate();
  const { counts, asOf } = estate;
  if (counts.total === 0) {
    return (
      <PageFrame {...frameFacts(asOf)}>
        <EmptyEstate />
      </PageFrame>
    );
  }
  const notReady = counts.judged - counts.classes.ready;
  return (
    <PageFrame {...frameFacts(asOf)}>
      <Hero counts={counts} />
      <StaleHosts asOf={asOf} />
      <div className="section cols">
        <Section first id="fix-next" title="Fix next" lede={estate.fixNext.length === 0 ? "No failing requirement holds a VM back." : `${counted(notReady, "running VM")} ${notReady === 1 ? "is" : "are"} not ready. Fixing one requirement alone makes ready what its row says.`}
          action={estate.failingRequirements === 0 ? null : <Link className="small" prefetch={false} href="/requirements?show=failing">All {counted(estate.failingRequirements, "failing requirement")}</Link>}>
          {estate.fixNext.length === 0 ? null : <FixNext steps={estate.fixNext} notReady={notReady} />}
        </Section>
        <Section first id="not-known" title="What we do not know" lede={estate.unknownReasons.length === 0 ? "Nothing that a verdict needs is unknown." : `${counted(counts.classes.unknown, "VM")} unknown; a VM may have several reasons.`}>
          {estate.unknownReasons.length === 0 ? null : <NotKnown reasons={estate.unknownReasons} />}
        </Section>
      </div>
      <div className="section cols even">
        <Section first id="by-cluster" title="By cluster">
          <GroupTable head="Cluster" groups={estate.byCluster} theirs more={moreOf(params, "clusters")} />
        </Section>
        <div>
          <Section first id="by-release" title="By host version">
            <GroupTable head="Host version" groups={estate.byRelease} theirs={false} more={moreOf(params, "releases")} />
          </Section>
          {estate.pauses.count === 0 ? null : (
            <Section id="pauses" title="Longest pauses expected" lede={`${count(estate.pauses.count)} in all.`}>
              <Pauses of={estate.pauses} />
            </Section>
          )}
        </div>
      </div>
    </PageFrame>
  );
}
