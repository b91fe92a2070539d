import Link from "next/link";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { Name } from "@/components/ui/name";
import { age, instant } from "@/components/ui/time";
import type { VmDetail } from "@/lib/estate/contract";
import { Unread } from "./unread";

/** What a person supplied because the file lacks it. */
const GIVEN = { osVersion: "Windows version of the host", hostId: "host id", collectedAt: "collection time" } as const;

/** Checkpoints, oldest first: they hold the chains open. */
export function Checkpoints({ vm, now }: { vm: VmDetail; now: string }) {
  const { checkpoints } = vm.facts.vm;
  return (
    <section aria-labelledby="checkpoints">
      <h2 id="checkpoints">Checkpoints</h2>
      {checkpoints === null ? <Unread vm={vm} fact="checkpoints" /> : checkpoints.length === 0 ? <p className="small muted">None.</p> : (
        <KeyValues>
          {checkpoints.toSorted((one, other) => (one.createdAt ?? "").localeCompare(other.createdAt ?? "", "en")).map((of, index) => (
            <KeyValue key={of.id ?? index} term={of.name === null ? "Name not read" : <bdi>“{of.name}”</bdi>}>
              {of.type ?? "kind not read"}{of.createdAt === null ? "" : <>, <time dateTime={of.createdAt}>{age(of.createdAt, now)}</time></>}
            </KeyValue>
          ))}
        </KeyValues>
      )}
    </section>
  );
}

/** The cluster and the state of its shared volumes as this VM's node sees them. */
export function ClusterFacts({ vm }: { vm: VmDetail }) {
  const { cluster } = vm.facts;
  if (cluster === null) return null;
  const node = vm.facts.host.name.toLowerCase();
  return (
    <section aria-labelledby="cluster">
      <h2 id="cluster">Cluster and shared volumes</h2>
      <KeyValues>
        <KeyValue term="Cluster"><Name>{cluster.name}</Name></KeyValue>
        <KeyValue term="Functional level">{cluster.functionalLevel ?? "Not read"}</KeyValue>
        {cluster.csvs === null ? <KeyValue term="Shared volumes">Not read</KeyValue> : cluster.csvs.map((csv, index) => {
          const seen = csv.perNode?.find((of) => of.node.toLowerCase() === node)?.stateInfo;
          return (
            <KeyValue key={csv.volumeId ?? csv.name ?? index} term={<bdi className="mono">{csv.volumePath ?? csv.name ?? "Name not read"}</bdi>}>
              {[csv.state, seen].filter((word) => word !== null && word !== undefined).join(", ") || "Not read"}
            </KeyValue>
          );
        })}
      </KeyValues>
    </section>
  );
}

/** Who the VM is, under which policy it is judged, and where its facts come from. */
export function Identity({ vm }: { vm: VmDetail }) {
  const { identity, facts } = vm;
  return (
    <>
      <section aria-labelledby="identity">
        <h2 id="identity">Identity</h2>
        <KeyValues>
          <KeyValue term="VM id" mono>{identity.vmGuid}</KeyValue>
          <KeyValue term="Known within">{identity.scopeKind === "cluster" ? "its cluster" : "its host"}</KeyValue>
          <KeyValue term="Host known by">{identity.host.key}{identity.host.weak ? ", a weak key" : ""}</KeyValue>
          {facts.host.given.length === 0 ? null : <KeyValue term="Given by hand">{facts.host.given.map((fact) => GIVEN[fact]).join(", ")}</KeyValue>}
          {identity.host.conflict === null ? null : <KeyValue term="Conflict">{identity.host.conflict}</KeyValue>}
          <KeyValue term="Configuration version">{facts.vm.version ?? <Unread vm={vm} fact="version" />}</KeyValue>
          <KeyValue term="Checkpoint type">{facts.vm.checkpointType ?? <Unread vm={vm} fact="checkpointType" />}</KeyValue>
        </KeyValues>
      </section>
      <section aria-labelledby="judged">
        <h2 id="judged">Judged by</h2>
        <KeyValues>
          <KeyValue term="Rule set">{vm.ruleset}</KeyValue>
          <KeyValue term="Assignment">{vm.assignment ?? "the estate’s own settings"}</KeyValue>
          <KeyValue term="Backup product">{vm.product}</KeyValue>
          <KeyValue term="Required">{vm.requiredConsistency === "app-required" ? "application consistency" : "crash fallback accepted"}</KeyValue>
        </KeyValues>
      </section>
      <section aria-labelledby="sources">
        <h2 id="sources">Where the facts come from</h2>
        <KeyValues>
          {vm.sources.map((of) => (
            <KeyValue key={of.documentId} term={<Link prefetch={false} href={of.importId !== null ? `/imports/${of.importId}` : of.collectorId !== null ? `/collectors/${of.collectorId}` : "/collectors"}><bdi className="mono wrap-any">{of.importId === null ? "by its collector" : of.file}</bdi></Link>}>
              <time dateTime={of.collectedAt}>{instant(of.collectedAt).text}</time>
            </KeyValue>
          ))}
        </KeyValues>
      </section>
    </>
  );
}
