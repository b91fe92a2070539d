import Link from "next/link";
import { ConfirmButton } from "@/components/imports/confirm-button";
import { Name } from "@/components/ui/name";
import { bytes } from "@/components/ui/numbers";
import { age, instant } from "@/components/ui/time";
import type { ProblemDocument, QuarantineItem } from "@/lib/collectors/contract";

/** What a sender was told: place, what is wrong, what mends it. */
export function Refusal({ of }: { of: ProblemDocument }) {
  return (
    <>
      <span className="strong num">{of.status}</span> {of.title}: {of.detail}
      {of.place === undefined || of.place === "" ? null : <> At <bdi className="mono wrap-any">{of.place}</bdi>.</>}
      {of.mend === undefined ? null : <> {of.mend}</>}
    </>
  );
}

/** Bodies of known collectors that could not be accepted, each with its error, to look at and to delete. */
export function QuarantineTable({ items, now, withSender = true }: { items: readonly QuarantineItem[]; now: string; withSender?: boolean }) {
  return (
    <div className="panel">
      <table className="tbl stack" role="table" aria-label="Refused bodies, newest first">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader">Received</th>
            {withSender ? <th role="columnheader">Collector</th> : null}
            <th role="columnheader">Refused because</th>
            <th role="columnheader" className="r hide-s">Size</th>
            <th role="columnheader"><span className="sr">Delete</span></th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {items.map((of) => (
            <tr role="row" key={of.id} data-quarantine={of.id}>
              <td role="cell" className="nw num o1 top-cell"><Link prefetch={false} href={`/imports/quarantine/${of.id}`}><time dateTime={of.receivedAt}>{instant(of.receivedAt).text}</time></Link> <span className="faint">{age(of.receivedAt, now)}</span></td>
              {withSender ? <td role="cell" className="o3 top-cell wrap-any"><Link className="plain" prefetch={false} href={`/collectors/${of.collectorId}`}><Name>{of.collectorName}</Name></Link></td> : null}
              <td role="cell" className="o4 full wrap-any"><Refusal of={of.problem} /></td>
              <td role="cell" className="r hide-s num top-cell">{bytes(of.bodyBytes)}{of.cut ? ", cut" : ""}</td>
              <td role="cell" className="r o5 top-cell">
                <ConfirmButton label="Delete" what={`the body of ${instant(of.receivedAt).text}`} href={`/api/v1/collectors/quarantine/${of.id}`} question="Delete this body?" consequence="Only the copy kept here is deleted; it was never accepted, so no verdict rests on it." />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
