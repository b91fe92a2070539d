import type { Metadata } from "next";
import Link from "next/link";
import { RequirementTable } from "@/components/requirement/requirement-list";
import { REQUIREMENT_VIEWS, requirementView } from "@/components/requirement/requirement-views";
import { PageFrame } from "@/components/shell/page-frame";
import { frameFacts } from "@/components/shell/stale-hosts";
import { Empty } from "@/components/ui/empty";
import { count } from "@/components/ui/numbers";
import { Section } from "@/components/ui/section";
import type { SearchPage } from "../../../page-params";
import { readRequirements } from "../../../reads";

export const metadata: Metadata = { title: "Requirements" };

export default async function RequirementsPage({ searchParams }: SearchPage) {
  const { items, asOf } = await readRequirements();
  const view = requirementView([(await searchParams)["show"]].flat()[0]);
  const shown = items.filter(view.holds);
  const groups = [...new Set(shown.map((of) => of.group))];
  const failing = items.filter((of) => of.counts.fail > 0).length;
  return (
    <PageFrame {...frameFacts(asOf)}>
      <h1>Requirements</h1>
      <p className="lede">
        {failing === 0 ? `None of ${count(items.length)} requirements fails on a running VM.` : `${count(failing)} of ${count(items.length)} requirements fail on at least one running VM.`}
      </p>
      <nav className="views" aria-label="Requirements to show">
        {REQUIREMENT_VIEWS.map((of) => (
          <Link key={of.id} prefetch={false} href={of.id === "all" ? "/requirements" : `/requirements?show=${of.id}`} {...(of.id === view.id ? { "aria-current": "true" as const } : {})}>
            {of.label}
            <span className="n">{count(items.filter(of.holds).length)}</span>
          </Link>
        ))}
      </nav>
      {shown.length === 0 ? <Empty icon="circle-check" title={view.none}>Every requirement is under All.</Empty> : null}
      {groups.map((group) => {
        const members = shown.filter((of) => of.group === group);
        return (
          <Section key={group} id={`group-${group.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}`} title={group}>
            <RequirementTable items={members} label={group} />
          </Section>
        );
      })}
    </PageFrame>
  );
}
