import { Fragment } from "react";
import type { Disk } from "@/lib/inventory/document";
import { diskLinks, type DiskNode, type HostVolume } from "./disk-links";

const LOOK: Readonly<Record<DiskNode["kind"], string>> = {
  slot: "", now: "file now", parent: "file", folded: "", missing: "missing", outside: "file out", volume: "vol",
};

interface ChainProps {
  disks: readonly Disk[];
  /** The host's volumes by their id. */
  volumes: Readonly<Record<string, HostVolume>>;
}

/** Each disk from its controller to the storage below, drawn; the same as a nested list. */
export function DiskChain({ disks, volumes }: ChainProps) {
  const chains = disks.map((disk) => diskLinks(disk, (id) => (id === null ? null : (volumes[id] ?? null))));
  return (
    <>
      <div className="panel" aria-hidden="true">
        {chains.map((nodes, index) => (
          <div className="disk" key={index}>
            {nodes.map((node, place) => (
              <Fragment key={place}>
                {place === 0 ? null : <span className="wire" />}
                <div className={`node ${LOOK[node.kind]}`} title={node.path ?? node.title}>
                  <b className={node.path === null ? "" : "mono"}><bdi>{node.title}</bdi></b>
                  {node.notes.join(", ")}
                </div>
              </Fragment>
            ))}
          </div>
        ))}
      </div>
      <details className="data-twin">
        <summary>Show disks as a list</summary>
        <ul className="twinlist">{chains.map((nodes, index) => <ListedDisk key={index} nodes={nodes} />)}</ul>
      </details>
    </>
  );
}

function ListedDisk({ nodes }: { nodes: readonly DiskNode[] }) {
  const [first, ...rest] = nodes;
  if (first === undefined) return null;
  return (
    <li>
      <span className={first.path === null ? "" : "mono wrap-any"}><bdi>{first.path ?? first.title}</bdi></span>
      {first.notes.length === 0 ? null : <span className="faint"> {first.notes.join(", ")}</span>}
      {rest.length === 0 ? null : <ul><ListedDisk nodes={rest} /></ul>}
    </li>
  );
}
