"use client";

import { useEffect, useRef } from "react";

interface MenuProps {
  label: React.ReactNode;
  className?: string;
  /** Without the look of a button. */
  plain?: boolean;
  children: React.ReactNode;
}

/** A disclosure that lies over the page: Esc and a press elsewhere close it. It opens before its script has come, too. */
export function Menu({ label, className = "", plain = false, children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    function onPress(event: PointerEvent) {
      if (event.target instanceof Node && !details.current?.contains(event.target)) details.current?.removeAttribute("open");
    }
    document.addEventListener("pointerdown", onPress);
    return () => { document.removeEventListener("pointerdown", onPress); };
  }, []);
  function onKey(event: React.KeyboardEvent) {
    if (event.key !== "Escape" || details.current?.open !== true) return;
    details.current.open = false;
    details.current.querySelector("summary")?.focus();
  }
  return (
    <details ref={details} className={`menu ${className}`} onKeyDown={onKey}>
      <summary className={plain ? "" : "btn quiet"}>{label}</summary>
      {children}
    </details>
  );
}
