import type { Bucket } from "../../facts/host-release";
import type { Finding, Judgement, VerdictId } from "../../judgement";

const WORDS: Readonly<Record<VerdictId, string>> = {
  "live-application": "live with flushed applications", "live-filesystem": "live with frozen file systems", "live-unverified": "live with unproven quality",
  "live-crash": "live, like after a power cut", "saved-state": "a saved state with an outage", "will-fail": "a failing backup",
  unknown: "unknown", offline: "nothing to interrupt", excluded: "left out",
};

/** Where a rule of the article is outdated or wrong (domain.md 2.2): why version-aware lets a failing condition pass. */
const OUTDATED: Readonly<Record<string, string>> = {
  "ic-current": "wants the newest integration services; newer hosts ask only that they answer",
  "guest-os-vss": "knows only Windows guests; since 2012 R2 the host freezes Linux and BSD guests too",
  "guest-fs": "wants every guest volume on NTFS, even the EFI system partition, which no shadow copy ever includes; ReFS has been fine since 2012 R2",
  "host-vol-fs": "wants NTFS on the host; since 2012 R2 ReFS is as good",
  "guest-disks-basic": "wants basic disks; since 2012 R2 dynamic ones cost no outage",
  "guest-free-space": "wants 2 GB free on every guest volume; VSS takes 320 MB and less, and leaves hidden partitions out",
  "guest-svc-core": "wants MSDTC running; by default it rests and starts on demand",
  "guest-svc-vss": "wants the VSS service running; by default it starts on demand and stops when idle",
  "guest-svc-provider": "wants COMSysApp and swprv startable",
};

function counts(finding: Finding | undefined): boolean {
  return finding !== undefined && (finding.status === "fail" || (finding.effect !== null && finding.effect !== "warn" && finding.effect !== "info"));
}
function plain(because: string): string {
  return because.replace(/\.$/, "");
}

function aboutSavedState(versionAware: Judgement, article: Judgement, bucket: Bucket | null): string {
  const failed = article.findings.filter((finding) => finding.effect === "saved-state");
  const outdated = failed.find((finding) => !counts(versionAware.findings.find((of) => of.requirement === finding.requirement)));
  const verdict = versionAware.verdict;
  const stands = failed.some((finding) => finding !== outdated && counts(versionAware.findings.find((of) => of.requirement === finding.requirement)));
  if (verdict.verdict === "unknown") return `They differ because the article saves the VM for any one failure, while version-aware first needs what was not read: ${plain(verdict.because)}.`;
  if (verdict.verdict === "will-fail" || verdict.verdict === "excluded") return `They differ because the article knows no worse than a saved state, while version-aware finds: ${plain(verdict.because)}.`;
  if (outdated !== undefined && !stands && OUTDATED[outdated.requirement] !== undefined) return `They differ because the article ${OUTDATED[outdated.requirement]}.`;
  if (bucket === "W12R2" || bucket === "W16+") {
    const pause = article.estimatedPauseSeconds;
    return `They differ because the article describes Server 2008 R2, where a guest that cannot take part is saved${pause === null ? "" : ` (here about ${pause} s)`}; since 2012 R2 the VM keeps running.`;
  }
  return `They differ because the article saves the VM for any one failure, while version-aware finds: ${plain(verdict.because)}.`;
}

function aboutUnknown(versionAware: Judgement, article: Judgement, bucket: Bucket | null): string {
  const unread = article.findings.filter((finding) => finding.status === "unknown");
  if (unread.length === 0) return `They differ because the article starts from the state of the VM, which was not read, while version-aware finds: ${plain(versionAware.verdict.because)}.`;
  if (unread.length === 1 && unread[0]?.requirement === "ic-current" && bucket === "W16+") {
    return "They differ because the article wants the newest integration services; since 2016 Windows Update brings them and the host cannot read their version.";
  }
  return `They differ because the article needs ${unread.length} ${unread.length === 1 ? "condition" : "conditions"} that ${unread.length === 1 ? "was" : "were"} not read, while version-aware finds: ${plain(versionAware.verdict.because)}.`;
}

/**
 * Why the two rulesets say different things of one VM, in one sentence; what they agree on when they do not differ.
 * Findings that pass may be left out of `versionAware.findings`. Client-safe.
 */
export function whyRulesetsDiffer(versionAware: Judgement, article: Judgement, bucket: Bucket | null): string {
  const ours = versionAware.verdict;
  const theirs = article.verdict;
  if (ours.verdict === theirs.verdict) {
    if (ours.coverage === "partial") return `Both say ${WORDS[ours.verdict]}; version-aware adds that some data lies outside the backup, which the article does not ask.`;
    if (ours.atBest) return `Both say ${WORDS[ours.verdict]}; version-aware adds that what was not read could make it worse.`;
    return `Both say ${WORDS[ours.verdict]}.`;
  }
  if (theirs.verdict === "offline") return `They differ because the article asks nothing of a VM that does not run, while version-aware finds: ${plain(ours.because)}.`;
  if (theirs.verdict === "unknown") return aboutUnknown(versionAware, article, bucket);
  if (theirs.verdict === "saved-state") return aboutSavedState(versionAware, article, bucket);
  if (ours.verdict === "unknown") return `They differ because version-aware asks for more than the article's list, and part of it was not read: ${plain(ours.because)}.`;
  if (theirs.verdict === "live-unverified" && (ours.verdict === "live-application" || ours.verdict === "live-filesystem")) {
    return "They differ because the article doubts any disk on a CSV without a CSV-aware product; since 2012 the backup of a CSV needs no such call.";
  }
  return `They differ because what decides here is not on the article's list: ${plain(ours.because)}.`;
}
