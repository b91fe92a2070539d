import Link from "next/link";
import { scoreText } from "@/components/readiness/score-ledger";
import { shortWord } from "@/components/readiness/verdict-words";
import { Name } from "@/components/ui/name";
import { Note } from "@/components/ui/note";
import { age, instant } from "@/components/ui/time";
import type { VmDetail, VmHistory } from "@/lib/estate/contract";

/** What stands above a VM: facts too old, a second node, a listing that lacks it, a judgement that is late. */
export function VmNotes({ vm, history, now }: { vm: VmDetail; history: VmHistory; now: string }) {
  const others = history.claims.map((of) => <span key={of.host.id}><Link prefetch={false} href={`/hosts/${of.host.id}`}><Name>{of.host.name}</Name></Link> ({age(of.listedAt, now)} ago) </span>);
  const notes = [
    vm.itemRules === "in-force" ? null : (
      <Note key="rules" kind="stale" title="Judged here under the new rules.">
        Lists and counts still have it as the rules before judged it: {shortWord(vm.item)}{vm.item.score === null ? "" : `, score ${scoreText(vm.item.score)}`}. It is judged again for them too.
      </Note>
    ),
    vm.item.fresh ? null : <Note key="stale" kind="stale" title="The newest facts are too old.">What is older than the limit of the policy counts as unknown.</Note>,
    history.lateSince === null ? null : (
      <Note key="late" kind="warning" title="It waits to be judged again.">Time alone changed what is true of it or of its host {age(history.lateSince, now)} ago, such as a limit of age that passed. Until it is judged, count it as unknown.</Note>
    ),
    !vm.item.overdue ? null : (
      <Note key="overdue" kind="stale" title="Its host is overdue.">
        Two intervals passed without an inventory of <Link prefetch={false} href={`/hosts/${vm.item.host.id}`}><Name>{vm.item.host.name}</Name></Link>. The verdict stands until the limit of the policy.
      </Note>
    ),
    !history.contested ? null : (
      <Note key="contested" kind="warning" title="Two nodes list this VM.">
        <Name>{vm.item.host.name}</Name>, and {others.length === 0 ? "another node" : others}. A migration, until ownership agrees: what the second node says may lower the verdict and not raise it.
      </Note>
    ),
    history.missingSince === null ? null : (
      <Note key="missing" kind="unknown" title={`Missing since ${instant(history.missingSince).text}.`}>The newest complete listing of <Name>{vm.item.host.name}</Name> lacks it. It is unknown for a time of grace, then it is gone and in no count.</Note>
    ),
  ].filter((note) => note !== null);
  return notes.length === 0 ? null : <div className="mt-4 grid gap-2">{notes}</div>;
}
