import type { Reply } from "./keep-sent";

/** What is stored of a reply: counts, and what was ignored or refused. The row of the document says the rest. */
export type KeptReply = Pick<Reply, "hosts" | "vms"> & Partial<Pick<Reply, "digest" | "ignored" | "refused" | "moreRefused">>;

/** A reply without what the row says and what is empty. @param digest of the document as it is stored */
export function keptReply({ hosts, vms, ignored, refused, moreRefused, digest: told }: Reply, digest: string): KeptReply {
  return {
    hosts, vms, ...(told === digest ? {} : { digest: told }), ...(ignored.length === 0 ? {} : { ignored }),
    ...(refused.length === 0 ? {} : { refused }), ...(moreRefused === 0 ? {} : { moreRefused }),
  };
}

/** The reply as the sender was told it; of a document whose reply is stored whole, that one. */
export function toldReply(kept: KeptReply, row: { documentId: string; digest: string }, sender: Reply["sender"]): Reply {
  return { result: "accepted", documentId: row.documentId, digest: row.digest, ignored: [], refused: [], moreRefused: 0, sender, ...kept };
}
