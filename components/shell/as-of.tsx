import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import { count } from "@/components/ui/numbers";
import { instant } from "@/components/ui/time";
import type { AsOf as AsOfContract, HostCounts } from "@/lib/estate/contract";
import { HOST_STATES } from "@/lib/estate/filters";
import { DataAge } from "./data-age";
import type { MadeFrom } from "./live";

export interface AsOfFacts extends MadeFrom {
  /** Time of the newest inventory, ISO; null while there is none. */
  at: string | null;
  hosts: HostCounts;
  late: AsOfContract["late"];
}

/** Where the hosts that are not fresh are: those of one state alone, else all, worst first. */
function notFreshHref(hosts: HostCounts): string {
  const [state, ...more] = HOST_STATES.filter((of) => of !== "fresh" && hosts[of] > 0);
  return state === undefined || more.length > 0 ? "/hosts" : `/hosts?state=${state}`;
}

function Fresh({ of: { hosts } }: { of: AsOfFacts }) {
  if (hosts.total === 0) return null;
  const all = hosts.fresh === hosts.total;
  return (
    <Link className={`plain state ${all ? "is-pass" : "is-warning"}`} href={notFreshHref(hosts)} prefetch={false}>
      <Icon name={all ? "circle-check" : "clock-exclamation-point"} small />
      {count(hosts.fresh)} of {count(hosts.total)} hosts fresh
    </Link>
  );
}

function Instant({ of: { at, asked } }: { of: AsOfFacts }) {
  if (at === null) return <span>No inventory yet</span>;
  const shown = instant(at);
  return (
    <span>
      As of <time dateTime={at}>{shown.text}</time> <span className="faint">{shown.offset}, <DataAge at={at} asked={asked} /></span>
    </span>
  );
}

/** The instant the page speaks of, and the age of what it rests on. */
export function AsOf({ of }: { of: AsOfFacts }) {
  return (
    <div className="asof" data-as-of={of.at ?? "none"}>
      <Instant of={of} />
      {of.hosts.total === 0 ? null : <span className="sep" />}
      <Fresh of={of} />
    </div>
  );
}

/** The same as a second strip under the top bar of a phone. */
export function AsOfStrip({ of }: { of: AsOfFacts }) {
  return (
    <div className="strip" role="region" aria-label="Age of the data">
      <Instant of={of} />
      <Fresh of={of} />
    </div>
  );
}
