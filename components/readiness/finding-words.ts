import type { IconName } from "@/components/ui/icon-names";
import type { Status } from "@/lib/judge/requirement";

/** How each status of a finding looks and what it is called. */
export const STATUS_WORDS: Readonly<Record<Status, { word: string; many: string; icon: IconName }>> = {
  fail: { word: "Fails", many: "fail", icon: "octagon-x" },
  warning: { word: "Warning", many: "to watch", icon: "triangle-exclamation-point" },
  unknown: { word: "Unknown", many: "unknown", icon: "circle-dashed" },
  info: { word: "Pass, with a note", many: "with a note", icon: "info" },
  pass: { word: "Pass", many: "pass", icon: "circle-check" },
  "not-applicable": { word: "Not applicable", many: "do not apply", icon: "minus" },
};

/** Order on the VM page: what fails first. */
export const STATUS_ORDER: readonly Status[] = ["fail", "warning", "unknown", "info", "pass", "not-applicable"];
