import { createHash, randomUUID } from "node:crypto";
import { deflateRawSync, gunzipSync } from "node:zlib";
import { beforeEach, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { unpackJson } from "@/lib/db/kept-parts";
import { type Beside, unlike } from "@/lib/inventory/beside";
import { canonicalContent } from "@/lib/inventory/canonical";
import type { Inventory } from "@/lib/inventory/document";
import { eachVolatile, splitDocument } from "@/lib/inventory/volatile";
import { readKept } from "./kept-document";
import { packDocument } from "./read-ahead";
import { writing } from "../fold/state";
import { storeDocument } from "./store-document";
import { aDocument, clear, minutesAgo, NOW } from "../testing";

beforeEach(clear);

async function store(inventory: Inventory): Promise<string> {
  const id = randomUUID();
  const packed = await packDocument({ inventory, faults: [], dropped: 0, digest: createHash("sha256").update(canonicalContent(inventory).text).digest("hex") });
  const at = new Date(NOW).toISOString();
  await writing(pool(), (client) => storeDocument(client, packed, { id, importId: null, collectorId: null, fileName: "", fileSha: "", kind: "quiesce", collectedAt: at, receivedAt: at, effectiveAt: at }));
  return id;
}

/** Documents of one host that differ in header and volatile facts only; some of these have no value. */
function hourly(hours: number): Inventory {
  const inventory = aDocument({ host: "HV1", at: minutesAgo(60), vms: ["A", "B", "C"] });
  inventory.header = { ...inventory.header, documentId: `hour ${hours}` };
  let place = hours;
  eachVolatile(inventory, (record, fact) => {
    place += 1;
    if (place % 5 === 0) record[fact] = null;
    else if (typeof record[fact] === "number") record[fact] = place * (place % 2 === 0 ? 4096 : 977);
  });
  return JSON.parse(JSON.stringify(inventory)) as Inventory;
}

test("documents of one content are kept by what differs, and each is read as it was; also one whose content nothing is compared with", async () => {
  const documents = [3, 2, 1].map(hourly);
  const [first, second] = documents;
  const ids: string[] = [];
  for (const document of documents) ids.push(await store(document));
  expect((await pool().query(`SELECT 1 FROM "Content"`)).rowCount).toBe(1);
  for (const [place, id] of ids.entries()) expect(await readKept(pool(), id)).toEqual(documents[place]);
  const kept = await pool().query(`SELECT 1 FROM "Document" WHERE "beside" IS NOT NULL AND "header" IS NULL AND "volatile" IS NULL`);
  expect(kept.rowCount).toBe(3);
  await clear();
  await store(first ?? hourly(3));
  await pool().query(`DELETE FROM "Document"`);
  await pool().query(`UPDATE "Content" SET "likeness" = NULL`);
  expect(await readKept(pool(), await store(second ?? hourly(2)))).toEqual(second);
});

test("a document of the release that kept the numbers in the JSON is read as it was", async () => {
  await store(hourly(3));
  const later = hourly(2);
  const id = await store(later);
  const { header, volatile } = splitDocument(later);
  const { rows } = await pool().query<{ likeness: Buffer }>(`SELECT "likeness" FROM "Content"`);
  const likeness = rows[0]?.likeness ?? Buffer.alloc(0);
  const before = deflateRawSync(JSON.stringify(unlike({ header, volatile }, unpackJson(likeness) as Beside)), { level: 9, dictionary: gunzipSync(likeness) });
  await pool().query(`UPDATE "Document" SET "beside" = $2 WHERE "id" = $1`, [id, before]);
  expect(await readKept(pool(), id)).toEqual(later);
});
