"use client";

import { useState } from "react";

export interface Change {
  busy: boolean;
  /** A sentence for people; null while nothing went wrong. */
  problem: string | null;
  /** Runs what changes something at the server; what it throws becomes the problem. */
  run(work: () => Promise<void>): Promise<void>;
  forget(): void;
}

/** A change that a button asks for: whether it is under way, and why it failed. */
export function useChange(): Change {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  return {
    busy,
    problem,
    async run(work) {
      setBusy(true);
      setProblem(null);
      try {
        await work();
      } catch (failure) {
        setProblem(failure instanceof Error ? failure.message : "The app did not answer.");
      } finally {
        setBusy(false);
      }
    },
    forget() {
      setProblem(null);
    },
  };
}
