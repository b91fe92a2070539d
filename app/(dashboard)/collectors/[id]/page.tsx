import type { Metadata } from "next";
import { CollectorActions } from "@/components/collectors/collector-actions";
import { CollectorAside } from "@/components/collectors/collector-aside";
import { CollectorNotes } from "@/components/collectors/collector-notes";
import { StandingMark } from "@/components/collectors/collector-table";
import { KIND_WORDS } from "@/components/collectors/collector-words";
import { FileHashes } from "@/components/collectors/file-hashes";
import { QuarantineTable } from "@/components/collectors/refusals";
import { SentDocuments } from "@/components/collectors/sent-documents";
import { SpokenHosts } from "@/components/collectors/spoken-hosts";
import { UnreadList } from "@/components/collectors/unread-list";
import { PageFrame } from "@/components/shell/page-frame";
import { frameFacts } from "@/components/shell/stale-hosts";
import { Name } from "@/components/ui/name";
import { Section } from "@/components/ui/section";
import { age } from "@/components/ui/time";
import { standingOf } from "@/lib/collectors/contract";
import type { IdPage } from "../../../page-params";
import { readAsOf, readCollector, readFileHashes } from "../../../reads";

export async function generateMetadata({ params }: IdPage): Promise<Metadata> {
  return { title: (await readCollector((await params).id)).name };
}

export default async function CollectorPage({ params }: IdPage) {
  const { id } = await params;
  const [asOf, of, hashes] = await Promise.all([readAsOf(), readCollector(id), readFileHashes()]);
  const now = asOf.asked;
  const standing = standingOf(of, Date.parse(now));
  return (
    <PageFrame {...frameFacts(asOf)} crumb={{ href: "/collectors", label: "Collectors", here: of.name }}>
      <div className="head">
        <div>
          <h1 className="wrap-any"><Name>{of.name}</Name></h1>
          <div className="facts mt-1">
            <StandingMark of={standing} />
            <span>{KIND_WORDS[of.kind]}</span>
            <span className="num">{of.lastSeenAt === null ? "Never heard" : `Heard ${age(of.lastSeenAt, now)} ago`}</span>
            <span className="num">{of.lastAcceptedAt === null ? "nothing accepted yet" : `accepted ${age(of.lastAcceptedAt, now)} ago`}</span>
          </div>
        </div>
        <CollectorActions of={of} />
      </div>
      <CollectorNotes of={of} standing={standing} now={now} />
      <div className="vmgrid">
        <div className="min-w-0">
          {of.kind !== "management-server" ? null : (
            <Section first id="hosts" title="Hosts it speaks for" lede="Others in its documents are refused one by one.">
              {of.hosts.length === 0 ? <p className="muted">None is listed, and it named none yet.</p> : <SpokenHosts publicId={of.publicId} hosts={of.hosts} />}
            </Section>
          )}
          <Section first={of.kind === "host"} id="unread" title="What it could not read" lede={of.unread.length === 0 ? "" : "From its newest inventory. Each is a fact that no verdict can rest on."}>
            {of.unread.length === 0 ? <p className="muted">{of.lastAcceptedAt === null ? "Nothing of it was accepted yet." : "Its newest inventory read everything that it tried."}</p> : <UnreadList of={of.unread} />}
          </Section>
          {of.quarantine.length === 0 ? null : (
            <Section id="refused" title="Refused documents" lede="Bodies kept to look at, with what the sender was told.">
              <QuarantineTable items={of.quarantine} now={now} withSender={false} />
            </Section>
          )}
          <Section id="documents" title="Inventories" lede={of.documents.length === 50 ? "The newest 50." : ""}>
            <SentDocuments documents={of.documents} now={now} />
          </Section>
          <FileHashes files={hashes} />
        </div>
        <CollectorAside of={of} now={now} />
      </div>
    </PageFrame>
  );
}
