import { expect, test } from "@playwright/test";
import { COLUMNS } from "@/lib/estate/filters";
import { loadSyntheticEstate, openFirstVm, sideways, violations } from "./support";

const WIDE_LIST = `/vms?${COLUMNS.map((id) => `columns=${id}`).join("&")}`;
const PAGES = ["/", "/vms", WIDE_LIST, "/vms?q=nothing-has-this-name", "/requirements", "/requirements/ic-vss-offered", "/imports", "/hosts", "/hosts?q=nothing-has-this-name", "/collectors", "/collectors/add", "/sign-in"];
const LOOKS = [
  { width: 1440, theme: "light" }, { width: 1440, theme: "dark" }, { width: 390, theme: "light" }, { width: 390, theme: "dark" },
] as const;

for (const { width, theme } of LOOKS) {
  test(`no axe violation at ${width} px, ${theme}`, async ({ page }) => {
    test.setTimeout(180_000);
    await loadSyntheticEstate(page);
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: theme });
    for (const path of PAGES) {
      await page.goto(path);
      expect(await violations(page), path).toEqual([]);
    }
    await page.goto("/hosts");
    await page.locator("tr[data-host] a").first().click();
    await page.waitForURL(/\/hosts\/[0-9a-f-]{36}$/);
    expect(await violations(page), "host").toEqual([]);
    for (const of of ["not-live", "unknown", "ready", "offline"]) {
      await openFirstVm(page, `class=${of}`);
      expect(await violations(page), of).toEqual([]);
    }
  });
}

test("nothing scrolls sideways from 320 px to 4K", async ({ page }) => {
  test.setTimeout(180_000);
  await loadSyntheticEstate(page);
  await openFirstVm(page, "class=not-live");
  const vm = new URL(page.url()).pathname;
  for (const width of [320, 360, 390, 820, 821, 1180, 1440, 3840]) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of [...PAGES, vm]) {
      await page.goto(path);
      expect(await sideways(page), `${path} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
});

test("the theme is chosen by hand, kept, and there before the first paint", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  await page.getByRole("button", { name: "Switch between light and dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const html = await (await page.request.get("/")).text();
  expect(html).toContain('data-theme="dark"');
});

test("by keyboard alone: skip link, palette, list, VM", async ({ page }) => {
  await loadSyntheticEstate(page);
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#content")).toBeFocused();

  await page.keyboard.press("Control+k");
  const words = page.getByRole("combobox", { name: "Find a VM, host or requirement" });
  await expect(words).toBeFocused();
  await words.fill("virtual machines");
  await expect(page.getByRole("option", { name: /Virtual machines/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/vms$/);

  await page.locator("tbody [data-open]").first().focus();
  await page.keyboard.press("j");
  const second = page.locator("tbody [data-open]").nth(1);
  await expect(second).toBeFocused();
  const name = await second.getAttribute("title") ?? "";
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);

  await page.keyboard.press("Control+k");
  await expect(words).toBeFocused();
  await words.fill(name);
  await expect(page.getByRole("option", { name: new RegExp(`List the .* VMs? whose name contains “${name}”`) })).toBeVisible();
  await expect(page.getByRole("option").first()).toContainText(name);
  await page.keyboard.press("Escape");
  await expect(words).toHaveCount(0);
});

test("every page says as of when", async ({ page }) => {
  await loadSyntheticEstate(page);
  for (const path of ["/", "/vms", "/requirements", "/requirements/ic-vss-offered", "/imports", "/hosts", "/collectors", "/collectors/add"]) {
    await page.goto(path);
    await expect(page.locator(".asof time"), path).toBeVisible();
  }
});
