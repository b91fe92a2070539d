import path from "node:path";
import { describe, expect, it } from "vitest";
import { MUTATIONS, NEWER, READING } from "./mutations";
import { collectorFolder, proofScript, runChecked, withLines } from "./shell";

interface Problem { file: string; line: number; kind: string; name: string; text: string }
interface Proof { files: number; functions: number; exceptions: number; problems: Problem[] }
interface Judged { name: string; parses: boolean; violations: string[]; newer: string[] }

const show = ({ file, line, kind, name, text }: Problem) => `${file}:${line} ${kind} ${name}: ${text}`;

describe("the collector reads and changes nothing outside its list", () => {
  it("holds for every script of the collector", async (context) => {
    const [proof] = await runChecked<Proof>(context, proofScript("check-module.ps1"), {
      Root: collectorFolder, Exceptions: path.join(collectorFolder, "Quiesce/exceptions.psd1"),
    });
    expect(proof?.problems.map(show)).toEqual([]);
    expect(proof?.files).toBeGreaterThan(0);
  });

  it("holds for every script in Windows PowerShell 5.1", async (context) => {
    const [found] = await runChecked<Proof>(context, proofScript("check-syntax.ps1"), { Root: collectorFolder });
    expect(found?.problems.map(show)).toEqual([]);
    expect(found?.files).toBeGreaterThan(0);
  });

  it("would be noticed if it did not", async (context) => {
    const rows = [...MUTATIONS, ...READING].map((script) => ({ name: script, script }));
    const judged = await withLines(rows, (In) => runChecked<Judged>(context, proofScript("check-snippets.ps1"), { In }));
    expect(judged.filter(({ parses }) => !parses).map(({ name }) => name)).toEqual([]);
    const noticed = new Map(judged.map(({ name, violations }) => [name, violations]));
    expect(MUTATIONS.filter((script) => noticed.get(script)?.length === 0)).toEqual([]);
    expect(READING.filter((script) => noticed.get(script)?.length !== 0).map((script) => `${script}: ${noticed.get(script)?.join()}`)).toEqual([]);
  });

  it("knows what Windows PowerShell 5.1 lacks", async (context) => {
    const rows = [...NEWER, ...READING].map((script) => ({ name: script, script }));
    const judged = await withLines(rows, (In) => runChecked<Judged>(context, proofScript("check-snippets.ps1"), { In }));
    const noticed = new Map(judged.map(({ name, newer }) => [name, newer]));
    expect(NEWER.filter((script) => noticed.get(script)?.length === 0)).toEqual([]);
    expect(READING.filter((script) => noticed.get(script)?.length !== 0).map((script) => `${script}: ${noticed.get(script)?.join()}`)).toEqual([]);
  });
});
