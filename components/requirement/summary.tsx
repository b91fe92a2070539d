import Link from "next/link";
import { RequirementBar } from "@/components/requirement/requirement-list";
import { Icon } from "@/components/ui/icon";
import type { IconName } from "@/components/ui/icon-names";
import { count, counted, share } from "@/components/ui/numbers";
import type { RequirementCounts, RequirementDetail } from "@/lib/estate/contract";
import { vmsHref } from "@/lib/estate/filters";

const SHOWN = [
  { key: "clear", look: "is-pass", icon: "circle-check", label: "Passes or does not apply" },
  { key: "fail", look: "is-fail", icon: "octagon-x", label: "Fails" },
  { key: "warning", look: "is-warning", icon: "triangle-exclamation-point", label: "Warning" },
  { key: "unknown", look: "is-unknown", icon: "circle-dashed", label: "Unknown" },
  { key: "info", look: "is-info", icon: "info", label: "Pass with a note" },
] as const satisfies readonly { key: keyof RequirementCounts; look: string; icon: IconName; label: string }[];

export function judgedBy(counts: RequirementCounts): number {
  return counts.fail + counts.warning + counts.unknown + counts.info + counts.clear;
}

/** The sentence of the requirement, its bar and its counts, each a link to exactly those VMs. */
export function Summary({ of }: { of: RequirementDetail }) {
  const whole = judgedBy(of.counts);
  return (
    <div className="panel mt-5 px-5 py-4">
      <p className="reqsay">
        <b>{of.counts.fail === 0 ? "No" : count(of.counts.fail)} of {counted(whole, "running VM")} {of.counts.fail === 1 ? "fails" : "fail"}</b>, {count(of.counts.unknown)} {of.counts.unknown === 1 ? "is" : "are"} unknown.
        {of.makesReady === 0 ? null : <> Fixing this alone makes <b className="gain"><Link prefetch={false} href={vmsHref(of.links.makesReady)}>{counted(of.makesReady, "VM")} ready</Link></b>.</>}
      </p>
      <div className="mt-4"><RequirementBar id={of.id} counts={of.counts} /></div>
      <div className="counts">
        {SHOWN.map((shown) => (
          <Link key={shown.key} prefetch={false} href={vmsHref(of.links[shown.key])} className={shown.look}>
            <b>{count(of.counts[shown.key])}</b>
            <span className="lbl"><Icon name={shown.icon} small />{shown.label}</span>
            <div className="small faint num">{share(of.counts[shown.key], whole)}</div>
          </Link>
        ))}
      </div>
    </div>
  );
}
