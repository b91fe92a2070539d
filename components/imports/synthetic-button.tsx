"use client";

import { useRouter } from "next/navigation";
import { useChange } from "@/components/ui/use-change";
import { problemText } from "./problem-text";

/** Imports the small synthetic estate as read just now, so that a newcomer sees every verdict before importing anything. */
export function SyntheticButton() {
  const router = useRouter();
  const { busy, problem, run } = useChange();

  const load = () => run(async () => {
    const answer = await fetch("/api/v1/imports/synthetic", { method: "POST" });
    if (!answer.ok) throw new Error(problemText(answer.status, await answer.text()));
    router.push("/");
    router.refresh();
  });

  return (
    <>
      <button className="btn" type="button" disabled={busy} onClick={() => { void load(); }} data-synthetic>{busy ? "Loading the synthetic estate" : "Load a synthetic estate"}</button>
      <span role="alert" className="small old">{problem}</span>
    </>
  );
}
