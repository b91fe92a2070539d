import Link from "next/link";
import { count } from "@/components/ui/numbers";
import type { FixNext as Step } from "@/lib/estate/contract";
import { vmsHref } from "@/lib/estate/filters";

const DOWNTIME: Readonly<Record<NonNullable<Step["downtime"]>, string>> = {
  none: "None", "service-restart": "Service restart", "guest-reboot": "Guest reboot", "vm-off": "VM off", "data-move": "Data move", project: "Project",
};
const weight = (value: number): React.CSSProperties & Record<"--w", number> => ({ "--w": value });

/** The requirements that hold back most VMs, with what mending each alone gains of all that are not ready. */
export function FixNext({ steps, notReady }: { steps: readonly Step[]; notReady: number }) {
  return (
    <div className="panel">
      <table className="tbl steps tall" role="table" aria-label="Requirements that hold back most VMs">
        <thead>
          <tr>
            <th>Requirement</th>
            <th className="r">Holds back</th>
            <th className="r">Makes ready</th>
            <th className="hide-s">Of {count(notReady)} not ready</th>
            <th className="hide-s">Downtime</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.requirement}>
              <td>
                <Link className="plain strong" prefetch={false} href={`/requirements/${step.requirement}`}>{step.title}</Link>
                <div className="small faint mono">{step.requirement}</div>
              </td>
              <td className="r">{step.failing === 0 ? <span className="zero">0</span> : <Link className="plain" prefetch={false} href={vmsHref(step.failingFilter)}>{count(step.failing)}</Link>}</td>
              <td className="r gain">
                {step.makesReady === 0 ? <span className="zero">0</span> : <Link className="plain" prefetch={false} href={vmsHref(step.makesReadyFilter)}>+{count(step.makesReady)}</Link>}
              </td>
              <td className="hide-s">
                <div className="ladder">
                  <div className="bar" role="img" aria-label={`${count(step.makesReady)} of ${count(notReady)}`}>
                    {step.makesReady === 0 ? null : <span className="add" style={weight(step.makesReady)} />}
                    <span className="rest" style={weight(Math.max(0, notReady - step.makesReady))} />
                  </div>
                </div>
              </td>
              <td className="nw hide-s">{step.downtime === null ? "–" : DOWNTIME[step.downtime]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
