import type { VerdictId } from "@/lib/judge/judgement";

export interface Agreement {
  word: "agrees" | "disagrees" | "silent";
  title: string;
  because: string;
}

const LIVE: readonly VerdictId[] = ["live-application", "live-filesystem", "live-unverified", "live-crash"];

/**
 * How the method that the host's VSS writer names for a VM stands to our verdict. The writer knows only whether it would
 * back up through a checkpoint in the guest or through saved state: nothing of files left out or errors to come.
 * @param method `online`, `saved-state` or another word, as the document has it
 */
export function agreement(method: string, verdict: VerdictId): Agreement {
  const says = method === "online" ? "online, through a checkpoint in the guest" : "through saved state";
  if (method !== "online" && method !== "saved-state") return { word: "silent", title: "It does not say how", because: "The writer lists the VM with a method that is not known." };
  if (verdict === "unknown") return { word: "silent", title: "It speaks, the verdict is open", because: `The writer lists the VM as backed up ${says}; facts for a verdict are missing.` };
  if (verdict === "offline" || verdict === "excluded") return { word: "silent", title: "Nothing to compare", because: "The VM does not run, or is left out; the writer’s method matters once it runs." };
  const agrees = method === "online" ? LIVE.includes(verdict) : verdict === "saved-state";
  if (agrees) return { word: "agrees", title: "Agrees with the verdict", because: `The writer lists the VM as backed up ${says}.` };
  if (verdict === "will-fail") return { word: "disagrees", title: "Disagrees with the verdict", because: `The writer lists the VM as backed up ${says}, and does not foresee the error that the findings name.` };
  if (method === "online") return { word: "disagrees", title: "Disagrees with the verdict", because: "The writer lists the VM as backed up online; the verdict says that it pauses." };
  // From 2012 R2 on there is no saved state: the writer falls back to a copy like after a power cut where the guest does not answer.
  return { word: "disagrees", title: "Disagrees with the verdict", because: "The writer lists the VM as backed up through saved state or offline; the verdict says that it runs on." };
}
