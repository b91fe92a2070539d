import { expect, type Page } from "@playwright/test";
import { VERDICTS } from "@/collector/tests/fleet-verdicts";
import { shortWord } from "@/components/readiness/verdict-words";
import { REASON_WORDS } from "@/components/readiness/reason-words";
import { CLASSES, VERDICTS as VERDICT_IDS } from "@/lib/judge/judgement";
import { A_DAY_AGO, BROKEN_WMI, BY_WMI, documentOf, enrol, type Enrolled, FIRST_CONTRACT, GERMAN, type Member, readFleet, send, test } from "./fleet-app";
import { doors, settled, shownCount } from "./support";

const SCOPE = "Head office and branches";
const fleet = readFleet();
const enrolled = new Map<string, Enrolled>();
/** By host and VM: verdict, coverage, class; those of the first contract's host beside those of the stubbed fleet. */
const expected: Record<string, Record<string, string>> = { ...VERDICTS, [FIRST_CONTRACT]: { OLD01: "live-application, full, ready", OLD02: "live-filesystem, full, ready" } };
const flat = Object.entries(expected).flatMap(([host, vms]) => Object.entries(vms).map(([vm, text]) => ({ host, vm, text, class: text.split(", ")[2] ?? "" })));
const ofClass = (...classes: string[]) => flat.filter((of) => classes.includes(of.class)).length;

/** What the page of a VM with unknown facts has to say, in the words of the machine that could not read. */
const NO_WAY = "No way into the guest is set up: PowerShell Direct, WinRM, or the guest script";
const NO_ANSWER = "The guest did not answer";
const REASONS: Record<string, string[]> = {
  WMI01: ["The WMI repository is not consistent", "vssadmin.exe took more than 180 seconds"], DB01: [REASON_WORDS["other-node"].toLowerCase(), NO_WAY],
  CHK01: [NO_ANSWER], SHR01: [NO_ANSWER], GONE01: [NO_ANSWER], LEGACY01: ["It is not read over WMI", NO_WAY], VAULT01: ["A shielded VM blocks data exchange and PowerShell Direct"],
  LEGACY02: ["It is not read over WMI"],
  ...Object.fromEntries(["COMPTA", "FILE01", "GEN1", "RAW01", "MAIL01", "DARK01", "WEB01", "TILL01", "München ’Archiv’"].map((vm) => [vm, [NO_WAY]])),
};

test.describe.configure({ mode: "serial", timeout: 300_000 });

interface Row { host: string; vm: string; href: string; word: string; coverage: string }

/** The rows of the list of VMs as they stand on screen. */
async function listed(page: Page, query: string): Promise<Row[]> {
  await page.goto(`/vms?limit=200&columns=verdict&columns=host&columns=coverage&${query}`);
  await settled(page);
  if (await shownCount(page) === 0) return [];
  const heads = await page.locator("thead th").allInnerTexts();
  const [verdict, host, coverage] = ["Verdict", "Host", "Coverage"].map((head) => heads.findIndex((text) => text.trim() === head));
  return page.locator("tbody tr").evaluateAll((rows, at) => rows.map((row) => {
    const cell = (index: number | undefined) => row.querySelectorAll("td")[index ?? -1];
    const link = row.querySelector("[data-open]");
    return { host: cell(at.host)?.textContent ?? "", vm: link?.textContent ?? "", href: link?.getAttribute("href") ?? "", word: cell(at.verdict)?.querySelector(".v")?.textContent ?? "", coverage: cell(at.coverage)?.textContent ?? "" };
  }), { verdict, host, coverage });
}

/** A hand-written verdict as the list words it. */
function onScreen({ host, vm, text }: { host: string; vm: string; text: string }): string {
  const [said = "", coverage = ""] = text.split(", ");
  const verdict = VERDICT_IDS.find((id) => id === said.replace(/^at best /, ""));
  if (verdict === undefined) throw new Error(`${said} is no verdict.`);
  return `${host} ${vm}: ${shortWord({ verdict, atBest: said.startsWith("at best ") })}, ${coverage}`;
}

