"use client";

import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from "@tanstack/react-query";
import { flexRender, getCoreRowModel, useReactTable } from "@tanstack/react-table";
import Link from "next/link";
import { useEffect, useMemo, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import type { VmPage } from "@/lib/estate/contract";
import { COLUMN_FILTERS, DEFAULT_COLUMNS, vmsHref, type ColumnId, type VmListRequest } from "@/lib/estate/filters";
import { columnsOf } from "./column-menu";
import { moveByKey } from "./row-keys";
import { CELL_LOOK, vmColumns } from "./vm-columns";
import { vmListQuery } from "./vm-list-query";

const MOST_STICKY = DEFAULT_COLUMNS.length + 1;

interface VmTableProps {
  request: VmListRequest;
  first: VmPage;
  /** When `first` was read, ISO. */
  readAt: string;
  /** What the table shows, for those who hear it. */
  label: string;
}

/** The list: sorted, filtered and paged by the server, read again while one looks. */
export function VmTable(props: VmTableProps) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Table {...props} />
    </QueryClientProvider>
  );
}

function Table({ request, first, readAt, label }: VmTableProps) {
  const { data = first, isError, refetch, dataUpdatedAt } = useQuery({ ...vmListQuery(request), initialData: first, initialDataUpdatedAt: Date.parse(readAt) });
  const client = useQueryClient();
  // A page that was read again brings its rows along: they belong to the counts above them.
  useEffect(() => { client.setQueryData(vmListQuery(request).queryKey, first, { updatedAt: Date.parse(readAt) }); }, [client, request, first, readAt]);
  const shown = columnsOf(request);
  // More columns than the page is wide scroll inside the panel, and a head that sticks to the page cannot.
  const isWide = shown.length > MOST_STICKY;
  const now = new Date(Math.max(dataUpdatedAt, Date.parse(readAt))).toISOString();
  const all = useMemo(() => vmColumns(now), [now]);
  const table = useReactTable({
    data: data.items, columns: shown.map((id) => all[id]), getCoreRowModel: getCoreRowModel(), getRowId: (vm) => vm.id,
    manualSorting: true, manualFiltering: true, manualPagination: true,
  });
  return (
    <>
      {isError ? (
        <div className="mb-3">
          <Note kind="error" live title="The list could not be read again." action={<button className="btn" type="button" onClick={() => { void refetch(); }}>Try again</button>}>
            What you see is from {new Date(dataUpdatedAt).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}.
          </Note>
        </div>
      ) : null}
      <div className={`panel ${isWide ? "scroll" : ""}`}>
        <table className={`tbl stack dense ${isWide ? "" : "sticky"}`} role="table" aria-label={label} onKeyDown={moveByKey}>
          <thead role="rowgroup">
            <tr role="row">{shown.map((id) => <Head key={id} id={id} request={request} />)}</tr>
          </thead>
          <tbody role="rowgroup">
            {table.getRowModel().rows.map((row) => (
              <tr role="row" key={row.id} data-vm={row.id}>
                {row.getVisibleCells().map((cell, index) => {
                  const id = shown[index] ?? "name";
                  return (
                    <td role="cell" key={cell.id} className={CELL_LOOK[id]} {...(id === "because" ? { title: row.original.because } : {})}>
                      {flexRender(cell.column.columnDef.cell, cell.getContext())}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
        <Foot request={request} page={data} />
      </div>
    </>
  );
}

function Head({ id, request }: { id: ColumnId; request: VmListRequest }) {
  const { label, sort } = COLUMN_FILTERS[id];
  const on = request.sort === sort;
  const down = on && request.direction === "asc";
  const { cursor: _cursor, ...rest } = request;
  return (
    <th role="columnheader" scope="col" className={CELL_LOOK[id].replace("clip muted full", "")} {...(on ? { "aria-sort": down ? "ascending" as const : "descending" as const } : {})}>
      <Link className="sort" prefetch={false} scroll={false} href={vmsHref({ ...rest, sort, direction: down ? "desc" : "asc" })}>
        {label}
        {on ? <Icon name={down ? "arrow-up" : "arrow-down"} small /> : null}
      </Link>
    </th>
  );
}

function Foot({ request, page }: { request: VmListRequest; page: VmPage }) {
  const { cursor, ...rest } = request;
  return (
    <div className="tfoot">
      <span className="hide-s"><kbd>J</kbd> <kbd>K</kbd> move, <kbd>Enter</kbd> opens</span>
      <nav className="pager" aria-label="Pages">
        {cursor === undefined ? null : <Link className="btn" prefetch={false} href={vmsHref(rest)}>First page</Link>}
        {page.nextCursor === null ? null : <Link className="btn" prefetch={false} rel="next" href={vmsHref({ ...rest, cursor: page.nextCursor })}>Next {request.limit}</Link>}
      </nav>
    </div>
  );
}
