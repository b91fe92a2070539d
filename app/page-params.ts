import type { SearchParams } from "@/lib/estate/filters";

/** What a page under `[id]` is given. */
export interface IdPage {
  params: Promise<{ id: string }>;
}
/** What a page with its state in the address is given. */
export interface SearchPage {
  searchParams: Promise<SearchParams>;
}
