import type { z } from "zod";

type Issue = z.core.$ZodIssue;

const MOST_ISSUES = 5;

/** `["disks", 0, "sizeBytes"]` as `disks[0].sizeBytes`. */
export function pathText(path: readonly PropertyKey[]): string {
  let text = "";
  for (const part of path) text += typeof part === "number" ? `[${part}]` : text === "" ? String(part) : `.${String(part)}`;
  return text;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const part of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  if (typeof value !== "string") return String(value);
  const plain = value.replace(/[\p{Cc}\p{Cs}]/gu, "\ufffd");
  return `text "${plain.length > 40 ? `${plain.slice(0, 40)}...` : plain}"`;
}

const KINDS: Readonly<Record<string, string>> = { string: "text", number: "a number", int: "a whole number", boolean: "true or false", array: "a list", object: "an object", record: "an object" };

function explain(issue: Issue, root: unknown): string {
  const found = shown(valueAt(root, issue.path));
  switch (issue.code) {
    case "invalid_type":
      return `${KINDS[issue.expected] ?? issue.expected} is expected, ${found} is found`;
    case "too_big":
      return issue.origin === "array" ? `has more than ${issue.maximum} entries` : issue.origin === "string" ? `has more than ${issue.maximum} characters` : `${found} is above ${issue.maximum}`;
    case "too_small":
      return issue.origin === "array" ? `has fewer than ${issue.minimum} entries` : issue.origin === "string" ? `has fewer than ${issue.minimum} characters` : `${found} is below ${issue.minimum}`;
    case "invalid_value":
      return `one of ${issue.values.map(String).join(", ")} is expected, ${found} is found`;
    case "invalid_format":
      return `${found} ${issue.message}`;
    default:
      return issue.message;
  }
}

/** At most five faults of one record as "path: what is wrong", the first five that stand in it; `more` counts the rest. */
export function explainIssues(issues: readonly Issue[], root: unknown): { place: string; texts: string[]; more: number } {
  const texts = new Set<string>();
  let seen = 0;
  for (const issue of issues) {
    if (texts.size === MOST_ISSUES) break;
    seen += 1;
    texts.add(issue.path.length === 0 ? explain(issue, root) : `${pathText(issue.path)}: ${explain(issue, root)}`);
  }
  return { place: pathText(issues[0]?.path ?? []), texts: [...texts], more: issues.length - seen };
}
