import Link from "next/link";
import { Name } from "@/components/ui/name";
import { bytes, count } from "@/components/ui/numbers";
import type { EstateOverview } from "@/lib/estate/contract";
import { vmsHref } from "@/lib/estate/filters";

/** Seconds in words: `about 41 s`, `about 5 min 12 s`. */
function about(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  return whole < 120 ? `about ${whole} s` : `about ${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** The VMs that pause longest during a backup; each figure is an estimate and says from what. */
export function Pauses({ of }: { of: EstateOverview["pauses"] }) {
  return (
    <div className="panel px-4 py-2">
      <dl className="kv">
        {of.longest.map((vm) => (
          <div key={vm.id}>
            <dt>
              <Link className="plain" prefetch={false} href={`/vms/${vm.id}`}><Name>{vm.name}</Name></Link>{" "}
              <span className="faint">{vm.hostRelease}{vm.memoryBytes === null ? "" : `, ${bytes(vm.memoryBytes)}`}</span>
            </dt>
            <dd className="nowrap">{about(vm.seconds)}</dd>
          </div>
        ))}
      </dl>
      <p className="small muted py-1">
        Estimate: memory over the write rate of the policy. Sum of <Link prefetch={false} href={vmsHref(of.filter)}>all {count(of.count)}</Link>: {about(of.totalSeconds)}.
      </p>
    </div>
  );
}
