"use client";

import { age } from "@/components/ui/time";
import { useNow } from "./live";

/** How old the newest data is, counted on while the page stays open. */
export function DataAge({ at, asked }: { at: string; asked: string }) {
  const now = useNow(asked);
  return <span className="num" data-age>{age(at, new Date(now).toISOString())} old</span>;
}
