"use client";

import { useRouter } from "next/navigation";
import { startTransition, useOptimistic } from "react";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { COLUMN_FILTERS, COLUMNS, DEFAULT_COLUMNS, vmsHref, type ColumnId, type VmListRequest } from "@/lib/estate/filters";

/** The columns in force, in the order of the list; the name is always one of them. */
export function columnsOf(request: Pick<VmListRequest, "columns">): ColumnId[] {
  const chosen = request.columns ?? DEFAULT_COLUMNS;
  return COLUMNS.filter((column) => column === "name" || chosen.includes(column));
}

/** Which columns the list shows; kept in the address. */
export function ColumnMenu({ request }: { request: VmListRequest }) {
  const router = useRouter();
  const [shown, choose] = useOptimistic(columnsOf(request));
  function toggle(column: ColumnId, on: boolean) {
    const next = COLUMNS.filter((each) => (each === column ? on : shown.includes(each)));
    const { columns: _columns, ...rest } = request;
    const same = next.length === DEFAULT_COLUMNS.length && next.every((each) => DEFAULT_COLUMNS.includes(each));
    startTransition(() => {
      choose(next);
      router.replace(vmsHref(same ? rest : { ...rest, columns: next }), { scroll: false });
    });
  }
  return (
    <Menu className="hide-s" label={<><Icon name="columns-3" small />Columns</>}>
      <fieldset className="pop">
        <legend className="sr">Columns of the list</legend>
        {COLUMNS.map((column) => (
          <label key={column}>
            <input type="checkbox" checked={shown.includes(column)} disabled={column === "name"} onChange={(event) => toggle(column, event.currentTarget.checked)} />
            {COLUMN_FILTERS[column].label}
          </label>
        ))}
      </fieldset>
    </Menu>
  );
}
