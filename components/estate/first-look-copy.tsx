"use client";

import { useState } from "react";
import { Icon } from "@/components/ui/icon";

/** Copies a file of this server as text, to be pasted on a machine that cannot reach it. */
export function FirstLookCopy({ href }: { href: string }) {
  const [said, setSaid] = useState("Copy as text");
  async function copy() {
    try {
      const answer = await fetch(href);
      if (!answer.ok) throw new Error(String(answer.status));
      await navigator.clipboard.writeText(await answer.text());
      setSaid("Copied");
    } catch {
      setSaid("Download it: it could not be copied");
    }
  }
  return <button className="btn" type="button" onClick={() => { void copy(); }}><Icon name="copy" small /><span aria-live="polite">{said}</span><span className="sr"> of the collector</span></button>;
}
