import type { Command } from "commander";
import { findRunningApp, withDatabase } from "./database";
import { callApp } from "./running-app";

/** `quiesce rejudge`: judges every VM again, after an update of Quiesce or when facts have aged. */
export function addRejudgeCommand(program: Command): void {
  program
    .command("rejudge")
    .description("judge every VM again by the policy in force and the requirements of this version")
    .addHelpText("after", "\nExit codes: 0 every VM is judged; 1 it did not work; 2 the command is not understood.")
    .action(rejudge);
}

async function rejudge(): Promise<void> {
  const app = await findRunningApp();
  const done = app === undefined ? await withDatabase(async () => {
    const [{ pool }, { loadPolicy }, { rejudgeAll }] = await Promise.all([import("@/lib/db/client"), import("@/lib/policy/stored-policy"), import("@/lib/ingest/judged/rejudge")]);
    const { document: policy } = await loadPolicy(pool());
    const shown = process.stderr.isTTY === true;
    const result = await rejudgeAll(pool(), { policy, now: Date.now() }, ({ hosts, done: judged, vms }) => {
      if (shown) process.stderr.write(`\r\u001b[2K${judged} of ${hosts} hosts, ${vms} VMs …`);
    });
    if (shown) process.stderr.write("\r\u001b[2K");
    return result;
  }) : await callApp(`${app.url}/api/v1/rejudge`, "POST") as { vms: number; hosts: number };
  process.stdout.write(`${done.vms.toLocaleString("en-US")} VMs on ${done.hosts.toLocaleString("en-US")} hosts judged again.\n`);
}
