"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { Note } from "@/components/ui/note";
import { useChange } from "@/components/ui/use-change";
import { problemText } from "./problem-text";

interface ConfirmProps {
  /** Word on the button and, with `what`, its full name for those who hear it. */
  label: string;
  what: string;
  question: string;
  consequence: string;
  /** Address that DELETE is sent to. */
  href: string;
  /** Page to open afterwards; without it the present one is read again. */
  then?: string;
}

/** A removal: says what follows, asks once, does it. */
export function ConfirmButton({ label, what, question, consequence, href, then }: ConfirmProps) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const { busy, problem, run } = useChange();

  const remove = () => run(async () => {
    const answer = await fetch(href, { method: "DELETE" });
    if (!answer.ok) throw new Error(problemText(answer.status, await answer.text()));
    dialog.current?.close();
    if (then !== undefined) router.push(then);
    router.refresh();
  });

  return (
    <>
      <button className="btn quiet" type="button" onClick={() => dialog.current?.showModal()}>{label}<span className="sr"> {what}</span></button>
      <dialog ref={dialog} className="confirm" aria-label={question}>
        <h2>{question}</h2>
        <p className="muted my-3">{consequence}</p>
        {problem === null ? null : <div className="mb-3"><Note kind="error" live title="That did not work.">{problem}</Note></div>}
        <div className="row justify-end">
          <button className="btn" type="button" disabled={busy} onClick={() => dialog.current?.close()}>Keep</button>
          <button className="btn primary" type="button" disabled={busy} onClick={() => { void remove(); }}>{busy ? "Working" : label}</button>
        </div>
      </dialog>
    </>
  );
}
