import Link from "next/link";
import { count, counted } from "@/components/ui/numbers";
import { age, instant } from "@/components/ui/time";
import type { NetworkSummary as Summary } from "@/lib/estate/contract";

/** Inventories that came by the network, in one sentence and four figures. */
export function NetworkSummary({ of, now }: { of: Summary; now: string }) {
  return (
    <div className="panel p-4" data-network={of.documents}>
      <p>
        <b className="strong num">{counted(of.documents, "inventory", "inventories")}</b> from <Link href="/collectors" prefetch={false}>{counted(of.collectors, "collector")}</Link> {of.documents === 1 ? "is" : "are"} kept
        {of.oldest === null ? "" : <>, the oldest of <time dateTime={of.oldest}>{instant(of.oldest).text}</time></>}.{" "}
        <span className="num">{count(of.lastDay)}</span> came within 24 h{of.newest === null ? "" : `, the newest ${age(of.newest, now)} ago`}.{" "}
        {of.waiting === 0 ? "All are judged." : `${count(of.waiting)} ${of.waiting === 1 ? "waits" : "wait"} to be judged.`}
      </p>
    </div>
  );
}
