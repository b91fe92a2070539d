/**
 * What is wrong with something that came in. `problem` and `mend` are whole sentences, and `problem` names the place
 * too, so that `problem + " " + mend` is the text for people; `place` is the same place for a table.
 */
export interface Problem {
  /** "byte 48,211, line 1", "hosts[0].vms[3].disks[0].sizeBytes". */
  place: string;
  problem: string;
  mend: string;
}

/** A whole document that is not read. */
export interface Refusal {
  refused: Problem;
  /** The text itself is not JSON; else its structure or content is at fault. */
  isText?: true;
  /** It is dated further in the future than a clock may be wrong. */
  isAhead?: true;
}

/** A fault inside one VM, which costs that VM only. */
export interface Fault extends Problem {
  /** GUID of the VM, else its name, else null. */
  vm: string | null;
}

export function refuse(place: string, problem: string, mend: string): Refusal {
  return { refused: { place, problem, mend } };
}

/** A text that is no JSON at all. */
export function refuseText(place: string, problem: string, mend: string): Refusal {
  return { ...refuse(place, problem, mend), isText: true };
}

/** A record that is dated in the future. */
export function refuseAhead(place: string, problem: string, mend: string): Refusal {
  return { ...refuse(place, problem, mend), isAhead: true };
}

export function isRefusal(result: object): result is Refusal {
  return "refused" in result && result.refused !== null;
}

/** 48211 as "48,211". */
export function thousands(value: number): string {
  return value.toLocaleString("en-US");
}
