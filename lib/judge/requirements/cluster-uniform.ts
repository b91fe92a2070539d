import { hit, type Missing, notApplicable, pass, type Reading, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

/** Functional level that a node's build brings; other builds are not listed by any source. */
const LEVEL_BY_BUILD: Readonly<Record<number, number>> = { 9600: 8, 14393: 9, 17763: 10, 20348: 11, 26100: 12 };

export const clusterUniform = defineRequirement({
  id: "cluster-uniform",
  title: "All nodes run one Windows release, and the cluster its functional level",
  why: "While a cluster is being upgraded there is no change tracking, and new VMs stay at an old version.",
  otherwise: "The backup stays live but reads every disk whole.",
  expected: "Functional level of the newest node, one release",
  hosts: ["W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S35", "S9"],
  part: "F",
  asks: "always",
  needs: { host: ["isClusterNode"], cluster: ["functionalLevel", "nodes"] },
  rows: { mixed: { when: "mixed releases, or a functional level below the newest node", cells: ["n-a", "n-a", "n-a", "n-a", "warn", "warn"] } },
  statuses: { W08R2: ["not-applicable"], W12: ["not-applicable"], W12R2: ["not-applicable"], "W16+": ["pass", "warning", "unknown", "not-applicable"] },
  check({ host, cluster }, at) {
    if (host.isClusterNode === false) return notApplicable(`${at.hostName} is no cluster node.`);
    const { nodes, functionalLevel } = cluster;
    if (nodes === null) return unknown([at.missing("cluster", "nodes")], [], "The nodes of the cluster were not read.");
    const missing: Missing[] = [];
    let oldest = Number.POSITIVE_INFINITY;
    let newest = 0;
    for (let index = 0; index < nodes.length; index++) {
      const build = nodes[index]?.osBuild ?? null;
      if (build === null) missing.push(at.missing("cluster", `nodes[${index}].osBuild`));
      else {
        oldest = Math.min(oldest, build);
        newest = Math.max(newest, build);
      }
    }
    const readings: Reading[] = [{ fact: "cluster.nodes", reading: newest === 0 ? `${nodes.length} nodes, builds not read` : `builds ${oldest} to ${newest} on ${nodes.length} nodes` }, { fact: "cluster.functionalLevel", reading: String(functionalLevel ?? "not read") }];
    if (newest > oldest) {
      return hit("mixed", { because: `Nodes run builds ${oldest} to ${newest}; change tracking rests until all run one release.`, observed: `Builds ${oldest} to ${newest}`, readings, missing });
    }
    const level = LEVEL_BY_BUILD[newest];
    if (functionalLevel !== null && level !== undefined && functionalLevel < level) {
      return hit("mixed", { because: `Functional level ${functionalLevel} is below level ${level} of the nodes' build ${newest}.`, observed: `Level ${functionalLevel}`, expected: `Level ${level}`, readings, missing });
    }
    if (functionalLevel === null) missing.push(at.missing("cluster", "functionalLevel"));
    else if (level === undefined && (newest > 0 || nodes.length === 0)) missing.push({ ...at.missing("cluster", "nodes"), ...(newest === 0 ? {} : { reason: "ambiguous" as const, text: `build ${newest}` }) });
    if (missing.length > 0) return unknown(missing, [], "Releases of the nodes and functional level were not read whole.", readings);
    return pass(`${nodes.length} nodes run build ${newest}, functional level ${functionalLevel}.`, `Level ${functionalLevel}, build ${newest}`, readings);
  },
  fixes(_facts, at) {
    return [{
      title: "Upgrade the remaining nodes, then raise the functional level", runsOn: "cluster", target: at.clusterName ?? at.hostName, shell: "powershell",
      command: "Get-ClusterNode | Select-Object Name, BuildNumber\nUpdate-ClusterFunctionalLevel",
      gui: [], downtime: "none", risk: { level: "medium", why: "Raising the level is one-way: older nodes cannot join again." },
      undo: "None; the level cannot be lowered.", proof: "The next inventory reads one build on all nodes and the functional level of that build.",
    }];
  },
});
