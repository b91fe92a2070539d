import { BarTextures } from "@/components/readiness/verdict-bar";
import { FirstLost } from "@/components/shell/first-lost";
import { LiveProvider } from "@/components/shell/live";
import { Nav, TabBar } from "@/components/shell/nav";
import { count } from "@/components/ui/numbers";
import { readAsOf, readTotals } from "../reads";
import { readStatus } from "../status";

/** What stands round every page. Without the database the navigation stays, so that the page below can say so. */
async function readFrame() {
  try {
    const [asOf, totals, status] = await Promise.all([readAsOf(), readTotals(), readStatus()]);
    return {
      status, ruleset: asOf.ruleset, policy: asOf.policy.name,
      figures: { "/vms": count(totals.vms), "/requirements": count(totals.requirements), "/hosts": count(totals.hosts), "/collectors": count(totals.collectors) },
    };
  } catch (problem) {
    console.warn(`The frame of a page could not be read: ${problem instanceof Error ? problem.message : String(problem)}`);
    return { status: null, ruleset: "not read", policy: "not read", figures: {} };
  }
}

export default async function DashboardLayout({ children }: { children: React.ReactNode }) {
  const { status, figures, ruleset, policy } = await readFrame();
  return (
    <>
      <a className="skip" href="#content">Skip to content</a>
      <BarTextures />
      <LiveProvider first={status}>
        <div className="app">
          <Nav figures={figures} ruleset={ruleset} policy={policy} />
          <div id="content" tabIndex={-1}><FirstLost />{children}</div>
          <TabBar />
        </div>
      </LiveProvider>
    </>
  );
}
