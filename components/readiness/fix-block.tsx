import { Chip } from "@/components/ui/chip";
import { CodeBlock } from "@/components/ui/code-block";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import type { Downtime, Fix } from "@/lib/judge/fix";

const DOWNTIME: Readonly<Record<Downtime, string>> = {
  none: "none", "service-restart": "service restart", "guest-reboot": "guest reboot", "vm-off": "VM off", "data-move": "data move", project: "project",
};

/** What to do, with what it costs said before the copy button: where it runs, downtime, risk; then GUI, undo and proof. */
export function FixBlock({ fix, heading: Heading = "h4" }: { fix: Fix; heading?: "h3" | "h4" }) {
  return (
    <div className="fix">
      <div className="fixhead">
        <Heading>
          <Icon name={fix.readOnly === true ? "search" : "wrench"} small /> {fix.title}
        </Heading>
        <div className="row">
          <Chip label="Runs on"><bdi>{fix.target}</bdi></Chip>
          <Chip label="Downtime">{DOWNTIME[fix.downtime]}</Chip>
          <Chip label="Risk">{fix.risk.level}</Chip>
        </div>
      </div>
      {fix.destroysData === undefined ? null : (
        <div className="px-3 pb-3">
          <Note kind="error" title="This erases data.">{fix.destroysData}</Note>
        </div>
      )}
      {fix.command === null ? null : <CodeBlock code={fix.command} what={`the command: ${fix.title}`} highlight={fix.shell === "powershell"} />}
      <dl className="grid-dl">
        {fix.gui.map((way) => <Row key={`${way.tool}${way.path}`} term={way.tool}>{way.path}</Row>)}
        <Row term="Risk">{fix.risk.why}</Row>
        {fix.readOnly === true ? null : <Row term="Undo">{fix.undo}</Row>}
        <Row term="Proof">{fix.proof}</Row>
      </dl>
    </div>
  );
}

function Row({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd className="wrap-any">{children}</dd>
    </>
  );
}
