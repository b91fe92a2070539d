"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { isCurrent, NAV_LINKS, TAB_HREFS } from "./nav-links";
import { Wordmark } from "./wordmark";

const GROUPS = ["See", "Data"] as const;

interface NavProps {
  /** Figure beside a link, by its address. */
  figures: Readonly<Record<string, string>>;
  ruleset: string;
  policy: string;
}

/** Navigation at the left; an icon rail with tooltips on middle widths. */
export function Nav({ figures, ruleset, policy }: NavProps) {
  const pathname = usePathname();
  return (
    <nav className="nav" aria-label="Main">
      <Link className="brand" href="/"><Wordmark /></Link>
      {GROUPS.map((group) => (
        <div key={group}>
          <p className="navgroup" id={`nav-${group}`}>{group}</p>
          <ul aria-labelledby={`nav-${group}`}>
            {NAV_LINKS.filter((link) => link.group === group).map((link) => (
              <li key={link.href}>
                <Link href={link.href} title={link.label} {...(isCurrent(link.href, pathname) ? { "aria-current": "page" as const } : {})}>
                  <Icon name={link.icon} />
                  {link.label}
                  {figures[link.href] === undefined ? null : <span className="n">{figures[link.href]}</span>}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <div className="foot">
        <span>Rules <b>{ruleset}</b></span>
        <span>Policy <b>{policy}</b></span>
      </div>
    </nav>
  );
}

/** The same pages as a bar at the bottom of a phone. */
export function TabBar() {
  const pathname = usePathname();
  const more = NAV_LINKS.filter((link) => !TAB_HREFS.includes(link.href));
  return (
    <nav className="tabs" aria-label="Main, small screen">
      {NAV_LINKS.filter((link) => TAB_HREFS.includes(link.href)).map((link) => (
        <Link key={link.href} href={link.href} {...(isCurrent(link.href, pathname) ? { "aria-current": "page" as const } : {})}>
          <Icon name={link.icon} />
          {link.tab}
        </Link>
      ))}
      <Menu className={`up ${more.some((link) => isCurrent(link.href, pathname)) ? "here" : ""}`} key={pathname} label={<><Icon name="menu" />More</>} plain>
        <ul className="pop">
          {more.map((link) => (
            <li key={link.href}>
              <Link href={link.href} {...(isCurrent(link.href, pathname) ? { "aria-current": "page" as const } : {})}><Icon name={link.icon} />{link.label}</Link>
            </li>
          ))}
        </ul>
      </Menu>
    </nav>
  );
}
