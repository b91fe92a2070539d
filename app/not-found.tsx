import type { Metadata } from "next";
import Link from "next/link";
import { Wordmark } from "@/components/shell/wordmark";
import { Empty } from "@/components/ui/empty";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main className="mx-auto">
      <Link className="brand" href="/"><Wordmark /></Link>
      <Empty icon="funnel-x" heading="h1" title="There is no such page" actions={<Link className="btn primary" href="/">Go to the estate</Link>}>
        The address is wrong, or what it showed was removed.
      </Empty>
    </main>
  );
}
