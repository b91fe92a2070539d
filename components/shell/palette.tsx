"use client";

import { useRouter } from "next/navigation";
import { useEffect, useId, useRef, useState } from "react";
import { VERDICT_WORDS } from "@/components/readiness/verdict-words";
import { Icon } from "@/components/ui/icon";
import type { SearchHits } from "@/lib/estate/contract";
import { paletteEntries, type PaletteEntry } from "./palette-entries";

const TYPING_MS = 120;

/** Finds VMs, hosts, requirements and pages by words; arrows, Enter, Esc; Ctrl Enter opens in a tab. */
export function Palette({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const listId = useId();
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState(0);
  const { hits, problem } = useSearch(words.trim());
  const entries = paletteEntries(words.trim(), hits);
  const at = Math.min(chosen, entries.length - 1);

  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  function open(entry: PaletteEntry, apart: boolean) {
    if (apart) window.open(entry.href, "_blank", "noopener");
    else router.push(entry.href);
    onClose();
  }

  function onKey(event: React.KeyboardEvent) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && entries.length > 0) {
      event.preventDefault();
      setChosen((at + step + entries.length) % entries.length);
    }
    const entry = entries[at];
    if (event.key === "Enter" && entry !== undefined) {
      event.preventDefault();
      open(entry, event.ctrlKey || event.metaKey);
    }
  }

  return (
    <dialog ref={dialog} className="palette" aria-label="Find" onClose={onClose} onClick={(event) => { if (event.target === dialog.current) onClose(); }}>
      <div className="q">
        <Icon name="search" />
        <input
          role="combobox" aria-label="Find a VM, host or requirement" aria-expanded="true" aria-controls={listId} aria-autocomplete="list"
          {...(entries.length > 0 ? { "aria-activedescendant": `${listId}-${at}` } : {})}
          value={words} onChange={(event) => { setWords(event.target.value); setChosen(0); }} onKeyDown={onKey} autoFocus autoComplete="off" spellCheck={false}
        />
        <kbd>Esc</kbd>
      </div>
      <div id={listId} role="listbox" aria-label="Found">
        {entries.map((entry, index) => (
          <div key={entry.href + entry.label} id={`${listId}-${index}`} role="option" aria-selected={index === at} className={entry.verdict === undefined ? "" : `is-${entry.verdict}`} onClick={(event) => open(entry, event.ctrlKey || event.metaKey)}>
            <Icon name={entry.verdict === undefined ? entry.icon : VERDICT_WORDS[entry.verdict].icon} />
            <span className={entry.theirs ? "name" : ""}><bdi>{entry.label}</bdi></span>
            <span className="to">{entry.verdict === undefined ? entry.note : <><span className="sr">{VERDICT_WORDS[entry.verdict].short}, </span><bdi>{entry.note}</bdi></>}</span>
          </div>
        ))}
      </div>
      <p className="foot" role="status">{problem ?? (entries.length === 0 ? `Nothing is called “${words.trim()}”.` : "")}</p>
    </dialog>
  );
}

function useSearch(words: string): { hits: SearchHits | null; problem: string | null } {
  const [state, setState] = useState<{ hits: SearchHits | null; problem: string | null }>({ hits: null, problem: null });
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => {
      search(words, stop.signal).then(
        (hits) => setState({ hits, problem: null }),
        () => { if (!stop.signal.aborted) setState({ hits: null, problem: "The search did not answer. Type again to try once more." }); },
      );
    }, words === "" ? 0 : TYPING_MS);
    return () => { clearTimeout(timer); stop.abort(); };
  }, [words]);
  return state;
}

async function search(words: string, signal: AbortSignal): Promise<SearchHits | null> {
  if (words === "") return null;
  const answer = await fetch(`/api/v1/search?${new URLSearchParams({ q: words })}`, { signal });
  if (!answer.ok) throw new Error(`Search answered ${answer.status}.`);
  return await answer.json() as SearchHits;
}
