import Link from "next/link";
import { SyntheticButton } from "@/components/imports/synthetic-button";
import { Empty } from "@/components/ui/empty";

/** The first thing a new installation shows: what to do, and a made-up estate to look at first. */
export function EmptyEstate() {
  return (
    <Empty
      heading="h1" title="No inventory yet"
      actions={
        <>
          <Link className="btn primary" href="/imports">Import files</Link>
          <SyntheticButton />
        </>
      }
    >
      Import one file to see your first verdicts: a Quiesce inventory, an SCVMM export, or the output of Hyper-V cmdlets.
      The synthetic estate is small, made up, and shows every verdict.
    </Empty>
  );
}
