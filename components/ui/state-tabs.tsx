import Link from "next/link";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";
import { count } from "./numbers";

export interface StateTab<Id extends string> {
  id: Id;
  word: string;
  icon: IconName;
  /** Class of a status: colour and, for unknown, the dashes. */
  look: string;
  count: number;
}
interface StateTabsProps<Id extends string> {
  tabs: readonly StateTab<Id>[];
  current: Id | null;
  href: (state: Id | null) => string;
}

/** The states of what a list holds, each with its number, as tabs; the first is all of them. */
export function StateTabs<Id extends string>({ tabs, current, href }: StateTabsProps<Id>) {
  const here = (on: boolean) => (on ? { "aria-current": "true" as const } : {});
  return (
    <nav className="views" aria-label="State">
      <Link href={href(null)} prefetch={false} scroll={false} data-view="all" {...here(current === null)}>All<span className="n">{count(tabs.reduce((sum, tab) => sum + tab.count, 0))}</span></Link>
      {tabs.map((tab) => (
        <Link key={tab.id} href={href(tab.id)} prefetch={false} scroll={false} data-view={tab.id} {...here(current === tab.id)}>
          <span className={tab.look}><Icon name={tab.icon} small /></span>
          {tab.word}
          <span className="n">{count(tab.count)}</span>
        </Link>
      ))}
    </nav>
  );
}
