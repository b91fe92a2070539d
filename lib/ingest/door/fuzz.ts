import { fuzzCase, type FuzzCase } from "./fuzz-cases";
import { aSent } from "./made-up";

/** Every status that docs/api.md has for `POST /api/v1/inventories`. */
export const DOCUMENTED: readonly number[] = [200, 202, 400, 401, 403, 404, 405, 408, 409, 413, 415, 422, 426, 429, 503];
/** Of these a case of this kind must not make one: the server is at fault, or was not ready. */
const NEVER: readonly number[] = [401, 404, 405, 408, 429, 503];

export interface FuzzSender {
  /** Name of the host to which its token is bound. */
  host: string;
  send(body: Buffer, headers: Record<string, string>): Promise<{ status: number; text: string }>;
}
export interface FuzzResult {
  cases: number;
  /** By status, how often. */
  statuses: Record<number, number>;
  /** What broke the promise: the case, its number under this seed, and the answer. */
  broken: { index: number; kind: string; problem: string }[];
  /** Documents more than before, which are as many as answers 202. */
  grown: number;
}

function problemOf({ status, text }: { status: number; text: string }): string | null {
  if (!DOCUMENTED.includes(status) || NEVER.includes(status)) return `the answer is ${status}: ${text.slice(0, 300)}`;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return `the answer ${status} is no JSON`;
  }
  const has = (key: string) => typeof body === "object" && body !== null && key in body;
  if (status === 200 || status === 202) return has("digest") && has("refused") ? null : `the answer ${status} lacks digest or refused`;
  return has("code") && has("detail") && has("mend") ? null : `the answer ${status} lacks code, detail or mend`;
}

/**
 * Sends seeded cases, one sender after the other within itself and all senders at once.
 * @param countDocuments the rows of documents; they may grow by the answers 202 only
 */
export async function runFuzz({ cases, seed, senders, countDocuments }: { cases: number; seed: number; senders: readonly FuzzSender[]; countDocuments: () => Promise<number> }): Promise<FuzzResult> {
  const result: FuzzResult = { cases, statuses: {}, broken: [], grown: 0 };
  // A whole document first: a bent one would bind the token to a host that no later case has.
  for (const { host, send } of senders) await send(Buffer.from(JSON.stringify(aSent({ host, documentId: `fuzz-${seed}-first` }))), { "content-type": "application/json" });
  const before = await countDocuments();
  const one = async (sender: FuzzSender, index: number, of: FuzzCase) => {
    const answer = await sender.send(of.body, of.headers);
    result.statuses[answer.status] = (result.statuses[answer.status] ?? 0) + 1;
    const problem = problemOf(answer);
    if (problem !== null) result.broken.push({ index, kind: of.kind, problem });
  };
  await Promise.all(senders.map(async (sender, place) => {
    for (let index = place; index < cases; index += senders.length) await one(sender, index, fuzzCase(seed, index, sender.host));
  }));
  result.grown = (await countDocuments()) - before;
  const accepted = result.statuses[202] ?? 0;
  if (result.grown !== accepted) result.broken.push({ index: -1, kind: "all", problem: `${accepted} answers are 202 and ${result.grown} documents are kept` });
  return result;
}
