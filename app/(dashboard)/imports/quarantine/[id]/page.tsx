import type { Metadata } from "next";
import Link from "next/link";
import { Refusal } from "@/components/collectors/refusals";
import { ConfirmButton } from "@/components/imports/confirm-button";
import { PageFrame } from "@/components/shell/page-frame";
import { frameFacts } from "@/components/shell/stale-hosts";
import { CodeBlock } from "@/components/ui/code-block";
import { Name } from "@/components/ui/name";
import { Note } from "@/components/ui/note";
import { bytes } from "@/components/ui/numbers";
import { instant } from "@/components/ui/time";
import type { IdPage } from "../../../../page-params";
import { readAsOf, readQuarantined } from "../../../../reads";

export const metadata: Metadata = { title: "Refused body" };

const SHOWN_CHARACTERS = 65_536;

export default async function QuarantinePage({ params }: IdPage) {
  const { id } = await params;
  const [asOf, body] = await Promise.all([readAsOf(), readQuarantined(id)]);
  const when = instant(body.receivedAt);
  const text = body.text.slice(0, SHOWN_CHARACTERS);
  return (
    <PageFrame {...frameFacts(asOf)} crumb={{ href: "/imports", label: "Imports", here: `Refused ${when.text}` }}>
      <div className="head mb-4">
        <div>
          <h1>Refused body of {when.text}</h1>
          <p className="lede">From <Link prefetch={false} href={`/collectors/${body.collectorId}`}><Name>{body.collectorName}</Name></Link>, {bytes(body.bodyBytes)}, SHA-256 <span className="mono wrap-any">{body.sha256}</span></p>
        </div>
        <ConfirmButton label="Delete" what={`the body of ${when.text}`} href={`/api/v1/collectors/quarantine/${body.id}`} then="/imports" question="Delete this body?" consequence="Only the copy kept here is deleted; it was never accepted, so no verdict rests on it." />
      </div>
      <Note kind="error" title="Refused."><Refusal of={body.problem} /></Note>
      {!body.cut && text.length === body.text.length ? null : <p className="small muted mt-3">{body.cut ? "Only the beginning of the body was kept. " : ""}{text.length === body.text.length ? "" : `The first ${bytes(SHOWN_CHARACTERS)} are shown.`}</p>}
      <div className="panel mt-3 overflow-hidden"><div className="raw"><CodeBlock code={text} what="the refused body" highlight={false} /></div></div>
    </PageFrame>
  );
}
