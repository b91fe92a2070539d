/** What an open page asks for again and again: whether anything was written since it was made, and what is under way. */
export interface Written {
  revision: string;
  contact: string;
  /** Server time of the answer. */
  asked: string;
}
export interface LiveStatus extends Written {
  /** Inventories that are kept and not judged yet; `failed`: those that several attempts could not judge. */
  backlog: { waiting: number; oldestSeconds: number; failed: number; failures: { fileName: string; receivedAt: string; error: string }[] };
  /** Progress of a new judgement of everything; null while none is under way. */
  rejudge: { hosts: number; done: number } | null;
}
/** Inventories that collectors sent, as far as they are kept. */
export interface NetworkSummary {
  documents: number;
  collectors: number;
  lastDay: number;
  /** Not judged yet. */
  waiting: number;
  oldest: string | null;
  newest: string | null;
}
