import type pg from "pg";
import { currentHost, currentVm, listingOf } from "@/lib/inventory/current";
import type { Vm } from "@/lib/inventory/document";
import { judge } from "@/lib/judge/judge";
import type { Judgement } from "@/lib/judge/judgement";
import { judgeArticle } from "@/lib/judge/rulesets/article-2008r2";
import { worseOf } from "@/lib/judge/worse-of";
import type { VmState } from "../fold/fold";
import type { JudgeContext } from "../judged/judge-hosts";
import { rivalsOf } from "./ownership";
import { loadClusterFacts, loadHosts } from "../fold/state";

interface Judged {
  state: VmState;
  judgement: Judgement;
  contested: boolean;
}

/**
 * Lowers the verdict of VMs that another node of the cluster lists too to the worse of what both say; nothing is raised
 * until ownership agrees. Changes `judged` in place.
 */
export async function lowerContested(client: pg.PoolClient, judged: readonly Judged[], { settings, now }: JudgeContext, hostHours: number): Promise<void> {
  for (const each of judged) {
    const rivals = rivalsOf(each.state, hostHours, now);
    each.contested = rivals.length > 0;
    if (rivals.length === 0) continue;
    const hosts = new Map((await loadHosts(client, rivals.map((rival) => rival.hostId))).map((host) => [host.id, host]));
    for (const rival of rivals) {
      const state = hosts.get(rival.hostId);
      if (state === undefined) continue;
      const cluster = state.view ?? (state.clusterId === null ? null : await loadClusterFacts(client, state.clusterId));
      const host = currentHost(state.facts, state.marks, hostHours, now);
      const listing = listingOf(rival.marks, { marks: state.marks, failedText: state.failedText, name: state.facts.name });
      const vm: Vm = currentVm(rival.facts, rival.marks, listing, hostHours, now);
      const own = settings({ clusterName: cluster?.name ?? host.clusterName, hostName: host.name, vmName: vm.name, vmId: vm.id });
      const subject = { host, cluster, vm, intervalSeconds: state.intervalSeconds };
      const other = own.ruleset === "article-2008r2" ? judgeArticle(subject, own, now) : judge(subject, { settings: own, now });
      each.judgement = worseOf(each.judgement, other);
    }
  }
}
