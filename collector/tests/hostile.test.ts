import { describe, expect, it, type TestContext } from "vitest";
import type { Fix } from "@/lib/judge/fix";
import { readCommandsFor } from "@/lib/judge/fixes/read";
import type { Case } from "@/lib/judge/requirements/cases/case";
import { casesOf, runCase, settingsOf, subjectOf } from "@/lib/judge/requirements/cases/run";
import { REQUIREMENTS } from "@/lib/judge/requirements";
import type { Requirement } from "@/lib/judge/requirement";
import { examine } from "@/lib/judge/judge";
import { type HostRelease, NOW } from "@/lib/inventory/testing";
import { hostileNames, MARK } from "./hostile-names";
import { renamed } from "./renamed";
import { proofScript, runChecked, withLines } from "./shell";

/** As long as a word that no script of ours holds; the hostile name stands where this stood. */
const PLAIN = "plainname";
const NAMES = 10_000;

interface Subject { requirement: Requirement; of: Case; release: HostRelease }
interface Printed { where: string; shell: Fix["shell"]; plain: string; hostile: string; name: string }
interface Judged { where: string; parses: boolean; problems: string[]; pieces: number }

async function everySubject(): Promise<Subject[]> {
  const found: Subject[] = [];
  for (const requirement of REQUIREMENTS) for (const of of await casesOf(requirement.id)) for (const release of of.on) found.push({ requirement, of, release });
  return found;
}

/** All that is printed for a case: its own mends and the commands that read what it misses. */
function fixesOf({ requirement, of, release }: Subject, name: string): Fix[] {
  // Cases may hand out objects that they keep.
  const subject = structuredClone(subjectOf(of, release));
  renamed(subject, name);
  const { finding, fixes } = runCase(requirement, of, release, subject);
  const { at } = examine(subject, { settings: settingsOf(of.settings), now: of.now ?? NOW });
  return [...fixes, ...readCommandsFor(finding.missing, at)];
}

function printedOf(subject: Subject, name: string): Printed[] {
  const plain = fixesOf(subject, PLAIN);
  const hostile = fixesOf(subject, name);
  const where = `${subject.requirement.id}, ${subject.of.name}, ${subject.release}`;
  if (plain.length !== hostile.length) throw new Error(`${where}: ${plain.length} fixes for a plain name, ${hostile.length} for ${JSON.stringify(name)}`);
  return plain.flatMap((fix, index) => {
    const other = hostile[index];
    if (fix.command === null || other === undefined || other.command === null) return [];
    return [{ where: `${where}: ${fix.title}`, shell: fix.shell, plain: fix.command, hostile: other.command, name }];
  });
}

const printed: Promise<Printed[]> = everySubject().then((subjects) => {
  const naming = subjects.filter((subject) => fixesOf(subject, PLAIN).some(({ shell, command }) => shell === "powershell" && command?.includes(PLAIN)));
  // Every name goes into a script that prints it; every other case is printed with a name once.
  return hostileNames(NAMES).flatMap((name, index) => {
    const other = subjects[index];
    const subject = naming[index % naming.length];
    return [...(other === undefined ? [] : printedOf(other, name)), ...(subject === undefined ? [] : printedOf(subject, name))];
  });
});

/** A script by what stands around its name. */
const made = (before: string, name: string, after = ""): Printed => ({ where: before, shell: "powershell", plain: `${before}${PLAIN}${after}`, hostile: `${before}${name}${after}`, name });

function checked(context: TestContext, rows: readonly Printed[]): Promise<Judged[]> {
  return withLines(rows.map((row) => ({ ...row, mark: MARK, plainName: PLAIN })), (In) => runChecked<Judged>(context, proofScript("check-names.ps1"), { In }));
}

describe("every fix that the product prints", () => {
  it("takes 10,000 hostile names as data and never as code, in PowerShell's own parser", async (context) => {
    const all = await printed;
    const seen = new Set<string>();
    // A script that holds no name is parsed once.
    const rows = all.filter(({ shell, hostile }) => shell === "powershell" && !seen.has(hostile) && seen.add(hostile));
    const judged = await checked(context, rows);
    expect(judged).toHaveLength(rows.length);
    expect(judged.filter(({ parses, problems }) => !parses || problems.length > 0).map(({ where, problems }) => `${where}: ${problems.join(", ")}`).slice(0, 40)).toEqual([]);
    expect(judged.filter(({ pieces }) => pieces > 0).length).toBeGreaterThanOrEqual(NAMES);
  });

  it("would be noticed if one were code", async (context) => {
    const rows = [
      made("Set-Acl -LiteralPath '", `a'; Remove-VM *; '${MARK}`, "'"), made("Set-Acl -LiteralPath '", `a\u2019; Remove-VM *; \u2018${MARK}`, "'"), made('Set-Acl -LiteralPath "', `$(calc)${MARK}`, '"'), made('Set-Acl -LiteralPath "', MARK, '"'),
      made("# ", `\nRemove-VM * # ${MARK}`), made("Get-Item '", `*${MARK}`, "'"), made("Get-Item -Path '", `*${MARK}`, "'"), made("Hyper-V\\Get-VM -Name '", `*${MARK}`, "'"), made("$a -like '", `*${MARK}`, "'"), made("Get-CimInstance -Filter 'Name=", MARK, "'"),
      made("Get-Item -LiteralPath ", MARK), made("Get-Item -LiteralPath '", `a''${MARK}`, "'"), made("'", MARK, "' | Stop-VM -Name"), made("@'\n", `\n'@; Remove-VM * #${MARK}`, "\n'@"),
    ];
    const judged = await checked(context, rows);
    expect(rows.filter((_row, index) => judged[index]?.problems.length === 0).map(({ where }) => where)).toEqual(["'"]);
  });

  it("lets no name into a command for cmd or sh but inside that shell's own quotes", async () => {
    for (const { where, shell, hostile } of await printed) {
      if (shell === "cmd" || shell === "none") expect(hostile, where).not.toContain(MARK);
      if (shell === "sh") expect(hostile.replace(/'[^']*'/g, ""), where).not.toContain(MARK);
    }
  });
});
