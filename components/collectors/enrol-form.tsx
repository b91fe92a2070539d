"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { CodeBlock } from "@/components/ui/code-block";
import { Note } from "@/components/ui/note";
import { counted } from "@/components/ui/numbers";
import { Section } from "@/components/ui/section";
import { instant } from "@/components/ui/time";
import { useChange } from "@/components/ui/use-change";
import { type CodeWish, makeCode } from "./change-collector";
import { enrolWays } from "./enrol-commands";

interface Made {
  code: string;
  expiresAt: string;
  wish: CodeWish;
  server: string;
}

const EXPIRIES = [{ hours: 1, text: "1 hour" }, { hours: 24, text: "24 hours" }, { hours: 168, text: "7 days" }, { hours: 720, text: "30 days" }] as const;
const INTERVALS = [{ seconds: 900, text: "15 minutes" }, { seconds: 3600, text: "1 hour" }, { seconds: 14_400, text: "4 hours" }, { seconds: 86_400, text: "24 hours" }] as const;

function wishOf(form: FormData): CodeWish {
  const text = (key: string) => String(form.get(key) ?? "");
  return {
    scope: text("scope").trim(), kind: text("kind") === "management-server" ? "management-server" : "host", maxUses: Number(text("maxUses")),
    expiresInHours: Number(text("expires")), autoApprove: form.get("autoApprove") !== null, intervalSeconds: Number(text("interval")),
  };
}

/** Names the scope of a code, makes it, shows it once with the command of each way to use it. */
export function EnrolForm({ server }: { server: string }) {
  const router = useRouter();
  const [made, setMade] = useState<Made | null>(null);
  const { busy, problem, run } = useChange();

  const make = (form: HTMLFormElement) => run(async () => {
    const data = new FormData(form);
    const wish = wishOf(data);
    setMade({ ...await makeCode(wish), wish, server: String(data.get("server") ?? server).trim() });
    router.refresh();
  });

  if (made !== null) return <MadeCode made={made} onAnother={() => { setMade(null); }} />;
  return (
    <form className="panel p-4" onSubmit={(event) => { event.preventDefault(); void make(event.currentTarget); }}>
      <div className="formgrid">
        <label><span className="strong">Scope</span><input name="scope" required maxLength={512} autoComplete="off" placeholder="Rome, production" /><span className="hint">What it is for, in your words; its collectors carry it.</span></label>
        <label><span className="strong">Kind</span><select name="kind" defaultValue="host"><option value="host">Hyper-V hosts</option><option value="management-server">A management server</option></select><span className="hint">A host speaks for itself, a management server for the hosts approved for it.</span></label>
        <label><span className="strong">Uses</span><input name="maxUses" type="number" required min={1} max={100_000} defaultValue={1} /><span className="hint">How many machines may enrol with it.</span></label>
        <label><span className="strong">Expires in</span><select name="expires" defaultValue="24">{EXPIRIES.map((of) => <option key={of.hours} value={of.hours}>{of.text}</option>)}</select><span className="hint">Machines that enrolled stay.</span></label>
        <label><span className="strong">Sends every</span><select name="interval" defaultValue="3600">{INTERVALS.map((of) => <option key={of.seconds} value={of.seconds}>{of.text}</option>)}</select><span className="hint">After two of these without an inventory a host is overdue.</span></label>
        <label><span className="strong">Address of this dashboard</span><input name="server" type="url" required defaultValue={server} autoComplete="off" /><span className="hint">As the hosts reach it. Collectors speak TLS only.</span></label>
        <label className="check"><input type="checkbox" name="autoApprove" /><span><span className="strong">Let them in at once</span><br /><span className="hint">Otherwise each new machine waits for approval. A machine that is known already always waits.</span></span></label>
      </div>
      {problem === null ? null : <div className="mt-3"><Note kind="error" live title="The code was not made.">{problem}</Note></div>}
      <div className="row mt-4"><button className="btn primary" type="submit" disabled={busy}>{busy ? "Working" : "Make the code"}</button><Link className="btn quiet" href="/collectors">Back to collectors</Link></div>
    </form>
  );
}

function MadeCode({ made: { code, expiresAt, wish, server }, onAnother }: { made: Made; onAnother: () => void }) {
  return (
    <>
      <section aria-labelledby="code">
        <h2 id="code" className="mb-2">The code for <bdi>{wish.scope}</bdi>, shown this once</h2>
        <div className="panel secret overflow-hidden" data-enrolment-code><CodeBlock code={code} what="the code" highlight={false} /></div>
        <p className="small muted mt-2">
          {counted(wish.maxUses, "use")}, until <time dateTime={expiresAt}>{instant(expiresAt).text}</time>. {wish.autoApprove ? "Its machines are let in at once." : "Its machines wait for approval under Collectors."} It can be revoked there.
        </p>
      </section>
      <Section id="ways" title="One command" lede="The module Quiesce stands in the folder of modules of the machine where the command is pasted. Paste, and the host appears under Collectors within a minute.">
        {server.startsWith("https:") ? null : <div className="mb-3"><Note kind="warning" title="Hosts refuse this address: it is plain http.">A collector sends its credential only by TLS; http is taken on the machine of the dashboard itself. Make another code with the https address that the hosts reach.</Note></div>}
        <div className="ways">
          {enrolWays({ server, code, kind: wish.kind }).map((way) => (
            <section key={way.id} aria-labelledby={`way-${way.id}`} data-way={way.id}>
              <h3 id={`way-${way.id}`}>{way.title}</h3>
              <p className="small muted mb-2">{way.where}</p>
              <div className="panel overflow-hidden"><CodeBlock code={way.command} what={`the command for: ${way.title}`} /></div>
            </section>
          ))}
        </div>
      </Section>
      <div className="row section"><Link className="btn primary" href="/collectors">To the collectors</Link><button className="btn" type="button" onClick={onAnother}>Make another code</button></div>
    </>
  );
}
