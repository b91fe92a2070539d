import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import type { IconName } from "@/components/ui/icon-names";
import { count } from "@/components/ui/numbers";
import { VIEWS, vmsHref, type VmFilters, type VmListRequest } from "@/lib/estate/filters";
import { CLASSES, type ClassId } from "@/lib/judge/judgement";

const LOOK: Readonly<Record<string, { icon: IconName; look: string }>> = {
  ready: { icon: "circle-check", look: "is-live-application" },
  weaker: { icon: "zap", look: "is-live-crash" },
  "not-live": { icon: "octagon-x", look: "is-will-fail" },
  unknown: { icon: "circle-dashed", look: "is-unknown" },
  offline: { icon: "power-off", look: "is-offline" },
  excluded: { icon: "circle-slash", look: "is-excluded" },
};

function isView(classes: readonly ClassId[], filters: VmFilters): boolean {
  const now = filters.class ?? [];
  return now.length === classes.length && classes.every((of) => now.includes(of));
}

/** The views by class, each with the number of VMs that the other filters leave in it. */
export function ViewTabs({ request, classes }: { request: VmListRequest; classes: Readonly<Record<ClassId, number>> }) {
  return (
    <nav className="views" aria-label="Readiness">
      {VIEWS.map((view) => {
        const within = view.classes.length === 0 ? CLASSES : view.classes;
        const look = LOOK[view.id];
        const { class: _class, cursor: _cursor, ...rest } = request;
        const href = vmsHref(view.classes.length === 0 ? rest : { ...rest, class: [...view.classes] });
        return (
          <Link key={view.id} href={href} prefetch={false} scroll={false} data-view={view.id} {...(isView(view.classes, request) ? { "aria-current": "true" as const } : {})}>
            {look === undefined ? null : <span className={look.look}><Icon name={look.icon} small /></span>}
            {view.label}
            <span className="n">{count(within.reduce((sum, of) => sum + classes[of], 0))}</span>
          </Link>
        );
      })}
    </nav>
  );
}
