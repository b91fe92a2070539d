import type { Metadata } from "next";
import { Wordmark } from "@/components/shell/wordmark";
import type { SearchPage } from "../page-params";

export const metadata: Metadata = { title: "Sign in" };

/** Asks for the admin token; the session route checks it and leads on. Works without a script. */
export default async function SignInPage({ searchParams }: SearchPage) {
  const { next, wrong } = await searchParams;
  const isWrong = wrong !== undefined;
  return (
    <main className="signin">
      <form className="panel" method="post" action="/api/v1/session">
        <p className="brand"><Wordmark /></p>
        <h1>Sign in</h1>
        <label htmlFor="token" className="muted text-13">The admin token of this installation, as set in <span className="mono">QUIESCE_ADMIN_TOKEN</span></label>
        <span className="field">
          <input id="token" name="token" type="password" autoComplete="current-password" required maxLength={1000} aria-describedby="wrong" aria-invalid={isWrong} />
        </span>
        <p id="wrong" role="alert" className="old text-13">{isWrong ? "This is not the admin token." : ""}</p>
        <input type="hidden" name="next" value={[next].flat()[0] ?? "/"} />
        <button className="btn primary justify-center" type="submit">Sign in</button>
      </form>
    </main>
  );
}
