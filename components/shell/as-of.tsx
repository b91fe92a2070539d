import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import { count } from "@/components/ui/numbers";
import { instant } from "@/components/ui/time";

export interface AsOfFacts {
  /** Time of the newest inventory, ISO; null while there is none. */
  at: string | null;
  hosts: number;
  freshHosts: number;
}

function Fresh({ of }: { of: AsOfFacts }) {
  if (of.hosts === 0) return null;
  const all = of.freshHosts === of.hosts;
  return (
    <Link className={`plain state ${all ? "is-pass" : "is-warning"}`} href="/imports#hosts" prefetch={false}>
      <Icon name={all ? "circle-check" : "clock-exclamation-point"} small />
      {count(of.freshHosts)} of {count(of.hosts)} hosts fresh
    </Link>
  );
}

function Instant({ at }: { at: string | null }) {
  if (at === null) return <span>No inventory yet</span>;
  const shown = instant(at);
  return (
    <span>
      As of <time dateTime={at}>{shown.text}</time> <span className="faint">{shown.offset}</span>
    </span>
  );
}

/** The instant the page speaks of, and the age of what it rests on. */
export function AsOf({ of }: { of: AsOfFacts }) {
  return (
    <div className="asof" data-as-of={of.at ?? "none"}>
      <Instant at={of.at} />
      {of.hosts === 0 ? null : <span className="sep" />}
      <Fresh of={of} />
    </div>
  );
}

/** The same as a second strip under the top bar of a phone. */
export function AsOfStrip({ of }: { of: AsOfFacts }) {
  return (
    <div className="strip" role="region" aria-label="Age of the data">
      <Instant at={of.at} />
      <Fresh of={of} />
    </div>
  );
}
