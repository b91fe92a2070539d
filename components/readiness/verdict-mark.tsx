import { Icon } from "@/components/ui/icon";
import { shortWord, VERDICT_WORDS, type Standing } from "./verdict-words";

/** Icon in the verdict's colour and its word; `+ partial` beside it where data is left out. */
export function VerdictMark({ of }: { of: Pick<Standing, "verdict" | "atBest" | "coverage"> }) {
  return (
    <>
      <span className={`v is-${of.verdict}`}>
        <Icon name={VERDICT_WORDS[of.verdict].icon} />
        {shortWord(of)}
      </span>
      {of.coverage === "partial" ? <span className="plus-t ml-1.5">+ partial</span> : null}
    </>
  );
}

/** The tinted badge; once a page, on the answer. */
export function VerdictBadge({ of }: { of: Pick<Standing, "verdict" | "atBest" | "coverage"> }) {
  return (
    <span className="row">
      <span className={`vb is-${of.verdict} ${of.atBest ? "at-best" : ""}`}>
        <Icon name={VERDICT_WORDS[of.verdict].icon} />
        {shortWord(of)}
      </span>
      {of.coverage === "partial" ? (
        <span className="plus">
          <Icon name="contrast" small />+ partial
        </span>
      ) : null}
    </span>
  );
}
