/** Client-safe: what pages and API show of collectors, codes and quarantined bodies. Times are ISO. */

export const COLLECTOR_KINDS = ["host", "management-server"] as const;
export type CollectorKind = (typeof COLLECTOR_KINDS)[number];
export type CollectorState = "active" | "pending" | "revoked";
/** `two-senders`: two machines send by one identity; `known-host`: enrolled for a host that another living collector has. */
export type CollectorConflict = "two-senders" | "known-host";

/** What a sender is told of a refusal (RFC 9457). */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  /** JSON pointer into the document; "" is the whole. */
  place?: string;
  mend?: string;
}
export interface UnreadSection {
  host: string;
  section: string;
  reason: string;
  text: string;
  /** The grant, setting or installation that mends it; null when the collector named none. */
  mend: string | null;
}

export interface CollectorItem {
  id: string;
  /** The part of its token that may be shown; addresses and commands take it or `id`. */
  publicId: string;
  kind: CollectorKind;
  name: string;
  state: CollectorState;
  scope: string | null;
  epoch: number;
  createdAt: string;
  approvedAt: string | null;
  revokedAt: string | null;
  /** Our host row, once a document of it was judged. */
  hostId: string | null;
  /** The host that the token is bound to. */
  hostName: string | null;
  fqdn: string | null;
  installId: string | null;
  hardwareUuid: string | null;
  version: string | null;
  psVersion: string | null;
  psEdition: string | null;
  language: string | null;
  elevated: boolean | null;
  runAs: string | null;
  /** Version of the document that it sends. */
  contract: string | null;
  intervalSeconds: number;
  lastSeenAt: string | null;
  lastAcceptedAt: string | null;
  lastRefusedAt: string | null;
  lastRefusal: ProblemDocument | null;
  /** Refusals since the newest accepted document. */
  refused: number;
  /** Seconds by which its clock is ahead of ours. */
  clockOffsetSeconds: number | null;
  dropped: number;
  conflict: CollectorConflict | null;
  unread: UnreadSection[];
  /** Bodies of it in quarantine. */
  quarantined: number;
  /** Hosts that wait until they are approved for this management server. */
  pendingHosts: number;
  /** From here on it is overdue: two intervals after its newest accepted document, or after its approval. Null unless active. */
  dueAt: string | null;
}

export type Standing = "revoked" | "pending" | "two-senders" | "refused" | "overdue" | "silent" | "active";
/** The one word for a collector at an instant (ms), worst first: `silent` has sent nothing yet and is not overdue. */
export function standingOf(collector: Pick<CollectorItem, "state" | "conflict" | "refused" | "dueAt" | "lastAcceptedAt">, now: number): Standing {
  if (collector.state !== "active") return collector.state;
  if (collector.conflict === "two-senders") return "two-senders";
  if (collector.refused > 0) return "refused";
  if (collector.dueAt !== null && Date.parse(collector.dueAt) < now) return "overdue";
  return collector.lastAcceptedAt === null ? "silent" : "active";
}
/** More than so far from our clock, a sender is flagged. */
export const CLOCK_FLAG_SECONDS = 600;

export interface CollectorHostItem {
  nameKey: string;
  name: string;
  state: "listed" | "approved" | "pending" | "refused";
  firstSeenAt: string;
}
export interface CollectorSecretItem {
  createdAt: string;
  /** Set when it was rotated: valid until then. */
  expiresAt: string | null;
}
export interface CollectorDocumentItem {
  id: string;
  documentId: string;
  receivedAt: string;
  collectedAt: string;
  epoch: number | null;
  sequence: number | null;
  hosts: number;
  vms: number;
  /** Records of it that were refused. */
  refused: number;
  /** Judged. */
  folded: boolean;
}
export interface CollectorDetail extends CollectorItem {
  secrets: CollectorSecretItem[];
  hosts: CollectorHostItem[];
  /** The newest fifty. */
  documents: CollectorDocumentItem[];
  quarantine: QuarantineItem[];
}

export interface EnrolmentCodeItem {
  id: string;
  /** Its first characters; the code itself is shown once. */
  hint: string;
  scope: string;
  kind: CollectorKind;
  maxUses: number;
  uses: number;
  autoApprove: boolean;
  intervalSeconds: number;
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
  state: "open" | "used" | "expired" | "revoked";
}

export interface QuarantineItem {
  id: string;
  collectorId: string;
  collectorName: string;
  receivedAt: string;
  problem: ProblemDocument;
  /** Bytes of the whole body. */
  bodyBytes: number;
  /** Only its beginning is kept. */
  cut: boolean;
  sha256: string;
}
export interface QuarantinedBody extends QuarantineItem {
  /** As it was sent, unpacked; bytes that are no UTF-8 as U+FFFD. */
  text: string;
}

/** What is shown once when a credential is made. */
export interface GivenToken {
  id: string;
  /** The public id. */
  collectorId: string;
  token: string;
  epoch: number;
}
