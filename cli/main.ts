import { Command, CommanderError } from "commander";
import { Refusal, printFailure } from "../scripts/start/refusal.mjs";
import { AppError } from "@/lib/errors";
import packageJson from "@/package.json" with { type: "json" };
import { addCollectorCommand } from "./collector";
import { addImportCommand } from "./import";
import { addJudgeCommand } from "./judge";
import { addMigrateCommand } from "./migrate";
import { addPolicyCommand } from "./policy";
import { addRejudgeCommand } from "./rejudge";
import { addRequirementsCommand } from "./requirements";
import { addSimulateCommand } from "./simulate";

const usageExitCode = 2;

// A reader that has seen enough, such as `more` or `head`, closes the pipe; that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

const program = new Command("quiesce")
  .description("Tells which Hyper-V virtual machines can be backed up live, which cannot, why, and how to fix each.")
  .version(packageJson.version)
  .showHelpAfterError("(quiesce COMMAND --help says more)")
  .addHelpText("after", "\nExit codes: 0 done; 1 the answer is no, or the work failed; 2 the command or a file is not understood.\nEach command's --help names its own.")
  .exitOverride();

/** One file a command: `cli/<name>.ts` exports `add<Name>Command` and is listed here. */
const commands = [addCollectorCommand, addImportCommand, addJudgeCommand, addMigrateCommand, addPolicyCommand, addRejudgeCommand, addRequirementsCommand, addSimulateCommand];

for (const add of commands) add(program);
for (const command of program.commands) command.exitOverride();

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : usageExitCode;
  } else {
    printFailure(error instanceof AppError ? new Refusal(error.message) : error);
    process.exitCode = 1;
  }
}
