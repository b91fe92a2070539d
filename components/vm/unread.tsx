import { REASON_WORDS } from "@/components/readiness/reason-words";
import { Icon } from "@/components/ui/icon";
import type { VmDetail } from "@/lib/estate/contract";
import { reasonOf } from "@/lib/inventory/fact";

/** In the place of facts that were not read: that, and why. */
export function Unread({ vm, fact }: { vm: VmDetail; fact: string }) {
  const why = reasonOf(vm.facts.vm.absent, fact);
  const known = why.reason === "empty" || why.reason === "not-applicable";
  return (
    <p className={`small state ${known ? "is-not-applicable" : "is-unknown"}`}>
      <Icon name={known ? "minus" : "circle-dashed"} small />
      <span className="muted">{known ? REASON_WORDS[why.reason] : `Not read: ${REASON_WORDS[why.reason].toLowerCase()}`}{why.text === undefined ? "" : ` (${why.text})`}</span>
    </p>
  );
}
