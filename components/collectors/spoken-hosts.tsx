"use client";

import { useRouter } from "next/navigation";
import { Name } from "@/components/ui/name";
import { Note } from "@/components/ui/note";
import { instant } from "@/components/ui/time";
import { useChange } from "@/components/ui/use-change";
import type { CollectorHostItem } from "@/lib/collectors/contract";
import { changeCollector } from "./change-collector";

const STATES: Readonly<Record<CollectorHostItem["state"], string>> = { listed: "Listed", approved: "Approved", pending: "Waits for approval", refused: "Refused" };

/** The hosts that a management server may speak for, and those that it asked to. */
export function SpokenHosts({ publicId, hosts }: { publicId: string; hosts: readonly CollectorHostItem[] }) {
  const router = useRouter();
  const { busy, problem, run } = useChange();
  const pending = hosts.filter((host) => host.state === "pending").map((host) => host.name);

  const settle = (approve: readonly string[], refuse: readonly string[]) => run(async () => {
    await changeCollector(publicId, { action: "hosts", approve, refuse });
    router.refresh();
  });

  return (
    <>
      {problem === null ? null : <div className="mb-3"><Note kind="error" live title="That did not work.">{problem}</Note></div>}
      {pending.length < 2 ? null : <div className="row mb-3"><button className="btn" type="button" disabled={busy} onClick={() => { void settle(pending, []); }}>Approve all {pending.length}</button></div>}
      <div className="panel">
        <table className="tbl stack dense" role="table" aria-label="Hosts that it speaks for">
          <thead role="rowgroup"><tr role="row"><th role="columnheader">Host</th><th role="columnheader">State</th><th role="columnheader">First named</th><th role="columnheader"><span className="sr">Settle</span></th></tr></thead>
          <tbody role="rowgroup">
            {hosts.map((host) => (
              <tr role="row" key={host.nameKey}>
                <td role="cell" className="o1 wrap-any"><Name>{host.name}</Name></td>
                <td role="cell" className="o3 nw">{STATES[host.state]}</td>
                <td role="cell" className="o4 nw num"><time dateTime={host.firstSeenAt}>{instant(host.firstSeenAt).text}</time></td>
                <td role="cell" className="o5 r">
                  <span className="row justify-end">
                    {host.state === "approved" || host.state === "listed" ? null : <button className="btn" type="button" disabled={busy} onClick={() => { void settle([host.name], []); }}>Approve<span className="sr"> {host.name}</span></button>}
                    {host.state === "refused" ? null : <button className="btn quiet" type="button" disabled={busy} onClick={() => { void settle([], [host.name]); }}>Refuse<span className="sr"> {host.name}</span></button>}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
