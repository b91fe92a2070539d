import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import { Name } from "@/components/ui/name";
import { bytes } from "@/components/ui/numbers";
import type { VmDetail } from "@/lib/estate/contract";
import { vmsHref } from "@/lib/estate/filters";

/** The VM in one line: guest, generation, state, size, where it runs. What was not read is said. */
export function FactsLine({ vm }: { vm: VmDetail }) {
  const { item, facts } = vm;
  const running = facts.vm.state === "Running";
  const size = [
    facts.vm.processorCount === null ? null : `${facts.vm.processorCount} vCPU`,
    facts.vm.memoryAssignedBytes === null ? null : bytes(facts.vm.memoryAssignedBytes),
  ].filter((text) => text !== null);
  return (
    <div className="facts mt-1">
      <span>{item.guest.osName === null ? "Guest not read" : <bdi>{item.guest.osName}</bdi>}</span>
      {facts.vm.generation === null ? null : <span>Generation {facts.vm.generation}</span>}
      <span className={`state ${running ? "is-pass" : "is-offline"}`}>
        <Icon name={running ? "circle-play" : facts.vm.state === null ? "circle-dashed" : "power-off"} small />
        {facts.vm.state ?? "State not read"}
      </span>
      {size.length === 0 ? null : <span>{size.join(", ")}</span>}
      <span>
        <Link className="plain" prefetch={false} href={`/hosts/${item.host.id}`}><Name>{item.host.name}</Name></Link>
        {item.cluster === null ? null : <>&nbsp;in&nbsp;<Link className="plain" prefetch={false} href={vmsHref({ cluster: [item.cluster.id] })}><Name>{item.cluster.name}</Name></Link></>}
      </span>
      <span>{item.hostRelease}</span>
    </div>
  );
}
