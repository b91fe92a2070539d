import { scoreText } from "@/components/readiness/score-ledger";
import { VerdictMark } from "@/components/readiness/verdict-mark";
import { STATUS_WORDS } from "@/components/readiness/finding-words";
import { Icon } from "@/components/ui/icon";
import type { VmDetail } from "@/lib/estate/contract";

/** The verdict of both rulesets side by side, and why they differ. */
export function OtherRuleset({ vm }: { vm: VmDetail }) {
  const against = vm.other.findings.filter((of) => of.status === "fail" || of.status === "unknown");
  return (
    <section aria-labelledby="other-ruleset">
      <h2 id="other-ruleset">Other rule set</h2>
      <dl className="twin">
        <div>
          <dt>{vm.ruleset}</dt>
          <dd><VerdictMark of={vm.verdict} />{vm.score === null ? null : <span className="small faint"> {scoreText(vm.score)}</span>}</dd>
        </div>
        <div>
          <dt>{vm.other.ruleset}</dt>
          <dd><VerdictMark of={vm.other.verdict} />{vm.other.score === null ? null : <span className="small faint"> {scoreText(vm.other.score)}</span>}</dd>
        </div>
      </dl>
      <p className="small muted mt-2">{vm.other.difference}</p>
      {against.length === 0 ? null : (
        <details className="data-twin">
          <summary>What {vm.other.ruleset} says</summary>
          <ul className="grid gap-2 small">
            {against.map((of) => (
              <li key={of.requirement} className={`is-${of.status}`}>
                <span className="state strong"><Icon name={STATUS_WORDS[of.status].icon} small />{STATUS_WORDS[of.status].word}</span>
                <div className="muted wrap-any">{of.because}</div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
