import { expect, test } from "@playwright/test";
import { syntheticEstate } from "@/lib/inventory/synthetic/estate";
import { sideways } from "./support";

const NAMES = [
  "<script>document.title='owned'</script>", "=cmd|' /C calc'!A0", "'; Remove-VM *; '", "\u202Eevil\u202C ירושלים", "🐘 elephant", "x".repeat(300), "constructor",
];

test("odd names are shown as they are, escape nothing and stretch nothing", async ({ page, request }) => {
  const [estate] = syntheticEstate(new Date().toISOString()).filter((of) => (of.hosts[0]?.vms.length ?? 0) > 0);
  const host = estate?.hosts[0];
  const model = host?.vms[0];
  if (estate === undefined || host === undefined || model === undefined) throw new Error("The synthetic estate has no VM.");
  const document = {
    ...estate, clusters: [], header: { ...estate.header, documentId: `odd-${Date.now()}` },
    hosts: [{
      ...host, name: "HV-ODD", fqdn: "hv-odd.test", installId: "odd-names", hardwareUuid: null, clusterName: null, clusterId: null, isClusterNode: false,
      vms: NAMES.map((name, index) => ({ ...model, name, isClustered: false, id: `0dd00000-0000-4000-8000-${String(index).padStart(12, "0")}` })),
    }],
  };
  const sent = await request.post("/api/v1/imports?name=odd.json", { headers: { "content-type": "application/json" }, data: JSON.stringify(document) });
  expect(sent.status()).toBe(201);

  const { items } = await (await request.get("/api/v1/vms?limit=500")).json() as { items: { id: string; name: string; host: { name: string } }[] };
  const odd = items.filter((of) => of.host.name === "HV-ODD");
  expect(odd.map((of) => of.name).sort()).toEqual([...NAMES].sort());
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/vms?limit=500");
    await expect(page.locator("tbody [data-open]").first()).toBeVisible();
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    for (const vm of odd) {
      await page.goto(`/vms/${vm.id}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(vm.name);
      await expect(page.locator("h1 bdi")).toHaveCount(1);
      expect(await sideways(page), vm.name).toBeLessThanOrEqual(0);
      expect(await page.title()).not.toBe("owned");
    }
  }
  const { items: imports } = await (await request.get("/api/v1/imports")).json() as { items: { id: string; names: string[] }[] };
  const own = imports.find((of) => of.names.includes("odd.json"));
  expect((await request.delete(`/api/v1/imports/${own?.id ?? ""}`)).ok()).toBe(true);
});
