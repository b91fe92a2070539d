import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { VmPage } from "@/lib/estate/contract";
import { formatVmList, type VmListRequest } from "@/lib/estate/filters";

const REFRESH_MS = 30_000;

/** One page of the list by its request; read again every half minute while one looks. */
export function vmListQuery(request: VmListRequest) {
  const { columns: _columns, ...asked } = request;
  const query = formatVmList(asked);
  return queryOptions({
    queryKey: ["vms", query],
    queryFn: ({ signal }) => fetchPage(query, signal),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
    staleTime: REFRESH_MS,
  });
}

async function fetchPage(query: string, signal: AbortSignal): Promise<VmPage> {
  const answer = await fetch(`/api/v1/vms?${query}`, { signal });
  if (!answer.ok) throw new Error(`The list answered ${answer.status}.`);
  return await answer.json() as VmPage;
}
