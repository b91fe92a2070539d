"use client";

import { useRef, useState } from "react";
import { Icon } from "./icon";

const SAID_FOR_MS = 1600;

/** Copies `text` as it is and says so. Without the clipboard (plain http on another address) it selects the code instead. */
export function CopyButton({ text, label = "Copy", what }: { text: string; label?: string; what: string }) {
  const [said, setSaid] = useState("");
  const button = useRef<HTMLButtonElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  async function copy() {
    setSaid((await write(text, button.current)) ? "Copied" : "Selected: press Ctrl C");
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setSaid(""), SAID_FOR_MS);
  }

  return (
    <button ref={button} className="btn" type="button" onClick={copy} data-copy>
      <Icon name="copy" small />
      <span aria-live="polite">{said || label}</span>
      <span className="sr"> {what}</span>
    </button>
  );
}

async function write(text: string, beside: HTMLElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const code = beside?.parentElement?.querySelector("code");
    if (code) window.getSelection()?.selectAllChildren(code);
    return false;
  }
}
