"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { CodeBlock } from "@/components/ui/code-block";
import { Note } from "@/components/ui/note";
import { useChange } from "@/components/ui/use-change";
import type { CollectorItem } from "@/lib/collectors/contract";
import { changeCollector, type CollectorChange, rotateCollector } from "./change-collector";

type Doing = "approve" | "rename" | "rotate" | "reset" | "revoke";

const WORDS: Readonly<Record<Doing, { label: string; question: string; consequence: string }>> = {
  approve: { label: "Approve", question: "Approve this collector?", consequence: "Its inventories are taken from now on. Look at its name, host and account first: it says them itself." },
  rename: { label: "Rename", question: "Rename this collector?", consequence: "Only the name shown here changes." },
  rotate: { label: "Rotate", question: "Give it a new token?", consequence: "The new token is shown once. The old one holds for 7 days more, so that nothing stops meanwhile." },
  reset: { label: "Reset", question: "Reset its order?", consequence: "The collector is given a new epoch and starts to count anew. A flag for two senders is taken away. Its binding to one host is undone; the next document binds it anew. Do this after a machine was restored or replaced." },
  revoke: { label: "Revoke", question: "Revoke this collector?", consequence: "Its tokens open nothing from the next request on. What it sent is kept. It cannot be undone; the machine enrols again with a code." },
};

/** Approve, rename, rotate, reset and revoke, each after one question that says what follows. */
export function CollectorActions({ of }: { of: Pick<CollectorItem, "publicId" | "name" | "state"> }) {
  if (of.state === "revoked") return null;
  const doings: Doing[] = [...(of.state === "pending" ? ["approve" as const] : []), "rename", "rotate", "reset", "revoke"];
  return <div className="row">{doings.map((doing) => <Action key={doing} doing={doing} of={of} />)}</div>;
}

/** One of them alone, for a row of the list. */
export function CollectorApproval({ of }: { of: Pick<CollectorItem, "publicId" | "name" | "state"> }) {
  return of.state === "pending" ? <Action doing="approve" of={of} /> : null;
}

function Action({ doing, of }: { doing: Doing; of: Pick<CollectorItem, "publicId" | "name"> }) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [name, setName] = useState(of.name);
  const { busy, problem, run, forget } = useChange();
  const [token, setToken] = useState<string | null>(null);
  const { label, question, consequence } = WORDS[doing];

  const go = () => run(async () => {
    if (doing === "rotate") setToken((await rotateCollector(of.publicId)).token);
    else {
      const change: CollectorChange = doing === "rename" ? { action: "rename", name } : { action: doing };
      await changeCollector(of.publicId, change);
      dialog.current?.close();
    }
    router.refresh();
  });

  return (
    <>
      <button className={`btn ${doing === "approve" ? "primary" : ""}`} type="button" onClick={() => dialog.current?.showModal()}>{label}<span className="sr"> {of.name}</span></button>
      <dialog ref={dialog} className="confirm" aria-label={question} onClose={() => { setToken(null); forget(); }}>
        <h2>{token === null ? question : "The new token, shown this once"}</h2>
        {token === null ? <p className="muted my-3">{consequence}</p> : <NewToken token={token} />}
        {doing !== "rename" ? null : <label className="mb-3 grid gap-1 text-13"><span>Name</span><input type="text" value={name} maxLength={512} onChange={(event) => { setName(event.target.value); }} /></label>}
        {problem === null ? null : <div className="mb-3"><Note kind="error" live title="That did not work.">{problem}</Note></div>}
        <div className="row justify-end">
          <button className="btn" type="button" disabled={busy} onClick={() => dialog.current?.close()}>{token === null ? "Leave it" : "Done, it is kept"}</button>
          {token !== null ? null : <button className="btn primary" type="button" disabled={busy || (doing === "rename" && name.trim() === "")} onClick={() => { void go(); }}>{busy ? "Working" : label}</button>}
        </div>
      </dialog>
    </>
  );
}

function NewToken({ token }: { token: string }) {
  return (
    <div className="my-3 grid gap-3">
      <div className="panel secret overflow-hidden" data-token><CodeBlock code={token} what="the token" highlight={false} /></div>
      <p className="small muted">On the machine, in an elevated PowerShell; the command asks for the token, so that it stands in no history:</p>
      <div className="panel overflow-hidden"><CodeBlock code={"Import-Module Quiesce\nSet-QuiesceCredential"} what="the command" /></div>
    </div>
  );
}
