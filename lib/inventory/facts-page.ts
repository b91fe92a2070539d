import { ABSENT_REASONS } from "./fact";
import { allFacts, type DescribedFact } from "./meaning";

const SECTIONS: readonly { title: string; prefix: string; about: string }[] = [
  { title: "Header", prefix: "header", about: "Who sent the document and when. Not part of the content digest." },
  { title: "Origin", prefix: "origin", about: "What the document was made from." },
  { title: "Host", prefix: "host", about: "One entry of `hosts[]`." },
  { title: "Cluster", prefix: "cluster", about: "One entry of `clusters[]`: the cluster as that host, or the management server, sees it." },
  { title: "VM", prefix: "vm", about: "One entry of `hosts[].vms[]`." },
  { title: "Guest", prefix: "guest", about: "`hosts[].vms[].guest`." },
];

const cell = (text: string) => text.replaceAll("\\", "\\\\").replaceAll("|", "\\|").replaceAll("<", "&lt;");
const code = (text: string) => `\`${text.replaceAll("|", "\\|")}\``;

function row(fact: DescribedFact): string {
  const words = fact.words.length > 0 ? ` One of ${fact.words.map(code).join(", ")}.` : "";
  const volatile = fact.volatile ? " Volatile." : "";
  return `| ${code(fact.path)} | ${cell(fact.meaning)}${words}${volatile} | ${fact.unit ?? ""} | ${cell(fact.source)} |`;
}

/** The page of all facts in Markdown, generated from the schema: committed as docs/facts.md. */
export function factsPage(): string {
  const facts = allFacts();
  const lines = [
    "# Facts of an inventory",
    "",
    "Generated from `lib/inventory` by `node --import tsx scripts/generate-docs.ts`; a test fails when it is out of date.",
    "",
    `${facts.length} facts. Each is a value, or null; why it is null stands in the record's \`absent\` list as one of ${ABSENT_REASONS.map(code).join(", ")}. \`empty\` and \`not-applicable\` are knowledge; every other reason, and none, is unknown.`,
    "Volatile facts change without anything having changed: they are kept beside the content digest, not in it. A word outside a list is kept and counts as unknown.",
  ];
  for (const { title, prefix, about } of SECTIONS) {
    const own = facts.filter(({ path }) => path === prefix || path.startsWith(`${prefix}.`));
    lines.push("", `## ${title}`, "", about, "", "| fact | meaning | unit | source |", "|---|---|---|---|", ...own.map(row));
  }
  return `${lines.join("\n")}\n`;
}
