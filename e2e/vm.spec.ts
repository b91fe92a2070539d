import { expect, test } from "@playwright/test";
import { documentOf } from "@/lib/inventory/synthetic/host-document";
import { loadSyntheticEstate, openFirstVm, sideways, violations } from "./support";

test.beforeEach(async ({ page }) => loadSyntheticEstate(page));

test("a VM that fails says why first, and its fix is copied exactly as shown", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openFirstVm(page, "class=not-live");
  await expect(page.getByRole("region", { name: "Verdict", exact: true })).toBeVisible();
  const first = page.locator("details.finding").first();
  await expect(first).toHaveAttribute("open", "");
  const block = page.locator(".fix .code").first();
  const code = await block.locator("code").textContent();
  await block.getByRole("button").click();
  await expect(block.getByRole("button")).toContainText("Copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
  await expect(block.getByRole("button")).toContainText("Copy");
});

test("an unknown VM is hollow and offers the read-only command that settles it", async ({ page }) => {
  await openFirstVm(page, "class=unknown");
  await expect(page.locator(".answer.unknown .vb.is-unknown")).toBeVisible();
  const missing = page.getByRole("region", { name: "What is missing, and how to learn it" });
  await expect(missing.locator(".code code").first()).not.toBeEmpty();
  await expect(page.locator("details.finding.is-unknown[open]").first().getByText("Not read", { exact: true })).toBeVisible();
});

test("a VM that is off has no score, and what would happen if it ran stands apart", async ({ page }) => {
  await openFirstVm(page, "class=offline");
  await expect(page.getByText("No score")).toBeVisible();
});

test("shows seven steps, the other rule set and the raw document", async ({ page, request }) => {
  await openFirstVm(page, "class=ready");
  await expect(page.locator(".chain > li")).toHaveCount(7);
  await expect(page.locator(".chain > li.decides, .chain > li.dec")).toHaveCount(1);
  await expect(page.getByRole("heading", { name: "Other rule set" })).toBeVisible();
  const raw = await page.getByRole("link", { name: "Raw document" }).getAttribute("href");
  expect((await request.get(raw ?? "")).status()).toBe(200);
});

test("page and API give the same verdict and score", async ({ page, request }) => {
  await openFirstVm(page, "class=weaker");
  const id = page.url().split("/").at(-1) ?? "";
  const vm = await (await request.get(`/api/v1/vms/${id}`)).json() as { score: { low: number; high: number }; verdict: { because: string } };
  await expect(page.locator(".because")).toHaveText(vm.verdict.because);
  const { low, high } = vm.score;
  await expect(page.locator(".score b")).toHaveText(low === high ? String(low) : `${low} to ${high}`);
});

test("a VM that is not there is a 404 that leads on", async ({ page }) => {
  for (const id of ["00000000-0000-4000-8000-000000000000", "nonsense"]) {
    expect((await page.goto(`/vms/${id}`))?.status(), id).toBe(404);
  }
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("the address of a VM that is gone says since when, and where it was", async ({ page, request }) => {
  const host = `HV-GONE-${Date.now()}`;
  const send = async (hoursAgo: number, vms: string[]) => {
    const document = documentOf({ name: host, release: "2022", vms: vms.map((name) => ({ name })) }, new Date(Date.now() - hoursAgo * 3_600_000).toISOString());
    const answer = await request.post("/api/v1/imports?name=gone.json", { headers: { "content-type": "application/json" }, data: JSON.stringify(document) });
    expect(answer.status()).toBe(201);
    return (await answer.json() as { id: string }).id;
  };
  const first = await send(30, ["leaves", "stays"]);
  const { items } = await (await request.get("/api/v1/vms?q=leaves")).json() as { items: { id: string }[] };
  const second = await send(26, ["stays"]);
  expect((await request.get(`/api/v1/vms/${items[0]?.id ?? ""}`)).status()).toBe(410);
  await page.goto(`/vms/${items[0]?.id ?? ""}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("leaves");
  await expect(page.locator(".note")).toContainText(/^Gone since .* Complete listings of HV-GONE-/);
  await expect(page.getByRole("region", { name: "Where it was" }).getByRole("link", { name: host })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 900 });
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  for (const id of [second, first]) expect((await request.delete(`/api/v1/imports/${id}`)).ok()).toBe(true);
});
