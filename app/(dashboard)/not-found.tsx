import Link from "next/link";
import { PageFrame } from "@/components/shell/page-frame";
import { frameFacts } from "@/components/shell/stale-hosts";
import { Empty } from "@/components/ui/empty";
import { readAsOf } from "../reads";

export default async function NotFound() {
  return (
    <PageFrame {...frameFacts(await readAsOf())}>
      <Empty icon="funnel-x" heading="h1" title="This is not in the estate" actions={<><Link className="btn primary" href="/vms">Virtual machines</Link><Link className="btn" href="/imports">Imports</Link></>}>
        It was removed, its host was forgotten, or a newer inventory no longer lists it.
      </Empty>
    </PageFrame>
  );
}