/** Makes a code through the page and takes it from the command that the page tells to paste. */
async function makeCode(page: Page, kind: Member["kind"]): Promise<string> {
  await page.getByLabel("Scope").fill(SCOPE);
  await page.getByLabel("Kind").selectOption(kind);
  await page.getByLabel("Uses").fill(String(fleet.filter((of) => of.kind === kind).length));
  await page.getByLabel("Let them in at once").check();
  await page.getByRole("button", { name: "Make the code" }).click();
  // The app of this test is reached by plain http, which hosts refuse.
  await expect(page.getByText("Hosts refuse this address")).toBeVisible();
  const command = await page.locator('[data-way="here"] code').textContent() ?? "";
  return /Register-QuiesceCollector -Server '[^']+' -Code '(qec_[^']+)'/.exec(command)?.[1] ?? "";
}

test("from an empty estate, 20 machines enrol with codes made on the page and send their inventories", async ({ page, request }) => {
  expect(fleet).toHaveLength(20);
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "No inventory yet" })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Add collectors" }).click();
  const codes = { host: await makeCode(page, "host"), "management-server": "" };
  await page.getByRole("button", { name: "Make another code" }).click();
  codes["management-server"] = await makeCode(page, "management-server");

  for (const of of fleet) {
    const one = await enrol(request, codes[of.kind], of);
    expect(one.state, of.name).toBe("active");
    enrolled.set(of.name, one);
    const document = documentOf(of, one, Date.now());
    if (of.name === BY_WMI) {
      // What a management server speaks for waits for a person's word.
      expect((await send(request, one, document)).status).toBe(403);
      await page.goto(`/collectors/${one.collectorId}`);
      const hosts = page.getByRole("table", { name: "Hosts that it speaks for" });
      await hosts.getByRole("button", { name: /^Approve/ }).click();
      await expect(hosts).toContainText("Approved");
    }
    const { status, body } = await send(request, one, document);
    // The first contract had the witness of the host's writer under another name, which is read past and told.
    expect([of.name, status, body.refused, body.ignored]).toEqual([of.name, 202, [], of.name === FIRST_CONTRACT ? ["/hosts/0/vms/0/hostWriterView"] : []]);
    expect([of.name, (await send(request, one, document)).body.result]).toEqual([of.name, "duplicate"]);
  }
  const late = await request.post("/api/v1/collectors/enrol", { data: { code: codes.host, kind: "host", name: "HV-TOO-MANY", installId: crypto.randomUUID() } });
  expect(late.status()).toBe(401);
  for (const { collectorId } of enrolled.values()) {
    await expect.poll(async () => (await (await request.get(`/api/v1/collectors/${collectorId}`)).json() as { documents: { folded: boolean }[] }).documents.map(({ folded }) => folded), { timeout: 120_000 }).toEqual([true]);
  }
});

test("the page of collectors has all 20 with their state, and each tells what it could not read and what mends it", async ({ page }) => {
  await page.goto("/collectors");
  await expect(page.locator("[data-collectors]")).toHaveAttribute("data-collectors", "20");
  await expect(page.locator('tr[data-collector][data-standing="active"]')).toHaveCount(20);
  await expect(page.locator("body")).not.toContainText(/qec_[\w-]{10}/);
  for (const { name, host, kind, collector } of fleet) {
    const row = page.locator(`tr[data-collector="${enrolled.get(name)?.collectorId ?? ""}"]`);
    for (const text of [name, SCOPE, collector.version, collector.language ?? "", kind === "host" ? "Host" : "Management server"]) await expect(row, name).toContainText(text);
    const faults = (host.attempted ?? []).flatMap(({ errors }) => errors);
    if (faults.length === 0) await expect(row, name).not.toContainText("could not be read");
    else await expect(row, name).toContainText(`${faults.length} parts could not be read.`);
  }
  await expect(page.locator("tr[data-collector]").filter({ hasText: GERMAN })).toContainText("de-DE");
  for (const { name, host } of fleet) {
    await page.goto(`/collectors/${enrolled.get(name)?.collectorId ?? ""}`);
    const faults = (host.attempted ?? []).flatMap(({ section, errors }) => errors.map((error) => ({ section, ...error })));
    const parts = page.getByRole("table", { name: "Parts that could not be read" }).locator("tbody tr");
    if (faults.length === 0) await expect(page.getByText("Its newest inventory read everything that it tried.")).toBeVisible();
    await expect(parts, name).toHaveCount(faults.length);
    for (const [index, { section, text, mend }] of faults.entries()) {
      for (const words of [section, text, mend ?? "Test-QuiesceCollector on the machine says line by line what its account can read."]) await expect(parts.nth(index), name).toContainText(words);
    }
  }
  await page.goto(`/collectors/${enrolled.get(BROKEN_WMI)?.collectorId ?? ""}`);
  const broken = page.getByRole("table", { name: "Parts that could not be read" });
  await expect(broken).toContainText("The WMI repository is not consistent");
  await expect(broken).toContainText("CallTimeoutSeconds");
});

