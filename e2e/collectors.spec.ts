import { expect, test, type APIRequestContext } from "@playwright/test";
import { violations } from "./support";

async function enrolled(request: APIRequestContext, code: string, name: string) {
  const answer = await request.post("/api/v1/collectors/enrol", { data: { code, kind: "host", name, installId: crypto.randomUUID(), version: "1.0.0", psVersion: "5.1", language: "de-DE", elevated: true } });
  expect(answer.status()).toBe(201);
  return await answer.json() as { collectorId: string; token: string; state: string };
}

test("a code is made, shown once with a command for each way, used by a machine, approved, and the collector appears", async ({ page, request }) => {
  await page.goto("/collectors/add");
  expect(await violations(page)).toEqual([]);
  await page.getByLabel("Scope").fill("Rome, production");
  await page.getByLabel("Uses").fill("2");
  await page.getByRole("button", { name: "Make the code" }).click();
  const code = await page.locator("[data-enrolment-code] code").textContent() ?? "";
  expect(code).toMatch(/^qec_/);
  expect(await violations(page)).toEqual([]);
  for (const way of ["here", "cluster", "list"]) await expect(page.locator(`[data-way="${way}"] code`)).toContainText(`'${code}'`);
  await expect(page.locator('[data-way="deployment"] code')).not.toContainText(code);

  const name = `HV-E2E-${Date.now()}`;
  const { collectorId, token, state } = await enrolled(request, code, name);
  expect(state).toBe("pending");
  await page.goto("/collectors");
  await expect(page.locator("body")).not.toContainText(code);
  const row = page.locator(`[data-collector="${collectorId}"]`);
  await expect(row).toContainText("Waits for approval");
  await row.getByRole("button", { name: `Approve ${name}` }).click();
  await page.getByRole("dialog", { name: "Approve this collector?" }).getByRole("button", { name: "Approve" }).click();
  await expect(row).toHaveAttribute("data-standing", "silent");

  const refused = await request.post("/api/v1/inventories", { headers: { authorization: `Bearer ${token}` }, data: { schema: "quiesce.inventory/2", header: {}, hosts: [] } });
  expect(refused.status()).toBe(422);
  // Refused is not silent: without being asked, the open page says so.
  await expect(row).toHaveAttribute("data-standing", "refused", { timeout: 45_000 });
  await row.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.locator(".note").first()).toContainText("1 document refused");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("table", { name: "Refused bodies, newest first" }).getByRole("link").first().click();
  await expect(page.locator(".code code").first()).toContainText("quiesce.inventory/2");
  expect(await violations(page)).toEqual([]);
});

test("a token is rotated and shown once, a collector renamed and revoked", async ({ page, request }) => {
  const made = await (await request.post("/api/v1/collectors", { data: { kind: "host", name: "HV-ROTATED" } })).json() as { collectorId: string };
  await page.goto(`/collectors/${made.collectorId}`);
  await page.getByRole("button", { name: /^Rotate/ }).click();
  const dialog = page.getByRole("dialog", { name: "Give it a new token?" });
  await dialog.getByRole("button", { name: "Rotate" }).click();
  await expect(dialog.locator("[data-token] code")).toHaveText(/^qsc_/);
  await dialog.getByRole("button", { name: "Done, it is kept" }).click();
  await expect(page.locator("[data-token]")).toHaveCount(0);

  await page.getByRole("button", { name: /^Rename/ }).click();
  await page.getByRole("dialog", { name: "Rename this collector?" }).getByLabel("Name").fill("HV-RENAMED");
  await page.getByRole("dialog", { name: "Rename this collector?" }).getByRole("button", { name: "Rename" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("HV-RENAMED");

  await page.getByRole("button", { name: /^Revoke/ }).click();
  await page.getByRole("dialog", { name: "Revoke this collector?" }).getByRole("button", { name: "Revoke" }).click();
  await expect(page.locator(".facts").first()).toContainText("Revoked");
  await expect(page.getByRole("button", { name: /^Rotate/ })).toHaveCount(0);
});

test("a management server asks for hosts, and each is approved or refused", async ({ page, request }) => {
  const made = await (await request.post("/api/v1/collectors", { data: { kind: "management-server", name: "VMM-E2E", hosts: ["hv-listed"] } })).json() as { collectorId: string };
  await page.goto(`/collectors/${made.collectorId}`);
  const hosts = page.getByRole("table", { name: "Hosts that it speaks for" });
  await hosts.getByRole("button", { name: "Refuse hv-listed" }).click();
  await expect(hosts).toContainText("Refused");
  await hosts.getByRole("button", { name: "Approve hv-listed" }).click();
  await expect(hosts).toContainText("Approved");
});

test("a hundred collectors and more: the list is paged, a name finds its own, and the numbers of the tabs follow", async ({ page, request }) => {
  const mark = `paged-${Date.now()}`;
  for (let number = 0; number < 101; number += 1) await request.post("/api/v1/collectors", { data: { kind: "host", name: `${mark}-${String(number).padStart(3, "0")}` } });
  await page.goto("/collectors");
  const rows = page.getByRole("table", { name: "Collectors, worst first" }).locator("tbody tr");
  await expect(rows).toHaveCount(100);
  await page.getByLabel("Name contains").fill(mark);
  await page.getByLabel("Name contains").press("Enter");
  await expect(page.locator("[data-collectors]")).toHaveText("101 collectors match, page 1 of 2");
  await expect(page.locator('[data-view="silent"] .n')).toHaveText("101");
  await page.getByRole("link", { name: "Next 100" }).click();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(`${mark}-100`);
  expect(await violations(page)).toEqual([]);
});
