import Table from "cli-table3";
import type { JudgementOutput } from "@/lib/judge/output";

type OutputVm = JudgementOutput["vms"][number];
const LABEL: Readonly<Record<OutputVm["verdict"], string>> = {
  "live-application": "Live, application", "live-filesystem": "Live, file system", "live-unverified": "Live, unverified", "live-crash": "Live, crash only",
  "saved-state": "Pauses", "will-fail": "Will fail", unknown: "Unknown", offline: "Off", excluded: "Excluded",
};
const MARK: Readonly<Record<string, string>> = { fail: "fails", warning: "warns", unknown: "unknown", info: "note" };
const WIDE = 118;

/** Direction marks and other format characters would let a VM's name rearrange the line. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "\uFFFD");
}
function scoreText(score: OutputVm["score"]): string {
  if (score === null) return "–";
  return score.low === score.high ? `${score.high}` : `${score.low} to ${score.high}`;
}
function verdictText(vm: OutputVm): string {
  const partial = vm.coverage === "partial" ? " + partial" : "";
  return `${vm.atBest ? "At best: " : ""}${LABEL[vm.verdict]}${partial}`;
}

function findingLines(vm: OutputVm): string[] {
  const shown = vm.findings.filter((finding) => finding.status in MARK);
  const order = ["fail", "warning", "unknown", "info"];
  const sorted = [...shown].sort((a, b) => Number(a.latent) - Number(b.latent) || order.indexOf(a.status) - order.indexOf(b.status));
  const unknowns = sorted.filter((finding) => finding.status === "unknown");
  const lines = sorted.filter((finding) => finding.status !== "unknown").map((finding) => `    ${finding.latent ? "if it ran, " : ""}${MARK[finding.status] ?? ""}  ${finding.requirement}: ${plain(finding.because)}`);
  for (const finding of unknowns.slice(0, 5)) lines.push(`    ${finding.latent ? "if it ran, " : ""}unknown  ${finding.requirement}: ${plain(finding.because)}`);
  if (unknowns.length > 5) lines.push(`    unknown  ${unknowns.length - 5} more; --format json lists them all`);
  return lines;
}

/** The judgement for people: one table worst first, then the findings of each VM that is not ready. */
export function judgementTable(output: JudgementOutput): string {
  const table = new Table({ head: ["Verdict", "Score", "VM", "Host", "Because"], style: { head: [], border: [] }, colWidths: [24, 11, 26, 20, WIDE - 81 + 40], wordWrap: true });
  for (const vm of output.vms) table.push([verdictText(vm), scoreText(vm.score), plain(vm.name), plain(vm.host), plain(vm.because)]);
  const { classes, judged, total } = output.counts;
  const lines = [
    `${classes.ready} of ${judged} running VMs are ready for live backup. ${classes.weaker} live with weaker data, ${classes["not-live"]} not live, ${classes.unknown} unknown; ${classes.offline} off and ${classes.excluded} excluded of ${total}.`,
    `Ruleset ${output.ruleset}, policy ${plain(output.policy)}, as of ${output.now}${output.synthetic ? "; the data is synthetic" : ""}.`,
  ];
  const details = output.vms.flatMap((vm) => {
    const findings = findingLines(vm);
    return findings.length === 0 ? [] : ["", `${plain(vm.name)} (${vm.id ?? "no VM id"}) on ${plain(vm.host)}: ${verdictText(vm)}`, ...findings];
  });
  return `${output.vms.length === 0 ? "" : `${table.toString()}\n`}${[...details, "", ...lines].join("\n")}\n`;
}
