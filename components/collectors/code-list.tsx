import { ConfirmButton } from "@/components/imports/confirm-button";
import { Name } from "@/components/ui/name";
import { count } from "@/components/ui/numbers";
import { instant } from "@/components/ui/time";
import type { EnrolmentCodeItem } from "@/lib/collectors/contract";
import { KIND_WORDS } from "./collector-words";

const STATES: Readonly<Record<EnrolmentCodeItem["state"], string>> = { open: "Open", used: "Used up", expired: "Expired", revoked: "Revoked" };

/** Enrolment codes, newest first; of each only its beginning. */
export function CodeList({ codes }: { codes: readonly EnrolmentCodeItem[] }) {
  return (
    <div className="panel">
      <table className="tbl stack dense" role="table" aria-label="Enrolment codes, newest first">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader">Scope</th>
            <th role="columnheader">Code</th>
            <th role="columnheader" className="hide-s">For</th>
            <th role="columnheader" className="hide-s">New senders</th>
            <th role="columnheader" className="r">Used</th>
            <th role="columnheader">Until</th>
            <th role="columnheader"><span className="sr">Revoke</span></th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {codes.map((of) => (
            <tr role="row" key={of.id} data-code={of.state}>
              <td role="cell" className="o1 wrap-any"><Name>{of.scope}</Name></td>
              <td role="cell" className="o3 nw"><span className="mono">{of.hint}…</span> <span className={of.state === "open" ? "" : "faint"}>{STATES[of.state]}</span></td>
              <td role="cell" className="hide-s nw">{KIND_WORDS[of.kind]}</td>
              <td role="cell" className="hide-s nw">{of.autoApprove ? "let in at once" : "wait for approval"}</td>
              <td role="cell" className="r o2 num">{count(of.uses)} of {count(of.maxUses)}</td>
              <td role="cell" className="o4 nw num"><time dateTime={of.expiresAt}>{instant(of.expiresAt).text}</time></td>
              <td role="cell" className="r o5">
                {of.state !== "open" ? null : (
                  <ConfirmButton label="Revoke" what={`the code ${of.hint}`} href={`/api/v1/collectors/enrolment-codes/${of.id}`} question="Revoke this code?"
                    consequence={`No further machine enrols with it. The ${count(of.uses)} that did keep their credentials.`} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
