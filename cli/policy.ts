import type { Command } from "commander";
import { AppError } from "@/lib/errors";
import { findRunningApp, withDatabase } from "./database";
import { readPolicy } from "./judge";
import { callApp } from "./running-app";

const EXIT_NOT_UNDERSTOOD = 2;

/** `quiesce policy show` and `quiesce policy set FILE`. */
export function addPolicyCommand(program: Command): void {
  const policy = program.command("policy").description("show or change the policy that VMs are judged by");
  policy
    .command("show")
    .description("print the policy in force as JSON, ready to be edited and set again")
    .addHelpText("after", "\nExit codes: 0 printed; 1 the database cannot be reached; 2 the command is not understood.")
    .action(show);
  policy
    .command("set")
    .description("store a policy and judge every VM by it")
    .argument("<file>", "policy document (JSON, schema quiesce.policy/1)")
    .addHelpText("after", "\nExit codes: 0 stored, and every VM is judged by it; 1 it did not work; 2 the file is no policy, or the command is not understood.")
    .action((file: string, _options: unknown, command: Command) => set(file).catch((error: unknown) => {
      if (error instanceof AppError && error.code === "invalid-request") command.error(error.message, { exitCode: EXIT_NOT_UNDERSTOOD });
      throw error;
    }));
}

async function show(): Promise<void> {
  const stored = await withDatabase(async () => {
    const [{ pool }, { loadPolicy }] = await Promise.all([import("@/lib/db/client"), import("@/lib/policy/stored-policy")]);
    return loadPolicy(pool());
  });
  process.stdout.write(`${JSON.stringify(stored.document, null, 2)}\n`);
}

interface Stored {
  version: number;
  judged: { hosts: number; vms: number };
}

async function set(file: string): Promise<void> {
  const document = await readPolicy(file);
  const app = await findRunningApp();
  const stored = app === undefined ? await withDatabase(async (): Promise<Stored> => {
    const [{ pool }, { savePolicy }, { rejudgeAll }] = await Promise.all([import("@/lib/db/client"), import("@/lib/policy/stored-policy"), import("@/lib/ingest/judged/rejudge")]);
    const now = Date.now();
    const { version } = await savePolicy(pool(), document, now);
    return { version, judged: await rejudgeAll(pool(), { policy: document, now }) };
  }) : await callApp(`${app.url}/api/v1/policy`, "PUT", document) as Stored;
  process.stdout.write(`Policy ${document.name} is in force as version ${stored.version}; ${stored.judged.vms.toLocaleString("en-US")} VMs on ${stored.judged.hosts.toLocaleString("en-US")} hosts judged again.\n`);
}
