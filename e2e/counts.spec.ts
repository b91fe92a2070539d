import { expect, test } from "@playwright/test";
import { doors, loadSyntheticEstate, shownCount } from "./support";

test.describe.configure({ timeout: 180_000 });
test.beforeEach(async ({ page }) => loadSyntheticEstate(page));

test("each count of the estate page opens exactly that many VMs", async ({ page }) => {
  const all = await doors(page, "main");
  expect(all.length).toBeGreaterThan(20);
  for (const { href, says } of new Map(all.map((of) => [of.href, of])).values()) {
    await page.goto(href);
    expect(await shownCount(page), href).toBe(says);
  }
});

test("the four classes add up to the running VMs, all six to the total", async ({ page }) => {
  await page.goto("/vms");
  const total = await shownCount(page);
  const views = await page.locator("[data-view]").evaluateAll((links) => Object.fromEntries(links.map((link) => [link.getAttribute("data-view"), Number(link.querySelector(".n")?.textContent?.replaceAll(",", ""))])));
  const sum = (...ids: string[]) => ids.reduce((of, id) => of + (views[id] ?? Number.NaN), 0);
  expect(sum("ready", "weaker", "not-live", "unknown", "offline", "excluded")).toBe(total);
  expect(views["all"]).toBe(total);
  expect(sum("weaker", "not-live", "unknown")).toBe(views["not-ready"]);
  await page.goto("/");
  const running = await page.locator("#say a").nth(1).textContent();
  expect(Number(running?.replaceAll(",", ""))).toBe(sum("ready", "weaker", "not-live", "unknown"));
});

test("page, API, count and CSV show the same VMs", async ({ page, request }) => {
  await page.goto("/vms?class=weaker&class=not-live&class=unknown");
  const shown = await shownCount(page);
  const list = await (await request.get("/api/v1/vms?class=weaker&class=not-live&class=unknown&limit=500")).json() as { items: { name: string }[] };
  const counted = await (await request.get("/api/v1/vms/count?class=weaker&class=not-live&class=unknown")).json() as { count: number };
  const csv = await (await request.get("/api/v1/vms.csv?class=weaker&class=not-live&class=unknown")).text();
  expect(list.items.length).toBe(shown);
  expect(counted.count).toBe(shown);
  expect(csv.trim().split(/\r?\n/).length - 1).toBe(shown);
  const names = await page.locator("tbody [data-open]").evaluateAll((links) => links.map((link) => link.getAttribute("title")));
  expect(names).toEqual(list.items.slice(0, names.length).map((of) => of.name));
});

test("each count of the requirements page opens exactly that many VMs", async ({ page }) => {
  await page.goto("/requirements");
  const all = await doors(page, "main");
  expect(all.length).toBeGreaterThan(10);
  for (const { href, says } of all.slice(0, 30)) {
    await page.goto(href);
    expect(await shownCount(page), href).toBe(says);
  }
});
