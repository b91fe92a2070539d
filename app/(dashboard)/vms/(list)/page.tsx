import type { Metadata } from "next";
import { EmptyEstate } from "@/components/estate/empty-estate";
import { PageFrame } from "@/components/shell/page-frame";
import { frameFacts } from "@/components/shell/stale-hosts";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import { count, counted } from "@/components/ui/numbers";
import { ColumnMenu } from "@/components/vm-list/column-menu";
import { FilterBar } from "@/components/vm-list/filter-bar";
import { NoMatch } from "@/components/vm-list/no-match";
import { ViewTabs } from "@/components/vm-list/view-tabs";
import { VmTable } from "@/components/vm-list/vm-table";
import { filtersOf, formatVmList, parseVmList } from "@/lib/estate/filters";
import type { SearchPage } from "../../../page-params";
import { readAsOf, readChoices, readCount, readCountsWithout, readVms } from "../../../reads";

export const metadata: Metadata = { title: "Virtual machines" };

export default async function VmsPage({ searchParams }: SearchPage) {
  const { request, problems } = parseVmList(await searchParams);
  const filters = filtersOf(request);
  const { class: _class, ...anyClass } = filters;
  const [asOf, page, total, views, choices] = await Promise.all([readAsOf(), readVms(request), readCount(filters), readCount(anyClass), readChoices()]);
  const frame = { ...frameFacts(asOf), wide: true };
  if (asOf.newest === null && asOf.hosts.total === 0) return <PageFrame {...frame}><EmptyEstate /></PageFrame>;
  const exported = formatVmList(filters);
  const said = `${counted(total.count, "VM")} ${total.count === 1 ? "matches" : "match"}`;
  return (
    <PageFrame {...frame}>
      <div className="head">
        <h1>Virtual machines</h1>
        <div className="row">
          <ColumnMenu request={request} />
          <a className="btn" href={`/api/v1/vms.csv${exported === "" ? "" : `?${exported}`}`} download>
            <Icon name="download" small />
            Export {counted(total.count, "row")}
          </a>
        </div>
      </div>
      <ViewTabs request={request} classes={views.classes} />
      <FilterBar request={request} choices={choices} />
      {problems.map((of) => (
        <div className="mt-3" key={`${of.field}${of.problem}`}>
          <Note kind="warning" title={`The address has “${of.field}”, which was left out.`}>It {of.problem}.</Note>
        </div>
      ))}
      <p className="small muted num my-3" role="status" data-count={total.count}>
        {said}{request.sort === "score" && request.direction === "asc" ? ", worst first" : ""}
      </p>
      {total.count === 0 ? (
        <NoMatch request={request} choices={choices} without={await readCountsWithout(filters)} />
      ) : page.items.length === 0 ? (
        <Note kind="stale" title="This page of the list is gone.">The list changed since. <a href={`/vms?${exported}`}>Go to the first page</a></Note>
      ) : (
        <VmTable key={formatVmList(request)} request={request} first={page} readAt={new Date().toISOString()} label={`Virtual machines, ${count(total.count)} in this view`} />
      )}
    </PageFrame>
  );
}
