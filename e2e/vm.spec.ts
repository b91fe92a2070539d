import { expect, test } from "@playwright/test";
import { loadSyntheticEstate, openFirstVm } from "./support";

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
