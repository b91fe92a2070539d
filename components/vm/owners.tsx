import Link from "next/link";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { Name } from "@/components/ui/name";
import { instant } from "@/components/ui/time";
import type { VmHistory } from "@/lib/estate/contract";

/** Where the VM was, newest first. Shown once it was in two places. */
export function Owners({ history }: { history: VmHistory }) {
  if (history.owners.length < 2 && history.formerIds.length === 0) return null;
  return (
    <section aria-labelledby="owners">
      <h2 id="owners">Where it was</h2>
      <KeyValues>
        {history.owners.map((of) => (
          <KeyValue key={`${of.host.id}-${of.since}`} term={of.known ? <Link prefetch={false} href={`/hosts/${of.host.id}`}><Name>{of.host.name}</Name></Link> : <Name>{of.host.name}</Name>}>
            from <time dateTime={of.since}>{instant(of.since).text}</time>
          </KeyValue>
        ))}
      </KeyValues>
      {history.formerIds.length === 0 ? null : <p className="small faint mt-1">It moved {history.formerIds.length === 1 ? "once" : `${history.formerIds.length} times`} between hosts or clusters; its earlier addresses lead here.</p>}
    </section>
  );
}
