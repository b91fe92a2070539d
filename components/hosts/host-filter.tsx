import { NameSearch } from "@/components/ui/name-search";
import { StateTabs } from "@/components/ui/state-tabs";
import type { HostPage } from "@/lib/estate/contract";
import { HOST_STATES, type HostStateId } from "@/lib/estate/filters";
import { HOST_STATE_WORDS, hostsHref } from "./host-words";

/** The states as tabs, each with its number under the words given, and the search by name. */
export function HostFilter({ page, q, state }: { page: HostPage; q: string; state: HostStateId | null }) {
  return (
    <>
      <StateTabs tabs={HOST_STATES.map((id) => ({ id, ...HOST_STATE_WORDS[id], count: page.states[id] }))} current={state} href={(of) => hostsHref({ q, state: of })} />
      <NameSearch action="/hosts" q={q} state={state} clearHref={hostsHref({ state })} />
    </>
  );
}
