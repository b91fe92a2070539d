import { CopyButton } from "./copy-button";

const TOKENS = /('(?:[^']|'')*')|(#[^\n]*)/g;

/** A command with its copy button. What is shown and what is copied is one string. */
export function CodeBlock({ code, what, highlight = true }: { code: string; what: string; highlight?: boolean }) {
  return (
    <div className="code">
      <code>{highlight ? coloured(code) : code}</code>
      <CopyButton text={code} what={what} />
    </div>
  );
}

function coloured(code: string) {
  const parts: React.ReactNode[] = [];
  let from = 0;
  for (const match of code.matchAll(TOKENS)) {
    parts.push(code.slice(from, match.index));
    parts.push(<span key={match.index} className={match[1] === undefined ? "c" : "s"}>{match[0]}</span>);
    from = match.index + match[0].length;
  }
  parts.push(code.slice(from));
  return parts;
}
