import { type RequirementList, requirementList } from "./requirement-list";

type Listed = RequirementList["requirements"][number];

const HOSTS = { W08R2: "2008, 2008 R2", W12: "2012", W12R2: "2012 R2", "W16+": "2016 and later" } as const;
const PARTS: Readonly<Record<Listed["part"], string>> = {
  A: "hard stop", B: "cap", "C-static": "guest", "C-run-time": "guest, while the backup runs", D: "coverage", E: "state and evidence", F: "never the verdict",
};
const cell = (text: string) => text.replaceAll("\\", "\\\\").replaceAll("|", "\\|").replaceAll("<", "&lt;");
const prose = (text: string) => text.replaceAll("\\", "\\\\").replaceAll("<", "&lt;").replaceAll("*", "\\*");
const anchor = (title: string) => title.toLowerCase().replaceAll(/[^a-z0-9 ]/g, "").replaceAll(" ", "-");

function rowOf({ when, effects, unconfirmed }: Listed["rows"][number]): string {
  const mark = (bucket: keyof typeof HOSTS, text: string) => (unconfirmed.includes(bucket) && text !== "n-a" ? `${text} (not confirmed)` : text);
  return `| ${[
    cell(when), mark("W08R2", effects.W08R2), mark("W12", effects.W12), mark("W12R2", effects.W12R2.fallback), mark("W12R2", effects.W12R2["app-required"]),
    mark("W16+", effects["W16+"].fallback), mark("W16+", effects["W16+"]["app-required"]),
  ].join(" | ")} |`;
}

function section(of: Listed): string[] {
  const sources = of.sources.map(({ key, title, address, exact }) => `- [${key.startsWith("https:") ? title : `${key}: ${title}`}](${address})${exact ? "" : " (site; the page itself is not recorded)"}`);
  return [
    `### ${of.id}`, "",
    `**${prose(of.title)}.** ${prose(of.why)}`, "",
    `If not: ${prose(of.otherwise)}`, "",
    `- Expected: ${prose(of.expected)}`,
    `- Hosts: ${of.hosts.map((bucket) => HOSTS[bucket]).join("; ")}. Guests: ${of.guests.join(", ")}.${of.runningOnly ? " Asked of a running VM." : ""}`,
    `- Kind: ${PARTS[of.part]}`,
    `- Facts: ${of.facts.length === 0 ? "none; it reads the policy" : of.facts.map((fact) => `\`${fact}\``).join(", ")}`, "",
    "| when | 2008, 2008 R2 | 2012 | 2012 R2, fallback | 2012 R2, app-required | 2016+, fallback | 2016+, app-required |", "|---|---|---|---|---|---|---|",
    ...of.rows.map(rowOf), "",
    ...sources, "",
  ];
}

/** The catalogue in Markdown, generated from the registry: committed as docs/requirements.md. */
export function requirementsPage(): string {
  const { requirements } = requirementList();
  const groups = [...new Set(requirements.map(({ group }) => group))];
  const lines = [
    "# Requirements", "",
    "Generated from `lib/judge/requirements` by `node --import tsx scripts/generate-docs.ts`; a test fails when it is out of date. `npx quiesce requirements` prints the same.", "",
    `${requirements.length} requirements. A row says when a requirement does not hold and what that does to the verdict, by the host's Windows and by the required consistency of the policy. \`warn\` and \`info\` leave the verdict as it is, \`partial\` takes data out of the backup, \`n-a\` does not apply. An effect that is not confirmed is shown as a warning, never as a failure.`, "",
    ...groups.map((group) => `- [${group}](#${anchor(group)}): ${requirements.filter((of) => of.group === group).map(({ id }) => `[${id}](#${id})`).join(", ")}`), "",
  ];
  for (const group of groups) lines.push(`## ${group}`, "", ...requirements.filter((of) => of.group === group).flatMap(section));
  return `${lines.join("\n").trimEnd()}\n`;
}
