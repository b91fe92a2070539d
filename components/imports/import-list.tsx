import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import { Name } from "@/components/ui/name";
import { count, counted } from "@/components/ui/numbers";
import { instant } from "@/components/ui/time";
import type { ImportListItem } from "@/lib/estate/contract";
import { accountSentence, resultLook } from "./account-words";
import { ConfirmButton } from "./confirm-button";

/** What came in, newest first, each with its account and its removal. */
export function ImportList({ items }: { items: readonly ImportListItem[] }) {
  return (
    <div className="panel">
      <table className="tbl stack" role="table" aria-label="Imports, newest first">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader">Result</th>
            <th role="columnheader">When</th>
            <th role="columnheader">What came in</th>
            <th role="columnheader" className="hide-l">Account</th>
            <th role="columnheader" className="r hide-s">Hosts</th>
            <th role="columnheader" className="r">VMs</th>
            <th role="columnheader"><span className="sr">Remove</span></th>
          </tr>
        </thead>
        <tbody role="rowgroup">{items.map((of) => <ImportRow key={of.id} of={of} />)}</tbody>
      </table>
    </div>
  );
}

function ImportRow({ of }: { of: ImportListItem }) {
  const { word, look, icon } = resultLook(of.result);
  const when = instant(of.receivedAt);
  return (
    <tr role="row" data-import={of.id}>
      <td role="cell" className="nw o3"><span className={`v ${look}`}><Icon name={icon} />{word}</span></td>
      <td role="cell" className="nw num o1"><Link prefetch={false} href={`/imports/${of.id}`}><time dateTime={of.receivedAt}>{when.text}</time></Link></td>
      <td role="cell" className="o4 full wrap-any">
        {of.names.map((name, index) => <span key={`${index}-${name}`}>{index === 0 ? "" : ", "}<Name>{name}</Name></span>)}
        {of.fileCount > of.names.length ? ` and ${counted(of.fileCount - of.names.length, "more file", "more files")}` : ""}
        {of.synthetic ? <span className="chip ml-2">synthetic</span> : null}
      </td>
      <td role="cell" className="muted hide-l importsays">{accountSentence(of)}</td>
      <td role="cell" className="r hide-s">{count(of.hosts)}</td>
      <td role="cell" className="r o2">{count(of.vms)}<span className="only-i faint"> VMs</span></td>
      <td role="cell" className="r o5">
        {of.removable ? (
          <ConfirmButton
            label="Remove" what={`the import of ${when.text}`} href={`/api/v1/imports/${of.id}`}
            question="Remove this import?" consequence={`The ${counted(of.vms, "VM")} it listed fall back to what earlier imports say; those that no other import lists disappear.`}
          />
        ) : <span className="faint small">nothing to remove</span>}
      </td>
    </tr>
  );
}
