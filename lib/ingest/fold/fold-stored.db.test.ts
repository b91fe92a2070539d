import { createHash, randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { canonicalContent } from "@/lib/inventory/canonical";
import type { Inventory } from "@/lib/inventory/document";
import { DEFAULT_POLICY } from "@/lib/judge/policy";
import { settingsFor } from "@/lib/judge/settings";
import { foldStored } from "./accept-document";
import { packDocument } from "../keep/read-ahead";
import { writing } from "./state";
import { storeDocument } from "../keep/store-document";
import { accept, aDocument, clear, minutesAgo, NOW, snapshot } from "../testing";

beforeEach(clear);
const context = { settings: settingsFor(DEFAULT_POLICY), now: NOW };
const sha = (text: string | Buffer) => createHash("sha256").update(text).digest("hex");

async function store(inventory: Inventory, collectedAt: string): Promise<string> {
  const id = randomUUID();
  const packed = await packDocument({ inventory, faults: [], dropped: 0, digest: sha(canonicalContent(inventory).text) });
  const at = new Date(NOW).toISOString();
  await writing(pool(), (client) => storeDocument(client, packed,
    { id, importId: null, collectorId: null, fileName: "", fileSha: "", kind: "quiesce", collectedAt, receivedAt: at, effectiveAt: collectedAt },
  ));
  return id;
}

test("a stored document is folded as an imported one is, once; one that is not there folds to nothing", async () => {
  const document = aDocument({ host: "HV1", at: minutesAgo(10), vms: ["A", "B"] });
  await accept([document]);
  const imported = await snapshot();
  await clear();
  const id = await store(document, minutesAgo(10));
  expect((await pool().query(`SELECT 1 FROM "Vm"`)).rowCount).toBe(0);
  expect(await foldStored(pool(), id, context)).toMatchObject([{ name: "HV1" }]);
  expect(await snapshot()).toEqual(imported);
  expect((await pool().query(`SELECT "foldedAt" FROM "Document"`)).rows).toEqual([{ foldedAt: new Date(NOW) }]);
  expect(await foldStored(pool(), id, context)).toEqual([]);
  expect(await foldStored(pool(), randomUUID(), context)).toEqual([]);
  expect(await snapshot()).toEqual(imported);
});
