import { Icon } from "@/components/ui/icon";
import { Name } from "@/components/ui/name";
import { count, counted } from "@/components/ui/numbers";
import type { FileAccount } from "@/lib/estate/contract";
import { RESULT_ORDER, RESULT_WORDS } from "./account-words";

/** What became of each file, worst first: recognised as, what was understood, ignored, refused and why. */
export function AccountTable({ files }: { files: readonly FileAccount[] }) {
  const sorted = files.toSorted((one, other) => RESULT_ORDER.indexOf(one.result) - RESULT_ORDER.indexOf(other.result));
  return (
    <div className="panel">
      <table className="tbl stack" role="table" aria-label="Files of this import">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader">Result</th>
            <th role="columnheader">File</th>
            <th role="columnheader" className="hide-l">Recognised as</th>
            <th role="columnheader">Account</th>
            <th role="columnheader" className="r hide-s">Hosts</th>
            <th role="columnheader" className="r">VMs</th>
          </tr>
        </thead>
        <tbody role="rowgroup">{sorted.map((of, index) => <FileRow key={`${index}-${of.files.join()}`} of={of} />)}</tbody>
      </table>
    </div>
  );
}

function FileRow({ of }: { of: FileAccount }) {
  const { word, look, icon } = RESULT_WORDS[of.result];
  const refused = of.result === "refused";
  return (
    <tr role="row" data-result={of.result}>
      <td role="cell" className="o3 nw top-cell"><span className={`v ${look}`}><Icon name={icon} />{word}</span></td>
      <td role="cell" className="o1 top-cell wrap-any">{of.files.map((file) => <div key={file}><Name>{file}</Name></div>)}</td>
      <td role="cell" className="muted o5 hide-l top-cell">{of.label}{of.encoding === "" || of.encoding === "utf-8" ? "" : `, ${of.encoding}`}</td>
      <td role="cell" className="o4 full account"><Account of={of} /></td>
      <td role="cell" className="r hide-s top-cell">{refused ? <span className="faint">–</span> : count(of.hosts.length)}</td>
      <td role="cell" className="r o2 top-cell">{refused ? <span className="faint">–</span> : count(of.vms)}<span className="only-i faint"> VMs</span></td>
    </tr>
  );
}

function Account({ of }: { of: FileAccount }) {
  const more = of.notes.length + of.ignored.length + of.faults.length + of.failedSections.length + of.withoutId.length;
  return (
    <>
      {of.refused === null ? <p className="muted wrap-any">{of.summary}</p> : <p className="wrap-any">{of.refused.place}: {of.refused.problem} {of.refused.mend}</p>}
      {more === 0 ? null : (
        <details className="data-twin">
          <summary>{counted(more, "note")} on this file</summary>
          <ul className="small muted grid gap-1 wrap-any">
            {of.faults.map((fault, index) => <li key={`f${index}`}>{fault.vm === null ? "" : <><Name>{fault.vm}</Name>: </>}{fault.place}: {fault.problem} {fault.mend}</li>)}
            {of.failedSections.map((section, index) => <li key={`s${index}`}><Name>{section.host}</Name>, section {section.section}: {section.problem}</li>)}
            {of.withoutId.length === 0 ? null : <li>Without an id, so not stored: {of.withoutId.join(", ")}</li>}
            {of.notes.map((note, index) => <li key={`n${index}`}>{note}</li>)}
            {of.ignored.length === 0 ? null : <li>Not known to this version, ignored: {of.ignored.map((key) => `${key.key} (${count(key.count)})`).join(", ")}</li>}
          </ul>
        </details>
      )}
    </>
  );
}