test("the page of hosts has all 20: two clusters, one overdue that was offline for a day, the others fresh", async ({ page }) => {
  await page.goto("/hosts");
  await expect(page.locator("tr[data-host]")).toHaveCount(20);
  await expect(page.locator(".asof")).toContainText("19 of 20 hosts fresh");
  for (const { name, host, kind } of fleet) {
    const row = page.locator("tr[data-host]").filter({ has: page.getByRole("link", { name, exact: true }).and(page.locator('[href^="/hosts/"]')) });
    await expect(row, name).toHaveAttribute("data-state", name === A_DAY_AGO ? "overdue" : "fresh");
    const [, , , cluster, collector, read, vms] = await row.locator("td").allTextContents();
    expect([name, cluster, collector, vms], name).toEqual([name, host.clusterName ?? "–", kind === "host" ? name : "by a management server", `${host.vms.length} VMs`]);
    if (name === A_DAY_AGO) expect(read).toMatch(/^2[56] h$/);
  }
  expect(fleet.flatMap(({ host }) => host.clusterName ?? []).sort()).toEqual(["CL19", "CL19", "CL22", "CL22"]);
  await expect(page.locator("tr[data-host]").filter({ hasText: "Server 2008 R2" })).toHaveCount(1);
  await page.locator("tr[data-host]").getByRole("link", { name: A_DAY_AGO, exact: true }).and(page.locator('[href^="/hosts/"]')).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(A_DAY_AGO);
  await expect(page.locator(".note").first()).toContainText(/Overdue for 2\d h/);
  await page.goto("/");
  await expect(page.getByText("1 host is overdue.")).toBeVisible();
});

test("every VM has the verdict that was written by hand", async ({ page }) => {
  const rows = await listed(page, "");
  expect(rows.map((of) => `${of.host} ${of.vm}: ${of.word}, ${of.coverage}`).sort()).toEqual(flat.map(onScreen).sort());
  for (const id of CLASSES) {
    const within = await listed(page, `class=${id}`);
    expect(within.map((of) => `${of.host} ${of.vm}`).sort(), id).toEqual(flat.filter((of) => of.class === id).map((of) => `${of.host} ${of.vm}`).sort());
  }
});

test("each count of the estate and of the hosts opens exactly that many VMs", async ({ page }) => {
  await page.goto("/");
  await expect(page.locator("#say")).toHaveText(`${ofClass("ready")} of ${ofClass("ready", "weaker", "not-live", "unknown")} running VMs are ready for live backup.`);
  const all = new Map<string, number>();
  for (const path of ["/", "/hosts"]) {
    await page.goto(path);
    await settled(page);
    for (const { href, says } of await doors(page, "main")) all.set(href, says);
  }
  expect(all.size).toBeGreaterThan(50);
  for (const [href, says] of all) {
    await page.goto(href);
    expect(await shownCount(page), href).toBe(says);
  }
});

test("no fact is unknown on the page of a VM without the reason", async ({ page }) => {
  const rows = await listed(page, "");
  expect(rows).toHaveLength(flat.length);
  const sayNothing: string[] = [];
  for (const { host, vm, href } of rows) {
    await page.goto(href);
    await settled(page);
    await page.evaluate(() => { for (const details of document.querySelectorAll("main details")) if (details instanceof HTMLDetailsElement && !details.matches(".menu, .data-twin")) details.open = true; });
    const of = await page.evaluate(() => ({
      unknown: [...document.querySelectorAll("details.finding.is-unknown[id]")].map((card) => ({
        id: card.id, latent: card.closest("section")?.getAttribute("aria-labelledby") === "latent", because: card.querySelector("summary p")?.textContent ?? "",
        missing: [...card.querySelectorAll(".fbody ul li.mono")].map((line) => line.textContent ?? ""),
      })),
      aside: [...document.querySelectorAll("aside.side > section:not([aria-labelledby=other-ruleset])")].flatMap((section) => [...section.querySelectorAll("p, dd")]).filter((part) => part.querySelector("p") === null).map((part) => (part.textContent ?? "").trim()).filter((text) => /not read/i.test(text)),
    }));
    const unread = [...of.unknown.filter(({ latent }) => !latent).flatMap(({ missing }) => missing), ...of.aside];
    for (const { id, missing, because } of of.unknown) if (missing.length === 0 || because === "") sayNothing.push(`${vm}: ${id} names no fact`);
    for (const line of unread) {
      const reasoned = Object.values(REASON_WORDS).some((words) => line.toLowerCase().includes(words.toLowerCase()));
      // A document of the first contract has no place for the witness of the host's writer, and so no words either.
      const bare = host !== FIRST_CONTRACT && line.toLowerCase().endsWith(REASON_WORDS["not-collected"].toLowerCase());
      if (!reasoned || bare) sayNothing.push(`${vm}: ${line}`);
    }
    const [verdict] = expected[host]?.[vm]?.split(", ") ?? [];
    if (verdict === "unknown") await expect(page.getByRole("region", { name: "What is missing, and how to learn it" }).locator(".code code").first(), vm).not.toBeEmpty();
    for (const words of REASONS[vm] ?? []) expect(unread.join("\n"), vm).toContain(words);
    if (of.unknown.some(({ latent }) => !latent)) expect(Object.keys(REASONS), "the reasons written by hand").toContain(vm);
  }
  expect(sayNothing).toEqual([]);
});
