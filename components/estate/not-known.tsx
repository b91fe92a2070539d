import Link from "next/link";
import { count } from "@/components/ui/numbers";
import { REASON_WORDS } from "@/components/readiness/reason-words";
import type { UnknownReason } from "@/lib/estate/contract";
import { vmsHref } from "@/lib/estate/filters";

/** Why VMs are unknown: reasons with their counts, most first; one VM may have several reasons. */
export function NotKnown({ reasons }: { reasons: readonly UnknownReason[] }) {
  return (
    <ul className="why rest-of">
      {reasons.map((of) => (
        <li key={of.reason}>
          <Link className="n plain" prefetch={false} href={vmsHref(of.filter)}>{count(of.vms)}</Link>
          <div>
            <p>{REASON_WORDS[of.reason]}</p>
            {of.example === null ? null : <small className="wrap-any"><bdi>{of.example}</bdi></small>}
          </div>
        </li>
      ))}
    </ul>
  );
}
