import type { Score } from "@/lib/judge/judgement";

function signed(points: number): string {
  return points < 0 ? `−${Math.abs(points)}` : String(points);
}

/** The score in words: `46`, `12 to 100`. */
export function scoreText(score: Pick<Score, "low" | "high">): string {
  return score.low === score.high ? String(score.low) : `${score.low} to ${score.high}`;
}

/** What the VM would be with its deciding requirement met. */
export interface Then {
  label: string;
  value: string;
  ready: boolean;
}

/** The score as an account: start, one line a deduction, sum; what it would be with the first fix. */
export function ScoreLedger({ score, then }: { score: Score | null; then?: Then | undefined }) {
  if (score === null) return <p className="muted">No score: this VM is not judged for live backup.</p>;
  const ranged = score.low !== score.high;
  return (
    <>
      <div className="score">
        <b>{scoreText(score)}</b>
        <span className="muted">of 100{ranged ? ". Unknown earns nothing." : ""}</span>
      </div>
      <table className="ledger">
        <caption className="sr">How the score is made</caption>
        <tbody>
          {score.lines.map((line, index) => (
            <tr key={`${index}-${line.label}`}>
              <td>{line.label}</td>
              <td>{signed(line.points)}</td>
            </tr>
          ))}
          <tr className="sum">
            <td>{ranged ? "Score if every unknown passes" : "Score"}</td>
            <td>{score.high}</td>
          </tr>
          {ranged ? (
            <tr className="then">
              <td>Score if every unknown fails</td>
              <td>{score.low}</td>
            </tr>
          ) : null}
          {then === undefined ? null : (
            <tr className="then">
              <td>{then.label}</td>
              <td>{then.ready ? <b>{then.value}</b> : then.value}</td>
            </tr>
          )}
        </tbody>
      </table>
    </>
  );
}
