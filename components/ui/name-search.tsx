import Link from "next/link";
import { Icon } from "./icon";

/** The search by name above a list: a plain form, so that it works before any script. `state` is kept. */
export function NameSearch({ action, q, state, clearHref }: { action: string; q: string; state: string | null; clearHref: string }) {
  return (
    <form action={action} role="search" className="toolbar row">
      {state === null ? null : <input type="hidden" name="state" value={state} />}
      <label className="field">
        <span className="sr">Name contains</span>
        <Icon name="search" small />
        <input key={q} name="q" defaultValue={q} placeholder="Name contains" autoComplete="off" spellCheck={false} maxLength={256} />
        {q === "" ? null : <Link className="x" href={clearHref} scroll={false} aria-label="Clear the name filter"><Icon name="x" small /></Link>}
      </label>
    </form>
  );
}
