import { describe, expect, it } from "vitest";
import { enrolWays } from "@/components/collectors/enrol-commands";
import { COLLECTOR_KINDS } from "@/lib/collectors/contract";
import path from "node:path";
import { hostileNames, MARK } from "./hostile-names";
import { moduleFile, proofScript, runChecked, withLines } from "./shell";

const PLAIN = "plainname";
const COMMON = new Set(["confirm", "whatif", "verbose", "erroraction"]);

const commandsFor = (name: string) => COLLECTOR_KINDS.flatMap((kind) => enrolWays({ server: `https://${name}`, code: name, kind }).map(({ id, command }) => ({ where: `${kind}, ${id}`, command })));

describe("every command that brings a collector to a host", () => {
  it("takes hostile addresses and codes as data", async (context) => {
    const rows = hostileNames(500).flatMap((name) => {
      const plain = commandsFor(PLAIN);
      return commandsFor(name).map(({ where, command }, index) => ({ where, plain: plain[index]?.command ?? "", hostile: command, name, plainName: PLAIN, mark: MARK }));
    });
    const judged = await withLines(rows, (In) => runChecked<{ where: string; problems: string[]; pieces: number }>(context, proofScript("check-names.ps1"), { In }));
    expect(judged).toHaveLength(rows.length);
    expect(judged.filter(({ problems }) => problems.length > 0).map(({ where, problems }) => `${where}: ${problems.join()}`).slice(0, 20)).toEqual([]);
    expect(judged.every(({ pieces }) => pieces > 0)).toBe(true);
  });

  it("gives the module's commands parameters that they have", async (context) => {
    const files = await runChecked<{ functions: string[]; isPublic: boolean; declared: string[] }>(context, proofScript("check-help.ps1"), { Root: path.dirname(moduleFile) });
    const declared = new Map(files.filter(({ isPublic }) => isPublic).map(({ functions, declared: names }) => [functions[0] ?? "", new Set(names)]));
    for (const { where, command } of commandsFor(PLAIN)) {
      const calls = [...command.replace(/'[^']*'|"[^"]*"/g, "x").matchAll(/\b(\w+-Quiesce\w+)([^;|}\n]*)/g)];
      expect(calls.length, where).toBeGreaterThan(0);
      for (const [, name = "", rest = ""] of calls) {
        for (const [, parameter = ""] of rest.matchAll(/ -(\w+)/g)) expect(COMMON.has(parameter.toLowerCase()) || declared.get(name)?.has(parameter.toLowerCase()), `${where}: ${name} -${parameter}`).toBe(true);
      }
    }
  });
});
