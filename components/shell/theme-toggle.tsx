"use client";

import { Icon } from "@/components/ui/icon";

const YEAR_SECONDS = 31_536_000;

function flip() {
  const root = document.documentElement;
  const dark = root.dataset.theme === undefined ? matchMedia("(prefers-color-scheme: dark)").matches : root.dataset.theme === "dark";
  const theme = dark ? "light" : "dark";
  root.dataset.theme = theme;
  // The server reads the cookie and writes the theme into the page, so the next load does not flash.
  document.cookie = `theme=${theme}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}

/** Switches between light and dark; until first used the system decides. */
export function ThemeToggle() {
  return (
    <button className="icon-btn" type="button" onClick={flip} aria-label="Switch between light and dark">
      <Icon name="sun-moon" />
    </button>
  );
}
