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
  { href: "/hosts", label: "Hosts", tab: "Hosts", icon: "server", group: "See" },
  { href: "/imports", label: "Imports", tab: "Imports", icon: "inbox", group: "Data" },
  { href: "/collectors", label: "Collectors", tab: "Collectors", icon: "radio-tower", group: "Data" },
];
/** Pages with a place of their own in the bar of a phone; the others are behind More. */
export const TAB_HREFS: readonly string[] = ["/", "/vms", "/requirements", "/imports"];

/** Pages and doings that the palette finds by words and that are no page of the navigation. */
export const DOINGS: readonly Omit<NavLink, "group" | "tab">[] = [
  { href: "/collectors/add", label: "Add collectors", icon: "plus" },
  { href: "/hosts?state=silent", label: "Hosts not heard since the limit", icon: "server" },
  { href: "/hosts?state=overdue", label: "Hosts that are overdue", icon: "server" },
  { href: "/imports#quarantine", label: "Refused bodies in quarantine", icon: "inbox" },
];

/** True when the address is the link's page or one below it. */
export function isCurrent(href: string, pathname: string): boolean {
  return href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
}
