import Link from "next/link";
import { VerdictBar } from "@/components/readiness/verdict-bar";
import { judgedGroups, verdictGroup, type VerdictGroup } from "@/components/readiness/verdict-groups";
import { Icon } from "@/components/ui/icon";
import { count, counted, share } from "@/components/ui/numbers";
import type { Counts } from "@/lib/estate/contract";
import { JUDGED_CLASSES, vmsHref } from "@/lib/estate/filters";

/** The sentence of the estate, the bar that proves it, and the same numbers as a legend of links. */
export function Hero({ counts }: { counts: Counts }) {
  const groups = judgedGroups(counts);
  const apart = [verdictGroup(counts, {}, "offline"), verdictGroup(counts, {}, "excluded")];
  return (
    <section className="hero" aria-labelledby="say">
      <Sentence counts={counts} />
      {counts.judged === 0 ? null : (
        <VerdictBar groups={groups.map((group) => group.segments)} label={`Verdicts of ${counted(counts.judged, "running VM")}`} />
      )}
      <ul className="legend">
        {groups.map((group) => <LegendGroup key={group.class} group={group} whole={counts.judged} />)}
        <li>
          <div className="gh">
            <div className="t">Counted apart</div>
            <div className="g">
              <b><Link className="plain" prefetch={false} href={vmsHref({ class: ["excluded", "offline"] })}>{count(counts.total - counts.judged)}</Link></b>
            </div>
          </div>
          <LegendLinks segments={apart.flatMap((group) => group.segments)} />
        </li>
      </ul>
    </section>
  );
}

function Sentence({ counts }: { counts: Counts }) {
  const { classes, judged } = counts;
  if (judged === 0) {
    return (
      <>
        <h1 className="say" id="say">None of <Link prefetch={false} href="/vms">{counted(counts.total, "VM")}</Link> is running.</h1>
        <p>A VM that is off or saved has nothing to interrupt; what would happen if it ran is on its page.</p>
      </>
    );
  }
  const to = (of: keyof typeof classes, text: string) => <Link prefetch={false} href={vmsHref({ class: [of] })}>{text}</Link>;
  return (
    <>
      <h1 className="say" id="say">
        {to("ready", count(classes.ready))} of <Link prefetch={false} href={vmsHref({ class: [...JUDGED_CLASSES] })}>{count(judged)}</Link> running {judged === 1 ? "VM is" : "VMs are"} ready for live backup.
      </h1>
      <p>
        {to("weaker", count(classes.weaker))} {classes.weaker === 1 ? "is" : "are"} backed up live but with weaker data, {to("not-live", count(classes["not-live"]))} cannot be backed up live, and {to("unknown", count(classes.unknown))} we do not know.
      </p>
    </>
  );
}

function LegendGroup({ group, whole }: { group: VerdictGroup; whole: number }) {
  return (
    <li>
      <div className="gh">
        <div className="t">{group.title}</div>
        <div className="g">
          <b><Link className="plain" prefetch={false} href={group.href}>{count(group.value)}</Link></b>
          <span>{share(group.value, whole)}</span>
        </div>
      </div>
      <LegendLinks segments={group.segments} />
    </li>
  );
}

function LegendLinks({ segments }: { segments: VerdictGroup["segments"] }) {
  return (
    <ul>
      {segments.map((of) => (
        <li key={of.key}>
          <Link prefetch={false} href={of.href} className={`is-${of.key}`}>
            <Icon name={of.icon} />
            {of.label}
            <span className="n">{count(of.value)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
