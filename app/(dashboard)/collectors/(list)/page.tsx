import type { Metadata } from "next";
import Link from "next/link";
import { CodeList } from "@/components/collectors/code-list";
import { CollectorTable } from "@/components/collectors/collector-table";
import { ranked, STANDING_WORDS, STANDINGS } from "@/components/collectors/collector-words";
import { FileHashes } from "@/components/collectors/file-hashes";
import { PageFrame } from "@/components/shell/page-frame";
import { frameFacts } from "@/components/shell/stale-hosts";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import { count, counted } from "@/components/ui/numbers";
import { Section } from "@/components/ui/section";
import type { SearchPage } from "../../../page-params";
import { readAsOf, readCodes, readCollectors, readFileHashes } from "../../../reads";

export const metadata: Metadata = { title: "Collectors" };

const CODES_SHOWN = 20;

export default async function CollectorsPage({ searchParams }: SearchPage) {
  const asked = [(await searchParams)["state"]].flat()[0];
  const standing = STANDINGS.find((of) => of === asked) ?? null;
  const [asOf, collectors, codes, hashes] = await Promise.all([readAsOf(), readCollectors(), readCodes(), readFileHashes()]);
  const all = ranked(collectors, Date.parse(asOf.asked));
  const rows = standing === null ? all : all.filter((row) => row.standing === standing);
  const of = (which: (typeof STANDINGS)[number]) => all.filter((row) => row.standing === which).length;
  const current = (on: boolean) => (on ? { "aria-current": "true" as const } : {});
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
      <nav className="views" aria-label="State">
        <Link href="/collectors" prefetch={false} scroll={false} data-view="all" {...current(standing === null)}>All<span className="n">{count(all.length)}</span></Link>
        {STANDINGS.map((which) => (
          <Link key={which} href={`/collectors?state=${which}`} prefetch={false} scroll={false} data-view={which} {...current(standing === which)}>
            <span className={STANDING_WORDS[which].look}><Icon name={STANDING_WORDS[which].icon} small /></span>
            {STANDING_WORDS[which].word}<span className="n">{count(of(which))}</span>
          </Link>
        ))}
      </nav>
      {of("two-senders") === 0 || standing !== null ? null : (
        <div className="mb-3"><Note kind="error" title={`${counted(of("two-senders"), "identity", "identities")} ${of("two-senders") === 1 ? "is" : "are"} used by two machines.`}>A clone or a copied credential. Nothing of the two is merged; revoke the one that should not send.</Note></div>
      )}
      <p className="small muted num my-3" role="status" data-collectors={rows.length}>{counted(rows.length, "collector")} {rows.length === 1 ? "matches" : "match"}</p>
      {rows.length === 0 ? (
        <Empty icon="funnel-x" title={standing === null ? "No machine has enrolled yet" : "No collector is in this state"} actions={standing === null ? <Link className="btn" href="/collectors/add">Add collectors</Link> : <Link className="btn" prefetch={false} href="/collectors">Show all</Link>}>
          {standing === null ? "The codes below wait to be used: paste their command on a host, and it appears here." : ""}
        </Empty>
      ) : <CollectorTable rows={rows} now={asOf.asked} />}
      {codes.length === 0 ? null : (
        <Section id="codes" title="Enrolment codes" lede={codes.length > CODES_SHOWN ? `The newest ${CODES_SHOWN} of ${count(codes.length)}.` : "A machine trades one for a credential of its own."}>
          <CodeList codes={codes.slice(0, CODES_SHOWN)} />
        </Section>
      )}
      <FileHashes files={hashes} />
    </PageFrame>
  );
}
