import { type Command, Option } from "commander";
import { requirementList } from "@/lib/judge/requirement-list";
import { requirementsPage } from "@/lib/judge/requirements-page";

/** `quiesce requirements`: the catalogue as Markdown or as a document of `quiesce.requirements/1`; reads nothing. */
export function addRequirementsCommand(program: Command): void {
  program
    .command("requirements")
    .description("list every requirement: what must hold, why, on which hosts, what happens if not, and its sources")
    .addOption(new Option("--format <format>", "how to print").choices(["md", "json"]).default("md"))
    .addHelpText("after", "\nExit codes: 0 printed; 2 the command is not understood.")
    .action(({ format }: { format: "md" | "json" }) => {
      process.stdout.write(format === "json" ? `${JSON.stringify(requirementList(), null, 2)}\n` : requirementsPage());
    });
}
