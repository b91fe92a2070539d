import { expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import type { VmDetail } from "@/lib/estate/contract";
import { aDocument, clear, minutesAgo } from "@/lib/ingest/testing";
import { arrive, sequenced } from "@/lib/ingest/order/testing-arrivals";
import { GET } from "./route";

test("a VM that two nodes list shows the verdict of its list, with the facts that lead to it", async () => {
  await clear();
  const told = (host: string, minutes: number, checkpointType: string) => arrive({
    sender: host, inventory: sequenced(aDocument({
      host, cluster: "CL", at: minutesAgo(minutes), vms: ["A"], vm: (vm) => { vm.checkpointType = checkpointType; }, bend: (_, inventory) => { for (const cluster of inventory.clusters) cluster.roles = null; },
    }), 1),
  });
  await told("N1", 50, "Production");
  await told("N2", 40, "Disabled");
  const { rows } = await pool().query<{ id: string; class: string; verdict: string; decidedBy: string; contested: boolean }>(`SELECT "id", "class", "verdict", "decidedBy", "contested" FROM "Vm"`);
  expect(rows).toMatchObject([{ class: "weaker", decidedBy: "checkpoint-type", contested: true }]);
  const id = rows[0]?.id ?? "";
  const answer = await GET(new Request(`http://localhost:3000/api/v1/vms/${id}`, { headers: { host: "localhost:3000" } }), { params: Promise.resolve({ id }) });
  const vm = await answer.json() as VmDetail;
  expect(vm.verdict).toMatchObject({ class: "weaker", verdict: rows[0]?.verdict, decidedBy: "checkpoint-type" });
  expect(vm.facts.vm.checkpointType).toBe("Disabled");
});
