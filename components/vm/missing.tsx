import { FixBlock } from "@/components/readiness/fix-block";
import { Section } from "@/components/ui/section";
import { counted } from "@/components/ui/numbers";
import type { FindingView } from "@/lib/estate/contract";
import { settlingCommands } from "./settling-commands";

const SHOWN = 3;

/** For a VM whose verdict waits for facts: the read-only commands that bring them, those that settle most first. */
export function Missing({ findings }: { findings: readonly FindingView[] }) {
  const commands = settlingCommands(findings);
  if (commands.length === 0) return null;
  const rest = commands.length - SHOWN;
  return (
    <Section id="missing" title="What is missing, and how to learn it" lede={`Read-only commands, those that settle most first.${rest > 0 ? ` ${counted(rest, "more command")} under Findings.` : ""}`}>
      {commands.slice(0, SHOWN).map(({ fix, settles }) => (
        <div key={fix.command ?? fix.title} className="settle">
          <p className="small muted">Settles {counted(settles.length, "finding")}: {settles.slice(0, SHOWN).join("; ")}{settles.length > SHOWN ? " and more" : ""}.</p>
          <FixBlock fix={fix} heading="h3" />
        </div>
      ))}
    </Section>
  );
}
