import type { Metadata } from "next";
import Link from "next/link";
import { HostFilter } from "@/components/hosts/host-filter";
import { HostTable } from "@/components/hosts/host-table";
import { HOST_STATE_WORDS, hostsHref } from "@/components/hosts/host-words";
import { PageFrame } from "@/components/shell/page-frame";
import { frameFacts } from "@/components/shell/stale-hosts";
import { Empty } from "@/components/ui/empty";
import { count, counted } from "@/components/ui/numbers";
import { Pager } from "@/components/ui/pager";
import { HOST_STATES, type SearchParams } from "@/lib/estate/filters";
import type { SearchPage } from "../../../page-params";
import { readAsOf, readHostPage } from "../../../reads";

export const metadata: Metadata = { title: "Hosts" };

function asked(params: SearchParams) {
  const one = (key: string) => [params[key]].flat()[0] ?? "";
  const page = Number(one("page"));
  return { q: one("q").slice(0, 256).replaceAll("\0", ""), state: HOST_STATES.find((of) => of === one("state")) ?? null, page: Number.isSafeInteger(page) && page > 1 ? page : 1 };
}

export default async function HostsPage({ searchParams }: SearchPage) {
  const request = asked(await searchParams);
  const { q, state } = request;
  const [asOf, page] = await Promise.all([readAsOf(), readHostPage(request)]);
  if (asOf.hosts.total === 0) {
    return (
      <PageFrame {...frameFacts(asOf)}>
        <Empty
          heading="h1" icon="server" title="No host yet"
          actions={<><Link className="btn primary" href="/collectors/add">Add collectors</Link><Link className="btn" href="/imports">Import files</Link></>}
        >
          A host appears with its first inventory: sent by a collector, or imported as a file.
        </Empty>
      </PageFrame>
    );
  }
  return (
    <PageFrame {...frameFacts(asOf)}>
      <div className="head">
        <div>
          <h1>Hosts</h1>
          <p className="lede">{state === null ? "Each host that an inventory spoke of, worst state first." : HOST_STATE_WORDS[state].sentence}</p>
        </div>
        <Link className="btn" href="/collectors/add">Add collectors</Link>
      </div>
      <HostFilter page={page} q={q} state={state} />
      <p className="small muted num my-3" role="status" data-hosts={page.total}>{counted(page.total, "host")} {page.total === 1 ? "matches" : "match"}{page.pages > 1 ? `, page ${count(page.page)} of ${count(page.pages)}` : ""}</p>
      {page.total === 0 ? (
        <Empty icon="funnel-x" title="No host matches" actions={<Link className="btn" prefetch={false} href="/hosts">Reset</Link>}>
          {q === "" ? "" : <>Name contains <bdi>“{q}”</bdi>{state === null ? "." : ", "}</>}{state === null ? "" : `state “${HOST_STATE_WORDS[state].word}”.`}
        </Empty>
      ) : <HostTable hosts={page.items} now={asOf.asked} />}
      <Pager label="Pages of hosts" page={page.page} pages={page.pages} size={100} href={(to) => hostsHref({ q, state, page: to })} />
    </PageFrame>
  );
}
