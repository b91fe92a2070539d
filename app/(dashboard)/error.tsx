"use client";

import { useEffect, useRef } from "react";
import { useLive } from "@/components/shell/live";
import { Note } from "@/components/ui/note";

const BACK_MS = 500;
const AGAIN_MS = 10_000;

/**
 * A page that could not be read: what failed and the way on. It is read again by itself, at once when the server was
 * away and answers again; until then no verdict is on screen. The server's log has the cause under the same number.
 */
export default function PageError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const { lost, status } = useLive();
  const answers = lost === null && status !== null;
  const wasAway = useRef(false);
  // The newest one, which may be another each time this is drawn: the timer must not begin anew with it.
  const again = useRef(retry);
  useEffect(() => { again.current = retry; }, [retry]);
  useEffect(() => { console.error(error); }, [error]);
  useEffect(() => {
    if (!answers) {
      wasAway.current = true;
      return;
    }
    const timer = setTimeout(() => { again.current(); }, wasAway.current ? BACK_MS : AGAIN_MS);
    return () => { clearTimeout(timer); };
  }, [answers]);
  return (
    <main>
      <h1 className="mb-4">This page could not be read</h1>
      <Note kind="error" live title={lost ?? "The data did not arrive."} action={<button className="btn" type="button" onClick={() => { retry(); }}>Try again</button>}>
        No verdict is shown, because none would be current. Nothing is lost. The page is read again by itself.{error.digest === undefined ? "" : ` The app’s log names the cause under ${error.digest}.`}
      </Note>
    </main>
  );
}
