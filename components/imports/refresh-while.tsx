"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const AGAIN_MS = 2000;

/** Reads the page again every two seconds while something on it runs; draws nothing. */
export function RefreshWhile({ running }: { running: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => { router.refresh(); }, AGAIN_MS);
    return () => { clearInterval(timer); };
  }, [running, router]);
  return null;
}
