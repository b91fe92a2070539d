import http from "node:http";
import { type FuzzSender, runFuzz } from "@/lib/ingest/door/fuzz";
import { Lab } from "./lab";
import { inWords, type Situation, type Size } from "./situation";

const SENDERS = 4;
const casesOf = ({ short }: Size) => (short ? 300 : Number(process.env["FUZZ_CASES"] ?? 10_000));

/** Bytes exactly as they are, which `fetch` would not send with every header. */
function post(url: string, token: string, agent: http.Agent, body: Buffer, headers: Record<string, string>, signal: AbortSignal): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = http.request(`${url}/api/v1/inventories`, { method: "POST", agent, signal, headers: { ...headers, authorization: `Bearer ${token}`, "content-length": body.length } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => { resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString("utf8") }); });
    });
    request.on("error", reject);
    request.end(body);
  });
}

/** Seeded bodies of any kind over real HTTP; the environment variable FUZZ_CASES raises their number. */
export const fuzz: Situation = {
  name: "fuzz",
  title: "any JSON, bent documents, raw bytes, broken gzip",
  limitMinutes: (size) => 4 + casesOf(size) / 500,
  async run({ short, say, signal }) {
    const cases = casesOf({ short });
    const seed = Number(process.env["FUZZ_SEED"] ?? 1);
    const lab = await Lab.open();
    const agent = new http.Agent({ keepAlive: true, maxSockets: SENDERS });
    try {
      const senders: FuzzSender[] = [];
      for (let number = 1; number <= SENDERS; number += 1) {
        const host = `HV-FUZZ-${number}`;
        const { token } = await lab.call<{ token: string }>("/api/v1/collectors", "POST", { kind: "host", name: host });
        senders.push({ host, send: (body, headers) => post(lab.url, token, agent, body, headers, signal) });
      }
      const countDocuments = async () => (await lab.query<{ count: number }>(`SELECT count(*)::int AS "count" FROM "Document"`))[0]?.count ?? -1;
      const { statuses, broken, grown } = await runFuzz({ cases, seed, senders, countDocuments });
      for (const { index, kind, problem } of broken.slice(0, 10)) say(`fuzz case ${index} of seed ${seed}, ${kind}: ${problem}`);
      const told = Object.entries(statuses).map(([status, count]) => `${status}: ${inWords(count)}`).join(", ");
      const judged = await lab.judged(120_000, signal);
      return [{
        promise: "only documented statuses, never 5xx, rows grow only on 202",
        measured: `${inWords(cases)} bodies of seed ${seed} over HTTP: ${told}; ${inWords(grown)} documents more, ${judged === null ? "not all" : "all"} judged; ${broken.length} broke the promise`,
        kept: broken.length === 0 && judged !== null && cases > 0,
      }];
    } finally {
      agent.destroy();
      await lab.close();
    }
  },
};
