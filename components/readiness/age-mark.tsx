import { Icon } from "@/components/ui/icon";
import type { VmListItem } from "@/lib/estate/contract";

type Aged = Pick<VmListItem, "fresh" | "overdue" | "lateSince">;

/** What the age of a VM's facts does to its verdict; null where nothing. */
export function ageWord({ fresh, overdue }: Pick<Aged, "fresh" | "overdue">): { word: string; says: string } | null {
  if (!fresh) return { word: "too old", says: "Its facts are older than the limit of the policy" };
  return overdue ? { word: "overdue", says: "Two intervals passed without an inventory of its host; the verdict stands until the limit of the policy" } : null;
}

/** Beside a verdict that time has changed and that is not judged again yet. */
export function LateMark({ of }: { of: Aged }) {
  if (of.lateSince === null) return null;
  return (
    <span className="old small nw ml-2" title="Time alone changed what is true of it, and it is not judged again yet: count it as unknown" data-late-vm>
      <Icon name="clock-exclamation-point" small /> to be judged again
    </span>
  );
}

/** Beside a verdict, where no column shows the age of its facts. */
export function AgeMark({ of, className = "" }: { of: Aged; className?: string }) {
  const age = ageWord(of);
  return age === null ? null : <span className={`old small nw ml-2 ${className}`} title={age.says}><Icon name="clock-exclamation-point" small /> {age.word}</span>;
}
