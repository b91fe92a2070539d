import type { IconName } from "./icon-names";

/** A lucide icon from the sprite. It stands beside a word, so readers of the screen skip it. */
export function Icon({ name, small = false, className = "" }: { name: IconName; small?: boolean; className?: string }) {
  return (
    <svg className={`i ${small ? "i-14" : ""} ${className}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <use href={`/icons.svg#${name}`} />
    </svg>
  );
}
