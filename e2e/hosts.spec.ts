import { expect, test } from "@playwright/test";
import { loadSyntheticEstate, shownCount, violations } from "./support";

test.beforeEach(async ({ page }) => loadSyntheticEstate(page));

test("states add up, each tab shows its hosts, and words narrow the list", async ({ page }) => {
  await page.goto("/hosts");
  const tabs: Record<string, number> = await page.locator("[data-view]").evaluateAll((links) => Object.fromEntries(links.map((link) => [link.getAttribute("data-view"), Number(link.querySelector(".n")?.textContent)])));
  const { all, ...states } = tabs;
  expect(Object.values(states).reduce((sum, of) => sum + of, 0)).toBe(all);
  await expect(page.locator("tr[data-host]")).toHaveCount(all ?? 0);
  await page.locator('[data-view="silent"]').click();
  await expect(page).toHaveURL(/state=silent/);
  await expect(page.locator('tr[data-state="silent"]')).toHaveCount(tabs["silent"] ?? 0);
  await page.goto("/hosts?q=HV-22");
  await expect(page.locator("tr[data-host]")).toHaveCount(1);
  await page.goto("/hosts?q=no-host-has-this-name");
  await expect(page.getByRole("heading", { name: "No host matches" })).toBeVisible();
});

test("a host's counts open exactly its VMs, and it says what it is known by and where its facts come from", async ({ page }) => {
  await page.goto("/hosts?q=HV-22-1");
  await page.locator("tr[data-host]").getByRole("link", { name: "HV-22-1" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("HV-22-1");
  const doors = await page.locator('main a[href^="/vms?"]').evaluateAll((links) => links.map((link) => ({ href: link.getAttribute("href") ?? "", text: (link.querySelector(".n") ?? link).textContent ?? "" })));
  const numbers = doors.filter((of) => /^[+\dA-Z][\w ,+]*\d?/.test(of.text) && /\d/.test(of.text));
  expect(numbers.length).toBeGreaterThan(2);
  for (const { href, text } of numbers) {
    await page.goto(href);
    expect(await shownCount(page), href).toBe(Number(text.replaceAll(/[^\d]/g, "")));
  }
});

test("a host that is not there is a 404 that leads on", async ({ page }) => {
  expect((await page.goto("/hosts/00000000-0000-4000-8000-000000000000"))?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("an open page says within seconds that the database is away, and reads itself again when it is back", async ({ page }) => {
  await page.goto("/");
  await expect(page.locator("#say")).toBeVisible();
  await page.route("**/api/v1/status", (route) => route.fulfill({ status: 503, contentType: "application/problem+json", body: "{}" }));
  await expect(page.getByRole("alert").filter({ hasText: "The database does not answer." })).toBeVisible();
  await expect(page.locator("main")).toHaveClass(/is-past/);
  expect(await violations(page)).toEqual([]);
  await page.unroute("**/api/v1/status");
  await expect(page.locator("main")).not.toHaveClass(/is-past/);
});

test("an open page takes in what another sends, without being asked", async ({ page, request }) => {
  await page.goto("/hosts");
  const name = `HV-OPEN-${Date.now()}`;
  const sent = await request.post("/api/v1/imports?name=open.json", {
    headers: { "content-type": "application/json" },
    data: JSON.stringify({ schema: "quiesce.inventory/1", header: { documentId: name, finishedAt: new Date().toISOString(), synthetic: true }, origin: { kind: "host" }, hosts: [{ name, vms: [] }] }),
  });
  expect(sent.ok()).toBe(true);
  await expect(page.locator("tr[data-host]").filter({ hasText: name })).toBeVisible({ timeout: 30_000 });
  const { id } = await sent.json() as { id: string };
  expect((await request.delete(`/api/v1/imports/${id}`)).ok()).toBe(true);
  await expect(page.locator("tr[data-host]").filter({ hasText: name })).toHaveCount(0, { timeout: 30_000 });
});
