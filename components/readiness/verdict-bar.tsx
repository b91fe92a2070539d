import Link from "next/link";
import { count } from "@/components/ui/numbers";
import { barLayout } from "./bar-layout";

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

/** The thin bar of a row: one picture with one label. Solid is proven, dotted unproven, hatched partial, hollow unknown. */
export function RowBar({ segments }: { segments: readonly Segment[] }) {
  const parts = barLayout(segments);
  return (
    <svg className="rowbar" width="100%" height="12" role="img" aria-label={spoken(segments)}>
      {parts.map(({ key, left, width }) => (
        <g key={key} className={`is-${key}`}>
          <rect className="fill" x={`${left}%`} width={`${width}%`} height="12" rx="2" />
          {key === "unknown" ? <svg x={`${left}%`} width={`${width}%`} height="12"><rect className="hollow" x="1.75" y=".75" height="10.5" rx="2" /></svg> : null}
          {TEXTURE[key] === undefined ? null : <rect className="texture" x={`${left}%`} width={`${width}%`} height="12" fill={`url(#${TEXTURE[key]})`} />}
        </g>
      ))}
    </svg>
  );
}

const TEXTURE: Readonly<Record<string, string>> = { "live-unverified": "texture-dots", warning: "texture-dots", partial: "texture-hatch" };

/** The textures of the row bars, once a page. */
export function BarTextures() {
  return (
    <svg className="textures" width="0" height="0" aria-hidden="true" focusable="false">
      <pattern id="texture-dots" width="5" height="5" patternUnits="userSpaceOnUse">
        <circle cx="1.25" cy="1.25" r=".85" />
        <circle cx="3.75" cy="3.75" r=".85" />
      </pattern>
      <pattern id="texture-hatch" width="6" height="6" patternUnits="userSpaceOnUse">
        <path d="M-1 7 7-1M-1 1 1-1M5 7 7 5" />
      </pattern>
    </svg>
  );
}
