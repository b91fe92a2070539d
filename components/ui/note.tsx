import { Icon } from "./icon";
import type { IconName } from "./icon-names";

const KINDS = {
  error: { look: "is-fail", icon: "octagon-x" },
  stale: { look: "is-warning", icon: "clock-exclamation-point" },
  warning: { look: "is-warning", icon: "triangle-exclamation-point" },
  unknown: { look: "is-unknown", icon: "circle-dashed" },
} as const satisfies Record<string, { look: string; icon: IconName }>;

interface NoteProps {
  kind: keyof typeof KINDS;
  title: string;
  children?: React.ReactNode;
  action?: React.ReactNode;
  live?: boolean;
}

/** One line that stands above what it speaks of: what failed, is old or was not read, and the way on. */
export function Note({ kind, title, children, action, live = false }: NoteProps) {
  const { look, icon } = KINDS[kind];
  return (
    <div className={`note ${look}`} {...(live ? { role: kind === "error" ? "alert" : "status" } : {})}>
      <Icon name={icon} />
      <div>
        <b className="strong">{title}</b> <span className="muted">{children}</span>
      </div>
      {action}
    </div>
  );
}
