import type { Metadata } from "next";
import { AccountTable } from "@/components/imports/account-table";
import { accountSentence } from "@/components/imports/account-words";
import { ConfirmButton } from "@/components/imports/confirm-button";
import { PageFrame } from "@/components/shell/page-frame";
import { frameFacts } from "@/components/shell/stale-hosts";
import { counted } from "@/components/ui/numbers";
import { instant } from "@/components/ui/time";
import type { IdPage } from "../../../page-params";
import { readAsOf, readImport } from "../../../reads";

export const metadata: Metadata = { title: "Import" };

export default async function ImportPage({ params }: IdPage) {
  const { id } = await params;
  const [asOf, account] = await Promise.all([readAsOf(), readImport(id)]);
  const when = instant(account.receivedAt);
  const unfinished = account.files.length === 0;
  return (
    <PageFrame {...frameFacts(asOf)} crumb={{ href: "/imports", label: "Imports", here: when.text }}>
      <div className="head mb-5">
        <div>
          <h1>Import of {when.text}</h1>
          <p className="lede">{unfinished ? "" : `${counted(account.files.length, "file")} by ${account.via}, read and judged in ${(account.durationMs / 1000).toFixed(1)} s: `}{accountSentence(account)}</p>
        </div>
        {account.accepted === 0 && !unfinished ? null : (
          <ConfirmButton
            label="Remove this import" what="" href={`/api/v1/imports/${account.id}`} then="/imports" question="Remove this import?"
            consequence={`${unfinished ? "The VMs that" : `The ${counted(account.vms, "VM")}`} it listed fall back to what earlier imports say; those that no other import lists disappear.`}
          />
        )}
      </div>
      {unfinished ? null : <AccountTable files={account.files} />}
    </PageFrame>
  );
}
