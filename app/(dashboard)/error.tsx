"use client";

import { useEffect } from "react";
import { Note } from "@/components/ui/note";

/** A page that could not be read: what failed and the way on. The server's log has the cause under the same number. */
export default function PageError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  useEffect(() => { console.error(error); }, [error]);
  return (
    <main id="main" tabIndex={-1}>
      <h1 className="mb-4">This page could not be read</h1>
      <Note kind="error" live title="The data did not arrive." action={<button className="btn" type="button" onClick={() => { retry(); }}>Try again</button>}>
        Nothing is lost. If it stays so, restart the app: npm start.{error.digest === undefined ? "" : ` The app’s log names the cause under ${error.digest}.`}
      </Note>
    </main>
  );
}
