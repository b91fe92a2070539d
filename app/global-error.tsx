"use client";

import "./globals.css";

/** The frame itself could not be read, most often because the database does not answer. */
export default function GlobalError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="mx-auto">
          <h1>Quiesce cannot read its data</h1>
          <p className="muted my-3">
            The database does not answer. Nothing is lost. If it stays so, restart the app: npm start.{error.digest === undefined ? "" : ` The app’s log names the cause under ${error.digest}.`}
          </p>
          <button className="btn primary" type="button" onClick={() => { retry(); }}>Try again</button>
        </main>
      </body>
    </html>
  );
}
