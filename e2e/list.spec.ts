import { expect, test } from "@playwright/test";
import { loadSyntheticEstate, shownCount } from "./support";

test.beforeEach(async ({ page }) => loadSyntheticEstate(page));

test("filters live in the address: chosen, taken back, reset, and restored by the browser's back", async ({ page }) => {
  await page.goto("/vms");
  const total = await shownCount(page);
  await page.locator('[data-view="ready"]').click();
  await expect(page).toHaveURL(/class=ready/);
  const ready = await shownCount(page);
  expect(ready).toBeLessThan(total);

  await page.getByText("Filter", { exact: true }).click();
  await page.locator('select[name="release"]').selectOption({ index: 1 });
  await expect(page).toHaveURL(/class=ready&release=/);
  await page.goBack();
  await expect(page).toHaveURL(/\?class=ready$/);
  await expect(page.locator("[data-count]")).toHaveAttribute("data-count", String(ready));
  await page.goForward();
  await page.getByRole("link", { name: /^Remove filter: Host version/ }).click();
  await expect(page.locator("[data-count]")).toHaveAttribute("data-count", String(ready));
  await page.getByRole("link", { name: "Reset" }).click();
  await expect(page).toHaveURL(/\/vms$/);
  await expect(page.locator("[data-count]")).toHaveAttribute("data-count", String(total));
});

test("the search applies while typing, keeps the other filters and survives a reload", async ({ page }) => {
  await page.goto("/vms");
  const name = await page.locator("tbody [data-open]").last().getAttribute("title") ?? "";
  await page.getByLabel("Name contains").fill(name);
  await expect(page).toHaveURL(/q=/);
  await expect(page.locator("tbody [data-open]").first()).toHaveAttribute("title", name);
  const found = await shownCount(page);
  await page.reload();
  expect(await shownCount(page)).toBe(found);
  await expect(page.getByLabel("Name contains")).toHaveValue(name);
});

test("sorts by a column and back, worst first by default", async ({ page }) => {
  await page.goto("/vms");
  await expect(page.locator("th[aria-sort]")).toHaveText(/Score/);
  await page.getByRole("columnheader", { name: "VM", exact: true }).getByRole("link").click();
  await expect(page).toHaveURL(/sort=name/);
  await expect(page.locator("th[aria-sort]")).toHaveText("VM");
  const ascending = await page.locator("tbody [data-open]").evaluateAll((links) => links.map((link) => link.getAttribute("title")));
  await page.getByRole("columnheader", { name: "VM", exact: true }).getByRole("link").click();
  await expect(page).toHaveURL(/direction=desc/);
  await expect(page.locator("tbody [data-open]").first()).not.toHaveAttribute("title", ascending[0] ?? "");
});

test("columns are chosen in the address", async ({ page }) => {
  await page.goto("/vms");
  await page.getByText("Columns", { exact: true }).click();
  await page.getByRole("checkbox", { name: "Cluster" }).check();
  await expect(page).toHaveURL(/columns=cluster/);
  await expect(page.getByRole("columnheader", { name: "Cluster" })).toBeVisible();
});

test("pages forward by the cursor without showing a VM twice", async ({ page }) => {
  const seen: (string | null)[] = [];
  await page.goto("/vms?limit=7");
  const total = await shownCount(page);
  for (;;) {
    seen.push(...await page.locator("tbody tr").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-vm"))));
    const next = page.getByRole("link", { name: /^Next/ });
    if (await next.count() === 0) break;
    const first = seen.at(-1) ?? "";
    await next.click();
    await expect(page.locator(`tr[data-vm="${first}"]`)).toHaveCount(0);
  }
  expect(new Set(seen).size).toBe(total);
  expect(seen.length).toBe(total);
});

test("says which filter to remove when nothing matches, and what an address holds that is no filter", async ({ page }) => {
  await page.goto("/vms?q=no-such-name-anywhere&class=ready&fliter=x");
  await expect(page.getByRole("heading", { name: "No VM matches these 2 filters" })).toBeVisible();
  await expect(page.getByText("“fliter”")).toBeVisible();
  await page.getByRole("link", { name: "Remove the filter “Name contains”" }).click();
  await expect.poll(() => shownCount(page)).toBeGreaterThan(0);
});
