import { beforeEach, expect, test } from "vitest";
import { listCollectors } from "@/lib/collectors/reads";
import { pool } from "@/lib/db/client";
import { type FuzzSender, runFuzz } from "@/lib/ingest/door/fuzz";
import { clearDoor, counts, hostCollector, request } from "@/lib/ingest/door/testing";
import { POST } from "./route";

beforeEach(clearDoor);

/** As many as a hundred thousand by the environment variable FUZZ_CASES; the seed by FUZZ_SEED. */
const CASES = Number(process.env["FUZZ_CASES"] ?? 10_000);
const SEED = Number(process.env["FUZZ_SEED"] ?? 1);

async function senderOf(host: string): Promise<FuzzSender> {
  const { token } = await hostCollector(host);
  return {
    host,
    send: async (body, headers) => {
      const answer = await POST(request(token, new Uint8Array(body), headers), undefined);
      return { status: answer.status, text: await answer.text() };
    },
  };
}

test(`${CASES} bodies of any kind: only documented statuses, never 5xx, rows grow only on 202, quarantine stays bounded`, async () => {
  const senders = await Promise.all(["HV1", "HV2", "HV3", "HV4"].map(senderOf));
  const result = await runFuzz({ cases: CASES, seed: SEED, senders, countDocuments: async () => (await counts()).documents });
  expect(result.broken.slice(0, 5)).toEqual([]);
  for (const status of [202, 400, 415, 422]) expect(result.statuses[status], `answers ${status}`).toBeGreaterThan(0);
  expect((await counts()).quarantined).toBeLessThanOrEqual(80);
  expect((await listCollectors(pool())).map(({ hostName }) => hostName).sort()).toEqual(["HV1", "HV2", "HV3", "HV4"]);
}, 60_000 + CASES * 40);
