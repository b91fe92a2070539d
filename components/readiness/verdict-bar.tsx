import Link from "next/link";
import { count } from "@/components/ui/numbers";

export interface Segment {
  /** A verdict id, `partial`, or a status: the look is `is-<key>`. */
  key: string;
  label: string;
  value: number;
  href: string;
}

/** One label for the whole bar, for those who do not see it. */
function spoken(segments: readonly Segment[]): string {
  const parts = segments.filter((of) => of.value > 0).map((of) => `${of.label} ${count(of.value)}`);
  return parts.length === 0 ? "No VMs" : parts.join(", ");
}

const weight = (value: number): React.CSSProperties & Record<"--w", number> => ({ "--w": value });

/** The bar of a page: groups apart, each segment a link to exactly its VMs. Its legend stands below with the same links. */
export function VerdictBar({ groups, label }: { groups: readonly (readonly Segment[])[]; label: string }) {
  const shown = groups.map((group) => group.filter((of) => of.value > 0)).filter((group) => group.length > 0);
  return (
    <div className="bar big" role="group" aria-label={label}>
      {shown.map((group) => (
        <span key={group[0]?.key} className="grp" style={weight(group.reduce((sum, of) => sum + of.value, 0))}>
          {group.map((of) => (
            <Link
              key={of.key} href={of.href} prefetch={false} className={`is-${of.key}`} style={weight(of.value)}
              aria-label={`${of.label}: ${count(of.value)} ${of.value === 1 ? "VM" : "VMs"}`} title={`${of.label}: ${count(of.value)}`}
            />
          ))}
        </span>
      ))}
    </div>
  );
}

/** The thin bar of a row: one picture with one label. */
export function RowBar({ segments }: { segments: readonly Segment[] }) {
  return (
    <div className="bar" role="img" aria-label={spoken(segments)}>
      {segments.filter((of) => of.value > 0).map((of) => <span key={of.key} className={`is-${of.key}`} style={weight(of.value)} />)}
    </div>
  );
}
