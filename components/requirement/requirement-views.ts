import type { RequirementListItem } from "@/lib/estate/contract";

interface RequirementView {
  id: string;
  label: string;
  /** Said when the view is empty. */
  none: string;
  holds(of: Pick<RequirementListItem, "counts">): boolean;
}

const ALL: RequirementView = { id: "all", label: "All", none: "No requirement is known", holds: () => true };

/** The views above the list of requirements. */
export const REQUIREMENT_VIEWS: readonly RequirementView[] = [
  ALL,
  { id: "failing", label: "Failing", none: "No requirement fails on a running VM", holds: (of) => of.counts.fail > 0 },
  { id: "warning", label: "With warnings", none: "No requirement warns on a running VM", holds: (of) => of.counts.warning > 0 },
  { id: "unknown", label: "Unknown somewhere", none: "No requirement is unknown on a running VM", holds: (of) => of.counts.unknown > 0 },
];

/** The view that an address names; all of them when it names none. */
export function requirementView(id: string | undefined): RequirementView {
  return REQUIREMENT_VIEWS.find((of) => of.id === id) ?? ALL;
}
