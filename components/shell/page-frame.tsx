import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import { AsOf, AsOfStrip, type AsOfFacts } from "./as-of";
import { LateNote } from "./late-note";
import { LiveMain } from "./live-main";
import { PaletteButton } from "./palette-button";
import { ThemeToggle } from "./theme-toggle";
import { Wordmark } from "./wordmark";

export interface Crumb {
  href: string;
  label: string;
  /** What this page shows: a VM's name, a requirement's title. */
  here: string;
}

interface FrameProps {
  asOf: AsOfFacts;
  crumb?: Crumb;
  wide?: boolean;
  /** True when any data shown was made up. */
  synthetic?: boolean;
  /** True for a page that itself says whether what it shows is late. */
  ownLate?: boolean;
  children: React.ReactNode;
}

/** What is round every page: the bar with breadcrumb, search, as-of and theme, then the content. */
export function PageFrame({ asOf, crumb, wide = false, synthetic = false, ownLate = false, children }: FrameProps) {
  return (
    <>
      <header className="top">
        <div className="crumb">
          {crumb === undefined ? null : (
            <span className="desk">
              <Link href={crumb.href}>{crumb.label}</Link> / <b><bdi>{crumb.here}</bdi></b>
            </span>
          )}
          {crumb === undefined ? (
            <Link className="mob plain brandm" href="/"><Wordmark /></Link>
          ) : (
            <Link className="mob plain" href={crumb.href}><Icon name="chevron-left" />{crumb.label}</Link>
          )}
        </div>
        <PaletteButton />
        <AsOf of={asOf} />
        <ThemeToggle />
      </header>
      <AsOfStrip of={asOf} />
      <LiveMain made={asOf} wide={wide}>
        {ownLate ? null : <LateNote late={asOf.late} asked={asOf.asked} />}
        {children}
        {synthetic ? <p className="synthetic">Synthetic data is loaded. No real estate, host or person is shown in it.</p> : null}
      </LiveMain>
    </>
  );
}
