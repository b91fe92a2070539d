/** Icons of lucide that the sprite `public/icons.svg` holds. Add a name here, then run the sprite's test with `-u`. */
export const ICON_NAMES = [
  "arrow-down", "arrow-up", "braces", "chevron-left", "chevron-right", "circle-check", "circle-dashed", "circle-pause",
  "circle-play", "circle-question-mark", "circle-slash", "clock-exclamation-point", "columns-3", "contrast", "copy", "download",
  "equal", "file-input", "funnel", "funnel-x", "hard-drive", "inbox", "info", "layout-dashboard", "list-checks", "menu",
  "minus", "monitor", "octagon-x", "key-round", "plus", "power-off", "radio-tower", "refresh-cw", "search", "server", "square-check", "sun-moon", "terminal",
  "trash", "triangle-exclamation-point", "wrench", "x", "zap",
] as const;
export type IconName = (typeof ICON_NAMES)[number];
