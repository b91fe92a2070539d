import { NameSearch } from "@/components/ui/name-search";
import { StateTabs } from "@/components/ui/state-tabs";
import type { Standing } from "@/lib/collectors/contract";
import { collectorsHref, type CollectorView, STANDING_WORDS, STANDINGS } from "./collector-words";

/** The standings as tabs, each with its number under the words given, and the search by name. */
export function CollectorFilter({ view, counts }: { view: CollectorView; counts: Readonly<Record<Standing, number>> }) {
  const { q, standing } = view;
  return (
    <>
      <StateTabs tabs={STANDINGS.map((id) => ({ id, ...STANDING_WORDS[id], count: counts[id] }))} current={standing} href={(of) => collectorsHref({ q, standing: of })} />
      <NameSearch action="/collectors" q={q} state={standing} clearHref={collectorsHref({ standing })} />
    </>
  );
}
