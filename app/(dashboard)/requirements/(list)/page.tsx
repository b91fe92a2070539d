import type { Metadata } from "next";
import { RequirementTable } from "@/components/requirement/requirement-list";
import { PageFrame } from "@/components/shell/page-frame";
import { frameFacts } from "@/components/shell/stale-hosts";
import { count } from "@/components/ui/numbers";
import { Section } from "@/components/ui/section";
import { readRequirements } from "../../../reads";

export const metadata: Metadata = { title: "Requirements" };

export default async function RequirementsPage() {
  const { items, asOf } = await readRequirements();
  const groups = [...new Set(items.map((of) => of.group))];
  const failing = items.filter((of) => of.counts.fail > 0).length;
  return (
    <PageFrame {...frameFacts(asOf)}>
      <h1>Requirements</h1>
      <p className="lede">
        {failing === 0 ? `None of ${count(items.length)} requirements fails on a running VM.` : `${count(failing)} of ${count(items.length)} requirements fail on at least one running VM.`}
      </p>
      {groups.map((group) => {
        const members = items.filter((of) => of.group === group);
        return (
          <Section key={group} id={`group-${group.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}`} title={group} lede={`${count(members.length)} in this part`}>
            <RequirementTable items={members} label={group} />
          </Section>
        );
      })}
    </PageFrame>
  );
}
