import { expect, test } from "@playwright/test";
import { loadSyntheticEstate } from "./support";

test.beforeEach(async ({ page }) => loadSyntheticEstate(page));

test("a broken file costs only itself and its account names the place", async ({ page }) => {
  await page.goto("/imports");
  await page.locator("input[data-files]").setInputFiles([
    { name: "cut-off.json", mimeType: "application/json", buffer: Buffer.from('{"schema": "quiesce.inventory/1", "header": {"documentId": "x') },
    { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("not an inventory") },
  ]);
  await expect(page.locator("[data-imported]")).toContainText("2 refused");
  const refused = page.locator('tr[data-result="refused"]');
  await expect(refused.filter({ hasText: "cut-off.json" })).toBeVisible();
  await expect(refused.filter({ hasText: "notes.txt" })).toBeVisible();
});

test("an import is removed after one question, and the estate follows", async ({ page, request }) => {
  await page.goto("/imports");
  const before = await (await request.get("/api/v1/vms/count")).json() as { count: number };
  expect(before.count).toBeGreaterThan(0);
  const row = page.locator("tr[data-import]").filter({ hasText: "synthetic" }).first();
  await row.getByRole("button", { name: /^Remove/ }).click();
  const question = page.getByRole("dialog", { name: "Remove this import?" });
  await question.getByRole("button", { name: "Keep" }).click();
  await expect(question).toBeHidden();
  await row.getByRole("button", { name: /^Remove/ }).click();
  await question.getByRole("button", { name: "Remove" }).click();
  await expect(question).toBeHidden();
  await expect.poll(async () => (await (await request.get("/api/v1/vms/count")).json() as { count: number }).count).toBeLessThan(before.count);
});

test("the empty estate leads to the import and to the synthetic estate", async ({ page }) => {
  await page.goto("/imports");
  await expect(page.getByRole("table", { name: "Imports, newest first" })).toBeVisible();
  for (const remove = page.getByRole("button", { name: /^Remove/ }); await remove.count() > 0;) {
    const rows = await remove.count();
    await remove.first().click();
    await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
    await expect.poll(async () => remove.count()).toBeLessThan(rows);
  }
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "No inventory yet" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "Import files" })).toBeVisible();
  await loadSyntheticEstate(page);
  await expect(page.getByText("Synthetic data is loaded.")).toBeVisible();
});
