import type { IconName } from "@/components/ui/icon-names";

export interface NavLink {
  href: string;
  label: string;
  /** Word for the tab bar of a phone. */
  tab: string;
  icon: IconName;
  group: "See" | "Data";
}

/** Pages that exist. A page gets its line here when it is built, not before. */
export const NAV_LINKS: readonly NavLink[] = [
  { href: "/", label: "Estate", tab: "Estate", icon: "layout-dashboard", group: "See" },
  { href: "/vms", label: "Virtual machines", tab: "VMs", icon: "monitor", group: "See" },
  { href: "/requirements", label: "Requirements", tab: "Requirements", icon: "list-checks", group: "See" },
  { href: "/imports", label: "Imports", tab: "Imports", icon: "inbox", group: "Data" },
];

/** True when the address is the link's page or one below it. */
export function isCurrent(href: string, pathname: string): boolean {
  return href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
}
