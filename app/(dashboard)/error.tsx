"use client";

import { useEffect } from "react";
import { useLive } from "@/components/shell/live";
import { Note } from "@/components/ui/note";

const AGAIN_MS = 4000;

/**
 * A page that could not be read: what failed and the way on. It is read again by itself once the server answers; until
 * then no verdict is on screen. The server's log has the cause under the same number.
 */
export default function PageError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const { lost, status } = useLive();
  useEffect(() => { console.error(error); }, [error]);
  useEffect(() => {
    if (lost !== null || status === null) return;
    const timer = setTimeout(retry, AGAIN_MS);
    return () => { clearTimeout(timer); };
  }, [lost, status, retry]);
  return (
    <main id="main" tabIndex={-1}>
      <h1 className="mb-4">This page could not be read</h1>
      <Note kind="error" live title={lost ?? "The data did not arrive."} action={<button className="btn" type="button" onClick={() => { retry(); }}>Try again</button>}>
        No verdict is shown, because none would be current. Nothing is lost. The page tries again by itself.{error.digest === undefined ? "" : ` The app’s log names the cause under ${error.digest}.`}
      </Note>
    </main>
  );
}
