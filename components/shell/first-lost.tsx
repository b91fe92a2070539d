"use client";

import { useEffect, useState } from "react";
import { Note } from "@/components/ui/note";
import { useLive } from "./live";

/** Says in the page as it is sent that the data is away; once the browser runs the page, the page itself says so. */
export function FirstLost() {
  const { lost, status } = useLive();
  const [sent, setSent] = useState(true);
  useEffect(() => { setSent(false); }, []);
  if (!sent || lost === null || status !== null) return null;
  return <Note kind="error" title={lost}>No verdict is shown, because none would be current. Nothing is lost.</Note>;
}
