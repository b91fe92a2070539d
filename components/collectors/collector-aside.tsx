import Link from "next/link";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { Name } from "@/components/ui/name";
import { age, instant } from "@/components/ui/time";
import type { CollectorDetail } from "@/lib/collectors/contract";
import { clockText, KIND_WORDS } from "./collector-words";

const told = (value: string | null) => value ?? "Not told yet";

/** Who the collector is, what it runs as, and the credentials it has. */
export function CollectorAside({ of, now }: { of: CollectorDetail; now: string }) {
  return (
    <aside className="side" aria-label="More of this collector">
      <section aria-labelledby="identity">
        <h2 id="identity">Identity</h2>
        <KeyValues>
          <KeyValue term="Public id" mono>{of.publicId}</KeyValue>
          <KeyValue term="Kind">{KIND_WORDS[of.kind]}</KeyValue>
          <KeyValue term="Scope">{of.scope === null ? "None named" : <bdi>{of.scope}</bdi>}</KeyValue>
          <KeyValue term="Host">{of.hostName === null ? "Bound by its first document" : of.hostId === null ? <Name>{of.hostName}</Name> : <Link prefetch={false} href={`/hosts/${of.hostId}`}><Name>{of.hostName}</Name></Link>}</KeyValue>
          <KeyValue term="FQDN" mono>{told(of.fqdn)}</KeyValue>
          <KeyValue term="Install id" mono>{told(of.installId)}</KeyValue>
          <KeyValue term="Hardware UUID" mono>{told(of.hardwareUuid)}</KeyValue>
        </KeyValues>
      </section>
      <section aria-labelledby="runs">
        <h2 id="runs">What it runs</h2>
        <KeyValues>
          <KeyValue term="Collector">{told(of.version)}</KeyValue>
          <KeyValue term="PowerShell">{of.psVersion === null ? "Not told yet" : `${of.psVersion}${of.psEdition === null ? "" : `, ${of.psEdition}`}`}</KeyValue>
          <KeyValue term="Contract">{told(of.contract)}</KeyValue>
          <KeyValue term="Language">{told(of.language)}</KeyValue>
          <KeyValue term="Runs as">{of.runAs === null ? "Not told yet" : <bdi>{of.runAs}</bdi>}</KeyValue>
          <KeyValue term="Elevated">{of.elevated === null ? "Not told yet" : of.elevated ? "Yes" : "No"}</KeyValue>
          <KeyValue term="Sends every">{Math.round(of.intervalSeconds / 60)} min</KeyValue>
          <KeyValue term="Clock">{clockText(of.clockOffsetSeconds)}</KeyValue>
          <KeyValue term="Dropped unsent">{of.dropped}</KeyValue>
          <KeyValue term="Epoch">{of.epoch}</KeyValue>
        </KeyValues>
      </section>
      <section aria-labelledby="credentials">
        <h2 id="credentials">Credentials</h2>
        <KeyValues>
          {of.secrets.map((secret) => (
            <KeyValue key={secret.createdAt} term={`Given ${age(secret.createdAt, now)} ago`}>{secret.expiresAt === null ? "In force" : secret.expiresAt < now ? "Ended" : `Until ${instant(secret.expiresAt).text}`}</KeyValue>
          ))}
          <KeyValue term="Made">{instant(of.createdAt).text}</KeyValue>
          {of.approvedAt === null ? null : <KeyValue term="Approved">{instant(of.approvedAt).text}</KeyValue>}
          {of.revokedAt === null ? null : <KeyValue term="Revoked">{instant(of.revokedAt).text}</KeyValue>}
        </KeyValues>
      </section>
    </aside>
  );
}
