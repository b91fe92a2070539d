import type { Metadata } from "next";
import Link from "next/link";
import { CodeList } from "@/components/collectors/code-list";
import { CollectorFilter } from "@/components/collectors/collector-filter";
import { CollectorTable } from "@/components/collectors/collector-table";
import { collectorsHref, type CollectorView, isNamed, ranked, STANDING_WORDS, standingCounts, STANDINGS } from "@/components/collectors/collector-words";
import { FileHashes } from "@/components/collectors/file-hashes";
import { PageFrame } from "@/components/shell/page-frame";
import { frameFacts } from "@/components/shell/stale-hosts";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import { count, counted } from "@/components/ui/numbers";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import type { SearchParams } from "@/lib/estate/filters";
import type { SearchPage } from "../../../page-params";
import { readAsOf, readCodes, readCollectors, readFileHashes } from "../../../reads";

export const metadata: Metadata = { title: "Collectors" };

const CODES_SHOWN = 20;

const ROWS_A_PAGE = 100;

function viewOf(params: SearchParams): CollectorView {
  const one = (key: string) => [params[key]].flat()[0] ?? "";
  const page = Number(one("page"));
  return { q: one("q").slice(0, 256), standing: STANDINGS.find((of) => of === one("state")) ?? null, page: Number.isSafeInteger(page) && page > 1 ? page : 1 };
}

export default async function CollectorsPage({ searchParams }: SearchPage) {
  const view = viewOf(await searchParams);
  const { q, standing } = view;
  const [asOf, collectors, codes, hashes] = await Promise.all([readAsOf(), readCollectors(), readCodes(), readFileHashes()]);
  const named = ranked(collectors.filter((of) => isNamed(of, q)), Date.parse(asOf.asked));
  const counts = standingCounts(named);
  const rows = standing === null ? named : named.filter((row) => row.standing === standing);
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_A_PAGE));
  const page = Math.min(view.page, pages);
  if (collectors.length === 0 && codes.length === 0) {
    return (
      <PageFrame {...frameFacts(asOf)}>
        <Empty heading="h1" icon="radio-tower" title="No collector yet" actions={<><Link className="btn primary" href="/collectors/add">Add collectors</Link><Link className="btn" href="/imports">Import files</Link></>}>
          A collector is a PowerShell module that reads a host, changes nothing on it, and sends its inventory each hour. Enrolling one takes a code and one command.
        </Empty>
      </PageFrame>
    );
  }
  return (
    <PageFrame {...frameFacts(asOf)}>
      <div className="head">
        <div>
          <h1>Collectors</h1>
          <p className="lede">{standing === null ? "Each sender with a credential of its own, worst first. Refused is not silent." : STANDING_WORDS[standing].sentence}</p>
        </div>
        <Link className="btn primary" href="/collectors/add"><Icon name="plus" small />Add collectors</Link>
      </div>
      <CollectorFilter view={view} counts={counts} />
      {counts["two-senders"] === 0 || standing !== null ? null : (
        <div className="mb-3"><Note kind="error" title={`${counted(counts["two-senders"], "identity", "identities")} ${counts["two-senders"] === 1 ? "is" : "are"} used by two machines.`}>A clone or a copied credential. Nothing of the two is merged; revoke the one that should not send.</Note></div>
      )}
      <p className="small muted num my-3" role="status" data-collectors={rows.length}>{counted(rows.length, "collector")} {rows.length === 1 ? "matches" : "match"}{pages > 1 ? `, page ${count(page)} of ${count(pages)}` : ""}</p>
      {rows.length === 0 ? (
        <Empty icon="funnel-x" title={collectors.length === 0 ? "No machine has enrolled yet" : "No collector matches"} actions={collectors.length === 0 ? <Link className="btn" href="/collectors/add">Add collectors</Link> : <Link className="btn" prefetch={false} href="/collectors">Show all</Link>}>
          {collectors.length === 0 ? "The codes below wait to be used: paste their command on a host, and it appears here." : q === "" ? `None is in the state “${STANDING_WORDS[standing ?? "active"].word}”.` : <>No name contains <bdi>“{q}”</bdi>{standing === null ? "." : ` in the state “${STANDING_WORDS[standing].word}”.`}</>}
        </Empty>
      ) : <CollectorTable rows={rows.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE)} now={asOf.asked} />}
      <Pager label="Pages of collectors" page={page} pages={pages} size={ROWS_A_PAGE} href={(to) => collectorsHref({ q, standing, page: to })} />
      {codes.length === 0 ? null : (
        <Section id="codes" title="Enrolment codes" lede={codes.length > CODES_SHOWN ? `The newest ${CODES_SHOWN} of ${count(codes.length)}.` : "A machine trades one for a credential of its own."}>
          <CodeList codes={codes.slice(0, CODES_SHOWN)} />
        </Section>
      )}
      <FileHashes files={hashes} />
    </PageFrame>
  );
}
