import type { Metadata } from "next";
import Link from "next/link";
import { AccountTable } from "@/components/imports/account-table";
import { accountSentence, RESULT_WORDS } from "@/components/imports/account-words";
import { QuarantineTable } from "@/components/collectors/refusals";
import { DropZone } from "@/components/imports/drop-zone";
import { ImportList } from "@/components/imports/import-list";
import { NetworkSummary } from "@/components/imports/network-summary";
import { RefreshWhile } from "@/components/imports/refresh-while";
import { SyntheticButton } from "@/components/imports/synthetic-button";
import { PageFrame } from "@/components/shell/page-frame";
import { frameFacts, StaleHosts } from "@/components/shell/stale-hosts";
import { CodeBlock } from "@/components/ui/code-block";
import { Empty } from "@/components/ui/empty";
import { counted } from "@/components/ui/numbers";
import { Section } from "@/components/ui/section";
import { instant } from "@/components/ui/time";
import type { SearchPage } from "../../../page-params";
import { readAsOf, readImport, readImports, readNetwork, readQuarantine } from "../../../reads";

export const metadata: Metadata = { title: "Imports" };

const FILES_SHOWN = 20;
const BODIES_SHOWN = 50;

export default async function ImportsPage({ searchParams }: SearchPage) {
  const asked = await searchParams;
  const cursor = [asked["cursor"]].flat()[0];
  const [asOf, imports, network, refused] = await Promise.all([readAsOf(), readImports(cursor), readNetwork(), readQuarantine()]);
  const newest = cursor === undefined ? imports.items[0] : undefined;
  const account = newest === undefined ? null : await readImport(newest.id);
  return (
    <PageFrame {...frameFacts(asOf)}>
      <h1>Imports</h1>
      <p className="lede mb-5">What came in, what was understood, and what was not.</p>
      <DropZone />
      <RefreshWhile running={imports.items.some((of) => !Object.hasOwn(RESULT_WORDS, of.result))} />
      <StaleHosts asOf={asOf} />
      {imports.items.length === 0 && cursor === undefined && network.documents === 0 ? (
        <div className="section">
          <Empty title="Nothing was imported yet" actions={<SyntheticButton />}>Drop a file above, or look at a small made-up estate that shows every verdict.</Empty>
        </div>
      ) : null}
      {account === null ? null : (
        <Section id="newest" title={`Newest: ${instant(account.receivedAt).text}`} lede={accountSentence(account)}
          action={account.files.length > FILES_SHOWN ? <Link className="small" prefetch={false} href={`/imports/${account.id}`}>All {counted(account.files.length, "file")}</Link> : null}>
          <AccountTable files={account.files.slice(0, FILES_SHOWN)} />
        </Section>
      )}
      {imports.items.length === 0 ? null : (
        <Section id="all" title={cursor === undefined ? "All imports" : "Earlier imports"}>
          <ImportList items={imports.items} />
          {cursor === undefined && imports.nextCursor === null ? null : (
          <nav className="pager mt-3" aria-label="Pages of imports">
            {cursor === undefined ? null : <Link className="btn" prefetch={false} href="/imports#all">First page</Link>}
            {imports.nextCursor === null ? null : <Link className="btn" prefetch={false} rel="next" href={`/imports?${new URLSearchParams({ cursor: imports.nextCursor })}#all`}>Earlier</Link>}
          </nav>
          )}
        </Section>
      )}
      {network.documents === 0 ? null : (
        <Section id="network" title="By the network" lede="What collectors sent, each document by itself.">
          <NetworkSummary of={network} now={asOf.asked} />
        </Section>
      )}
      {refused.length === 0 ? null : (
        <Section id="quarantine" title="Refused bodies in quarantine" lede="From known collectors; kept with the error, limited in size and age. None of them was accepted."
          action={refused.length > BODIES_SHOWN ? <span className="small faint">The newest {BODIES_SHOWN} of {counted(refused.length, "body", "bodies")}</span> : null}>
          <QuarantineTable items={refused.slice(0, BODIES_SHOWN)} now={asOf.asked} />
        </Section>
      )}
      <Section id="command" title="From the command line" lede="The same import, with the same account; it takes files, folders and ZIPs.">
        <div className="panel overflow-hidden"><CodeBlock code="npx quiesce import inventory.json" what="the command" highlight={false} /></div>
      </Section>
    </PageFrame>
  );
}
