import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import { count } from "@/components/ui/numbers";
import type { HostPage } from "@/lib/estate/contract";
import { HOST_STATES, type HostStateId } from "@/lib/estate/filters";
import { HOST_STATE_WORDS, hostsHref } from "./host-words";

/** The states as tabs, each with its number under the words given, and the search by name. */
export function HostFilter({ page, q, state }: { page: HostPage; q: string; state: HostStateId | null }) {
  const all = HOST_STATES.reduce((sum, of) => sum + page.states[of], 0);
  const current = (on: boolean) => (on ? { "aria-current": "true" as const } : {});
  return (
    <>
      <nav className="views" aria-label="State">
        <Link href={hostsHref({ q })} prefetch={false} scroll={false} data-view="all" {...current(state === null)}>All<span className="n">{count(all)}</span></Link>
        {HOST_STATES.map((of) => (
          <Link key={of} href={hostsHref({ q, state: of })} prefetch={false} scroll={false} data-view={of} {...current(state === of)}>
            <span className={HOST_STATE_WORDS[of].look}><Icon name={HOST_STATE_WORDS[of].icon} small /></span>
            {HOST_STATE_WORDS[of].word}
            <span className="n">{count(page.states[of])}</span>
          </Link>
        ))}
      </nav>
      <form action="/hosts" role="search" className="toolbar row">
        {state === null ? null : <input type="hidden" name="state" value={state} />}
        <label className="field">
          <span className="sr">Name contains</span>
          <Icon name="search" small />
          <input key={q} name="q" defaultValue={q} placeholder="Name contains" autoComplete="off" spellCheck={false} maxLength={256} />
          {q === "" ? null : <Link className="x" href={hostsHref({ state })} scroll={false} aria-label="Clear the name filter"><Icon name="x" small /></Link>}
        </label>
      </form>
    </>
  );
}
