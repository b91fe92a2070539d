import type { Step, VerdictId } from "@/lib/judge/judgement";

const GROUPS = ["state", "core facts", "hard stops", "guest", "caps", "coverage", "unknowns"] as const;
const TITLES: Readonly<Record<Step["group"], string>> = {
  state: "State", "core facts": "Core facts", "hard stops": "Hard stops", guest: "Guest takes part", caps: "Caps", coverage: "Coverage", unknowns: "Unknowns",
};

/** The judge's steps as seven, in its order; the one that decided carries the verdict's colour. */
export function ReasoningChain({ steps, verdict }: { steps: readonly Step[]; verdict: VerdictId }) {
  return (
    <ol className={`chain is-${verdict}`}>
      {GROUPS.map((group) => {
        const members = steps.filter((step) => step.group === group);
        const said = members.filter((step) => !step.skipped && step.says !== "");
        const decided = members.some((step) => step.decided);
        const hollow = group === "unknowns" && said.some((step) => step.requirements.length > 0);
        const look = decided ? (verdict === "unknown" ? "unk dec" : "decides") : hollow ? "unk" : "";
        return (
          <li key={group} className={look}>
            <b>
              {TITLES[group]}
              {decided ? <span className="sr"> (this step decided)</span> : null}
            </b>
            {said.length === 0 ? "Not reached" : [...new Set(said.map((step) => step.says))].join("; ")}
          </li>
        );
      })}
    </ol>
  );
}
