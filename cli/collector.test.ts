import { Command } from "commander";
import { expect, test } from "vitest";
import { addCollectorCommand } from "./collector";

/** What the command line says of arguments, without an app or a database. */
async function refusalOf(...args: string[]): Promise<string> {
  const said: string[] = [];
  const program = new Command("quiesce").exitOverride().configureOutput({ writeErr: (text) => said.push(text), writeOut: (text) => said.push(text) });
  addCollectorCommand(program);
  await program.parseAsync(["collector", ...args], { from: "user" }).catch((error: unknown) => said.push(String(error)));
  return said.join("");
}

test.each([
  ["a kind that is none", ["create", "HV1", "--kind", "guest"], "Allowed choices are host, management-server"],
  ["no name", ["create"], "missing required argument 'name'"],
  ["uses that are no number", ["code", "create", "Site", "--uses", "many"], "a whole number is expected."],
  ["a negative overlap", ["rotate", "HV1", "--overlap-days", "-1"], "a whole number is expected."],
  ["a command that is none", ["delete", "HV1"], "unknown command 'delete'"],
])("%s is refused in a sentence", async (_name, args, sentence) => {
  expect(await refusalOf(...args)).toContain(sentence);
});

test("help lists every command of collectors", async () => {
  const help = await refusalOf("--help");
  for (const name of ["create", "list", "rotate", "approve", "revoke", "reset", "code"]) expect(help).toMatch(new RegExp(`^  ${name}\\b`, "m"));
});
