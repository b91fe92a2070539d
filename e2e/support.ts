import fs from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";

const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeRun {
  violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
}

/** Waits until the page has arrived: its title, its heading, no skeleton. */
export async function settled(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/\S/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** Opens the disclosures of the page and returns its axe violations as text, one line each. */
export async function violations(page: Page): Promise<string[]> {
  await settled(page);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) if (!details.classList.contains("menu")) details.open = true;
  });
  await page.evaluate(axeSource);
  const run: AxeRun = await page.evaluate("window.axe.run(document)");
  return run.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ""}`).join(" | ")}`);
}

/** How far the page is wider than its window, in pixels. */
export async function sideways(page: Page): Promise<number> {
  await settled(page);
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Brings the synthetic estate in through the page, unless something is there already. */
export async function loadSyntheticEstate(page: Page): Promise<void> {
  await page.goto("/");
  const button = page.getByRole("button", { name: "Load a synthetic estate" });
  const sentence = page.locator("#say");
  await expect(button.or(sentence)).toBeVisible();
  if (await button.isVisible()) {
    // The open page shows what is judged so far before the last of it is.
    const loaded = page.waitForResponse((answer) => answer.url().endsWith("/api/v1/imports/synthetic"), { timeout: 60_000 });
    await button.click();
    expect((await loaded).status()).toBe(201);
    await page.goto("/");
    await expect(sentence).toBeVisible();
  }
}

/** The number of VMs that the list on screen says it shows. */
export async function shownCount(page: Page): Promise<number> {
  const said = page.locator("[data-count]");
  await expect(said).toBeVisible();
  return Number(await said.getAttribute("data-count"));
}

/** The address of the first VM of a verdict, found through the list. */
export async function openFirstVm(page: Page, query: string): Promise<void> {
  await page.goto(`/vms?${query}`);
  await page.locator("tbody [data-open]").first().click();
  await page.waitForURL(/\/vms\/[0-9a-f-]{36}$/);
  await settled(page);
}

interface Door {
  href: string;
  says: number;
}

/** Links to lists whose own text is a count. */
export async function doors(page: Page, within: string): Promise<Door[]> {
  const found = await page.locator(`${within} a[href^="/vms"]`).evaluateAll((links) => links.map((link) => ({
    href: link.getAttribute("href") ?? "", text: (link.querySelector(".n") ?? link.querySelector("b") ?? link).textContent ?? "",
  })));
  return found.filter((of) => /^[+\d,]+( VMs?)?( ready)?$/.test(of.text.trim())).map((of) => ({ href: of.href, says: Number(of.text.replaceAll(/[^\d]/g, "")) }));
}
