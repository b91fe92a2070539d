import type { Metadata } from "next";
import { headers } from "next/headers";
import { EnrolForm } from "@/components/collectors/enrol-form";
import { PageFrame } from "@/components/shell/page-frame";
import { frameFacts } from "@/components/shell/stale-hosts";
import { readAsOf } from "../../../reads";

export const metadata: Metadata = { title: "Add collectors" };

export default async function AddCollectorsPage() {
  const [asOf, asked] = await Promise.all([readAsOf(), headers()]);
  const scheme = asked.get("x-forwarded-proto")?.split(",")[0]?.trim() === "http" ? "http" : "https";
  return (
    <PageFrame {...frameFacts(asOf)} crumb={{ href: "/collectors", label: "Collectors", here: "Add" }}>
      <h1>Add collectors</h1>
      <p className="lede mb-5">A code, then one command. Each machine trades the code for a credential of its own, installs its scheduled task, runs once and appears under Collectors and Hosts.</p>
      <EnrolForm server={`${scheme}://${asked.get("host") ?? "localhost"}`} />
    </PageFrame>
  );
}
