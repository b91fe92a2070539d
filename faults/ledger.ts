import type { Acknowledgement } from "@/lib/simulate/sender";
import type { Lab } from "./lab";

/** Every final answer that a sender got, held against what the database keeps. */
export class Ledger {
  readonly acknowledgements: Acknowledgement[] = [];
  readonly retried = new Map<string, number>();
  /** Answers to come back later that did not say when. */
  untimed = 0;

  readonly onAcknowledged = (acknowledgement: Acknowledgement): void => {
    this.acknowledgements.push(acknowledgement);
  };
  readonly onRetry = (status: number | null, retryAfter: string | null): void => {
    if (status !== null && retryAfter === null) this.untimed += 1;
    const key = status === null ? "no answer" : String(status);
    this.retried.set(key, (this.retried.get(key) ?? 0) + 1);
  };

  get accepted(): Acknowledgement[] {
    return this.acknowledgements.filter((each) => each.status === 202 || each.status === 200);
  }
  get refused(): Acknowledgement[] {
    return this.acknowledgements.filter((each) => each.status !== 202 && each.status !== 200);
  }
  /** Retries by status, `503: 12, no answer: 3`. */
  get retriedText(): string {
    return [...this.retried].map(([status, count]) => `${status}: ${count}`).join(", ") || "none";
  }

  /** Acknowledged documents that the database lacks, and those that it has more than once. */
  async check(lab: Lab): Promise<{ missing: number; twice: number; stored: number }> {
    const rows = await lab.query<{ documentId: string; count: number; digest: string }>(`SELECT "documentId", count(*)::int AS "count", min("digest") AS "digest" FROM "Document" GROUP BY 1`);
    const stored = new Map(rows.map((row) => [row.documentId, row]));
    const missing = this.accepted.filter(({ documentId, digest }) => {
      const row = stored.get(documentId);
      return row === undefined || (digest !== null && row.digest !== digest);
    }).length;
    return { missing, twice: rows.filter((row) => row.count > 1).length, stored: rows.reduce((sum, row) => sum + row.count, 0) };
  }
}
