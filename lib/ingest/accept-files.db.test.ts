import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { DEFAULT_POLICY } from "@/lib/judge/policy";
import { acceptFiles } from "./accept-files";

const capture = path.resolve(import.meta.dirname, "../../../shared/data/scvmm-lab/inventory.json");

test.skipIf(!existsSync(capture))("the SCVMM capture: 28 VMs, none ready, 18 offline", async () => {
  const account = await acceptFiles(pool(), [{ name: "inventory.json", bytes: readFileSync(capture) }], { via: "api", policy: DEFAULT_POLICY, now: Date.now() });
  console.log(JSON.stringify({ ...account, files: account.files.map((file) => ({ ...file, ignored: file.ignored.length })) }, null, 1).slice(0, 3000));
  expect(account.vms).toBe(28);
  const { rows } = await pool().query(`SELECT "class", count(*)::int AS n FROM "Vm" GROUP BY 1 ORDER BY 1`);
  console.log(rows);
});
