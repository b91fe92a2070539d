import { REASON_WORDS } from "@/components/readiness/reason-words";
import { CLASS_WORDS, VERDICT_WORDS } from "@/components/readiness/verdict-words";
import type { FilterChoices } from "@/lib/estate/contract";
import { FILTER_KEYS, NONE, type FilterKey, type VmFilters } from "@/lib/estate/filters";

const FIELD: Readonly<Record<FilterKey, string>> = {
  q: "Name contains", class: "Class", verdict: "Verdict", coverage: "Coverage", atBest: "At best", requirement: "Requirement", status: "Finding",
  decidedBy: "Decided by", fixAlone: "Ready once fixed", missing: "Not read because", badge: "Note", cluster: "Cluster", host: "Host", release: "Host version",
  guest: "Guest", family: "Guest family", generation: "Generation", version: "Configuration version", power: "Power", fresh: "Facts",
  scoreFrom: "Score from", scoreTo: "Score to",
};
const FAMILY: Readonly<Record<string, string>> = { windows: "Windows", linux: "Linux", bsd: "BSD", other: "other", none: "not read" };
const STATUS: Readonly<Record<string, string>> = { "holds-back": "holds back", fail: "fails", warning: "warning", unknown: "unknown", info: "pass with a note", clear: "passes or does not apply" };

function looked<T extends string>(words: Readonly<Record<T, string>>, value: string): string {
  return Object.hasOwn(words, value) ? words[value as T] : value;
}

function named(of: readonly { id: string; name: string }[], id: string, none: string): string {
  return id === NONE ? none : (of.find((each) => each.id === id)?.name ?? "not in the estate");
}

/** A value of a filter in words; ids become names. */
export function valueWord(key: FilterKey, value: string, choices: FilterChoices): string {
  const requirement = () => choices.requirements.find((each) => each.id === value)?.title ?? value;
  switch (key) {
    case "class": return looked(CLASS_WORDS, value);
    case "verdict": return Object.hasOwn(VERDICT_WORDS, value) ? VERDICT_WORDS[value as keyof typeof VERDICT_WORDS].short : value;
    case "cluster": return named(choices.clusters, value, "no cluster");
    case "host": return named(choices.hosts, value, "not read");
    case "requirement": case "fixAlone": return requirement();
    case "decidedBy": return value === NONE ? "no requirement" : requirement();
    case "missing": return looked(REASON_WORDS, value).toLowerCase();
    case "status": return looked(STATUS, value);
    case "family": return looked(FAMILY, value);
    case "fresh": return value === "true" ? "fresh" : "too old";
    case "atBest": return value === "true" ? "yes" : "no";
    case "power": case "generation": case "version": case "guest": case "release": return value === NONE ? "not read" : value;
    case "q": case "coverage": case "badge": case "scoreFrom": case "scoreTo": return value;
  }
}

export interface FilterChip {
  key: FilterKey;
  label: string;
  value: string;
}

/** The filters in force, one chip a field; alternatives of a field are joined by "or". */
export function filterChips(filters: VmFilters, choices: FilterChoices): FilterChip[] {
  return FILTER_KEYS.flatMap((key) => {
    const value = filters[key];
    if (value === undefined) return [];
    const words = [value].flat().map((each) => valueWord(key, String(each), choices));
    return [{ key, label: FIELD[key], value: words.join(" or ") }];
  });
}

export interface FilterField {
  key: FilterKey;
  label: string;
  options: { value: string; text: string }[];
}

const withCount = (value: string, text: string, count: number) => ({ value, text: `${text} (${count})` });

/** The fields of the filter menu and what each can be now. Fields with nothing to choose from are left out. */
export function filterFields(choices: FilterChoices): FilterField[] {
  const fixed = (key: FilterKey, values: readonly string[]): FilterField => ({ key, label: FIELD[key], options: values.map((value) => ({ value, text: valueWord(key, value, choices) })) });
  const found = (key: FilterKey, values: readonly { value: string; count: number }[]): FilterField => ({
    key, label: FIELD[key], options: values.map((of) => withCount(of.value, valueWord(key, of.value, choices), of.count)),
  });
  const ids = (key: FilterKey, values: readonly { id: string; count: number }[]): FilterField => found(key, values.map((of) => ({ value: of.id, count: of.count })));
  const requirements: FilterField["options"] = choices.requirements.map((of) => ({ value: of.id, text: of.title }));
  const fields: FilterField[] = [
    fixed("verdict", Object.keys(VERDICT_WORDS)),
    { key: "requirement", label: "Fails requirement", options: requirements },
    fixed("missing", Object.keys(REASON_WORDS)),
    fixed("coverage", ["full", "partial", "none", "unknown"]),
    fixed("atBest", ["true", "false"]),
    ids("cluster", choices.clusters), ids("host", choices.hosts),
    found("release", choices.releases), found("guest", choices.guests),
    fixed("family", Object.keys(FAMILY)),
    found("generation", choices.generations), found("version", choices.versions),
    fixed("power", ["running", "paused", "off", "saved", "transient", "critical", "unreadable", NONE]),
    fixed("fresh", ["true", "false"]),
  ];
  return fields.filter((field) => field.options.length > 0);
}
