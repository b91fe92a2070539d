import { BarTextures } from "@/components/readiness/verdict-bar";
import { Nav, TabBar } from "@/components/shell/nav";
import { count } from "@/components/ui/numbers";
import { readAsOf, readTotals } from "../reads";

export default async function DashboardLayout({ children }: { children: React.ReactNode }) {
  const [asOf, totals] = await Promise.all([readAsOf(), readTotals()]);
  const figures = { "/vms": count(totals.vms), "/requirements": count(totals.requirements) };
  return (
    <>
      <a className="skip" href="#main">Skip to content</a>
      <BarTextures />
      <div className="app">
        <Nav figures={figures} ruleset={asOf.ruleset} policy={asOf.policy.name} />
        <div>{children}</div>
        <TabBar />
      </div>
    </>
  );
}
