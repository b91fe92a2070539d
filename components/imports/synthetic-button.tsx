"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { problemText } from "./problem-text";

/** Imports the small synthetic estate as read just now, so that a newcomer sees every verdict before importing anything. */
export function SyntheticButton() {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function load() {
    setBusy(true);
    setProblem(null);
    try {
      const answer = await fetch("/api/v1/imports/synthetic", { method: "POST" });
      if (!answer.ok) throw new Error(problemText(answer.status, await answer.text()));
      router.push("/");
      router.refresh();
    } catch (failure) {
      setProblem(failure instanceof Error ? failure.message : "The app did not answer.");
      setBusy(false);
    }
  }

  return (
    <>
      <button className="btn" type="button" disabled={busy} onClick={() => { void load(); }} data-synthetic>{busy ? "Loading the synthetic estate" : "Load a synthetic estate"}</button>
      <span role="alert" className="small old">{problem}</span>
    </>
  );
}
