import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import type { Sender } from "@/lib/collectors/tokens";
import { pool } from "@/lib/db/client";
import type { Inventory } from "@/lib/inventory/document";
import { eachVolatile } from "@/lib/inventory/volatile";
import { DEFAULT_ASSIGNMENT_SETTINGS, DEFAULT_POLICY, type Policy } from "@/lib/judge/policy";
import { settingsFor } from "@/lib/judge/settings";
import { foldStored } from "../fold/accept-document";
import { checkInventory } from "../door/read-inventory";
import { type Arrival, keepSent, keepSentAgain } from "../door/keep-sent";
import { judgeDue } from "../judged/judge-again";
import { prune } from "../keep/prune";
import { refold } from "../fold/refold";
import { rejudgeAll } from "../judged/rejudge";
import { writing } from "../fold/state";
import { aDocument, clear, minutesAgo, NOW, snapshot } from "../testing";
import { aSender } from "../order/testing-arrivals";
import { forgetContent } from "./known-content";
import { maskText } from "./masked-text";
import { rawContentOf } from "./raw-content";
import { readUnchanged } from "./keep-unchanged";

const GIB = 1024 ** 3;
/** The policy in force, and its settings. */
let policy: Policy = DEFAULT_POLICY;
let settings = settingsFor(policy);
beforeEach(clear);

interface Step {
  /** Minutes since the step before. */
  after: number;
  /** Which VMs it has. */
  vms: readonly string[];
  memory: number;
  /** Free space of a volume of the guest and of the host, GiB. */
  free: number;
  hostFree: number;
  /** Sent later than the next step, or twice. */
  order: "in order" | "late" | "twice";
  /** Time passes for the judge. */
  due: boolean;
  /** After it a policy comes into force that warns of so many GiB free in a guest. */
  warn?: number | null;
  /** What the guests say was not read. */
  lacksGuests?: boolean;
}

const warningAt = (gib: number): Policy => ({ ...DEFAULT_POLICY, settings: { ...DEFAULT_POLICY.settings, guestFree: { ...DEFAULT_ASSIGNMENT_SETTINGS.guestFree, warnBytes: Math.round(gib * GIB) } } });

async function changePolicy(to: Policy): Promise<void> {
  policy = to;
  settings = settingsFor(to);
  await pool().query(`INSERT INTO "Policy" ("name", "document", "savedAt") VALUES ('synthetic', $1, now())`, [JSON.stringify(to)]);
}

function documentOf({ vms, memory, free, hostFree, lacksGuests }: Step, at: string, place: number, cluster?: string): Inventory {
  const inventory = aDocument({ host: "HV1", at: minutesAgo(6000), vms, ...(cluster === undefined ? {} : { cluster }), vm: (vm) => {
    vm.memoryAssignedBytes = memory * GIB;
    const [volume] = vm.name === "B" ? vm.guest?.volumes ?? [] : [];
    if (volume !== undefined) Object.assign(volume, { capacityBytes: 400 * GIB, freeBytes: Math.round(free * GIB) });
    if (lacksGuests === true) vm.guest = null;
  }, bend: (host) => { if (lacksGuests === true) host.attempted = host.attempted.filter(({ section }) => section !== "guest"); for (const volume of host.volumes ?? []) Object.assign(volume, { capacityBytes: 2000 * GIB, freeBytes: Math.round(hostFree * GIB) }); } });
  eachVolatile(inventory, (record, fact) => {
    if (fact === "uptimeSeconds" && record[fact] !== null) record[fact] = 1000 + place;
    if (typeof record[fact] === "string") record[fact] = at;
  });
  Object.assign(inventory.header, { epoch: 1, sequence: place + 1, documentId: `d-${place}`, intervalSeconds: 3600, startedAt: at, finishedAt: at });
  return inventory;
}

/** Does with a body what the door and the queue do. @returns whether it was neither queued nor judged */
async function receive(sender: Sender, inventory: Inventory, now: number, quick: boolean): Promise<boolean> {
  const bytes = Buffer.from(JSON.stringify(inventory));
  const masked = maskText(bytes);
  if (masked === null) throw new Error("an inventory has a header");
  const value = JSON.parse(bytes.toString()) as object;
  const raw = rawContentOf(masked.digest, value);
  const arrival: Arrival = { sender, now, version: { wanted: null, minimum: null }, clockOffsetSeconds: 0, raw };
  if (!quick) forgetContent(sender.id);
  const again = readUnchanged(sender.id, masked, { depth: 16, now });
  if (again !== null && await keepSentAgain(pool(), again, arrival) !== null) return true;
  await keepSent(pool(), checkInventory(value, { now }), arrival, () => Promise.resolve());
  const { rows } = await pool().query<{ id: string }>(`SELECT "id" FROM "Document" WHERE "foldedAt" IS NULL`);
  for (const { id } of rows) await foldStored(pool(), id, { settings, now });
  return false;
}

async function play(steps: readonly Step[], quick: boolean, cluster?: string): Promise<number> {
  await clear();
  policy = DEFAULT_POLICY;
  settings = settingsFor(policy);
  const sender = { id: await aSender("one"), publicId: "one", kind: "host", state: "active", epoch: 1 } as Sender;
  await pool().query(`UPDATE "Collector" SET "hostId" = NULL, "installId" = NULL, "hardwareUuid" = NULL, "fqdn" = NULL, "hostName" = NULL WHERE "id" = $1`, [sender.id]);
  forgetContent(sender.id);
  let minutes = 6000;
  let taken = 0;
  let late: Inventory | null = null;
  for (const [place, step] of steps.entries()) {
    minutes -= step.after;
    const now = NOW - minutes * 60_000 + 1000;
    if (step.due) await judgeDue(pool(), now, { settings, now });
    const inventory = documentOf(step, minutesAgo(minutes), place, cluster);
    if (step.order === "late" && late === null) {
      late = inventory;
      continue;
    }
    for (const each of [inventory, ...(step.order === "twice" ? [inventory] : []), ...(late === null ? [] : [late])]) taken += await receive(sender, each, now, quick) ? 1 : 0;
    late = null;
    if (step.warn === undefined || step.warn === null) continue;
    await changePolicy(warningAt(step.warn));
    await rejudgeAll(pool(), { policy, now });
  }
  return taken;
}

/** Folds all kept documents again. */
const refoldAll = (now: number) => writing(pool(), async (client) => refold(client, new Set((await client.query<{ id: string }>(`SELECT "id" FROM "Host"`)).rows.map((row) => row.id)), { settings, now }));
const endOf = (steps: readonly Step[]) => NOW - 6_000 * 60_000 + steps.reduce((sum, step) => sum + step.after, 0) * 60_000 + 1000;

/** Sizes, in the order of the state. */
async function sizes(): Promise<number[]> {
  const found: number[] = [];
  JSON.stringify(await snapshot(), (key, value: unknown) => {
    if ((key === "freeBytes" || key === "fileBytes") && typeof value === "number") found.push(value);
    return value;
  });
  return found;
}

/** The state but for sizes that change by themselves, and for a time of judging again that comes sooner than it must. */
async function told(): Promise<unknown> {
  const skipped = new Set(["freeBytes", "fileBytes", "uptimeSeconds", "nextChangeAt"]);
  return JSON.parse(JSON.stringify(await snapshot(), (key, value: unknown) => (skipped.has(key) ? undefined : value)));
}

const STEP: Step = { after: 60, vms: ["A", "B"], memory: 4, free: 100, hostFree: 900, order: "in order", due: false };

/** What differs from one step to the next: mostly nothing, or a size by a little. */
type Change = (before: Step) => Partial<Step>;
const seldom: readonly Change[] = [
  ({ vms }) => ({ vms: vms.length === 1 ? ["A", "B"] : ["A"] }), ({ memory }) => ({ memory: 12 - memory }), () => ({ after: 600 }), () => ({ after: 3000 }), () => ({ order: "late" }), () => ({ order: "twice" }),
  ...[100, 101, 40.1, 40.1, 39.9, 0.2].map((free): Change => () => ({ free })), ...[900, 902, 200.1, 150].map((hostFree): Change => () => ({ hostFree })),
];
const often: readonly Change[] = [() => ({}), () => ({}), ({ free }) => ({ free: free * 1.001 }), ({ free }) => ({ free: free * 1.03 }), ({ free }) => ({ free: free * 0.997 }), ({ hostFree }) => ({ hostFree: hostFree * 1.0005 }), () => ({ after: 61 })];
const change = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...often) }, { weight: 1, arbitrary: fc.constantFrom(...seldom) });
const steps = fc.record({ free: fc.constantFrom(100, 39.9, 0.2), hostFree: fc.constantFrom(900, 150), changes: fc.array(fc.tuple(change, fc.boolean()), { minLength: 4, maxLength: 8 }) })
  .map(({ changes, ...start }) => changes.reduce<Step[]>((all, [bend, due]) => {
    const before: Step = { ...(all.at(-1) ?? STEP), after: 60, order: "in order", due };
    return [...all, { ...before, ...bend(before) }];
  }, [{ ...STEP, ...start }]));

test("documents that say nothing new leave, unjudged, the state that judging them leaves; also after a refold and after pruning", async () => {
  let taken = 0;
  await fc.assert(fc.asyncProperty(steps, fc.constantFrom(undefined, "CL1"), async (all, cluster) => {
    const states: unknown[] = [];
    const shown: number[][] = [];
    for (const quick of [false, true]) {
      taken += await play(all, quick, cluster);
      states.push(await told());
      shown.push(await sizes());
      await refoldAll(NOW);
      states.push(await told());
      await prune(pool(), { keepDays: 0, quarantineDays: 1 }, NOW);
      await refoldAll(NOW);
      states.push(await told());
    }
    expect(states.slice(3)).toEqual(states.slice(0, 3));
    const [slow = [], quick = []] = shown;
    expect(quick.length).toBe(slow.length);
    for (const [index, size] of quick.entries()) expect(Math.abs(size - (slow[index] ?? 0))).toBeLessThanOrEqual(0.02 * size);
  }), { numRuns: 25 });
  expect(taken).toBeGreaterThan(25);
}, 240_000);

/** Sizes around those of which a policy warns. */
const near: readonly Change[] = [...[100.05, 100.2, 100.4, 100.65, 102].map((free): Change => () => ({ free })), ...[100.1, 100.3, 100.5, 40].map((warn): Change => () => ({ warn })), () => ({ lacksGuests: true }), ...seldom.slice(0, 5)];
const warned = fc.array(fc.constantFrom(...near), { minLength: 3, maxLength: 7 }).map((changes) => changes.reduce<Step[]>((all, bend) => {
  const before: Step = { ...(all.at(-1) ?? STEP), after: 60, order: "in order", warn: null, lacksGuests: false };
  return [...all, { ...before, ...bend(before) }];
}, [{ ...STEP, free: 100.4 }]));

test("under other policies, judged again without a document, the state is that of the kept documents", async () => {
  await fc.assert(fc.asyncProperty(warned, fc.constantFrom(undefined, "CL1"), fc.constantFrom(100.1, 100.3, 100.5), async (all, cluster, last) => {
    await play(all, true, cluster);
    await changePolicy(warningAt(last));
    await rejudgeAll(pool(), { policy, now: endOf(all) });
    const state = await told();
    await refoldAll(endOf(all));
    expect(state).toEqual(await told());
  }), { numRuns: 30 });
}, 240_000);

test("a policy that tells apart the size of a row and the newest one goes by the newest, as a refold does", async () => {
  const all = [{ ...STEP, free: 100.6 }, { ...STEP, free: 100.1 }];
  const verdicts = async () => (await pool().query(`SELECT f."because", f."status" FROM "Finding" f JOIN "Vm" v ON v."id" = f."vmId" WHERE v."name" = 'B' AND "requirement" = 'guest-free-space'`)).rows;
  for (const quick of [false, true]) {
    await play(all, quick);
    expect(await verdicts()).toEqual([]);
    await changePolicy(warningAt(100.3));
    await rejudgeAll(pool(), { policy, now: endOf(all) });
    const found = await verdicts();
    expect(found).toHaveLength(1);
    // What is judged again by the same is not written again.
    const written = async () => (await pool().query(`SELECT "name", xmin::text FROM "Vm" ORDER BY 1`)).rows;
    const before = await written();
    await rejudgeAll(pool(), { policy, now: endOf(all) });
    expect(await written()).toEqual(before);
    await refoldAll(endOf(all));
    expect(await verdicts()).toEqual(found);
  }
});

test("an unchanged document writes no row of a VM; a change, a limit that comes near or time that passes is judged", async () => {
  expect(await play([STEP, STEP, STEP, { ...STEP, free: 100.2 }], true)).toBe(3);
  expect((await pool().query(`SELECT 1 FROM "Document" WHERE "foldedAt" IS NULL`)).rowCount).toBe(0);
  expect(await play([STEP, { ...STEP, memory: 8 }, { ...STEP, memory: 8 }], true)).toBe(1);
  expect(await play([STEP, { ...STEP, free: 0.2 }, STEP], true)).toBe(0);
  expect(await play([STEP, { ...STEP, after: 3000 }], true)).toBe(0);
  expect(await play([STEP, { ...STEP, hostFree: 600 }], true)).toBe(0);
  expect(await play([{ ...STEP, hostFree: 150 }, { ...STEP, hostFree: 150.2 }, { ...STEP, hostFree: 151 }], true)).toBe(1);
});

test("of an unchanged document a VM whose finding words a size is judged and written, and no other", async () => {
  const low = (free: number): Step => ({ ...STEP, free });
  const rows = async () => (await pool().query<{ name: string; documentId: string; because: string | null }>(
    `SELECT v."name", d."documentId", f."because" FROM "Vm" v JOIN "Document" d ON d."id" = v."documentId" LEFT JOIN "Finding" f ON f."vmId" = v."id" AND f."requirement" = 'guest-free-space' AND NOT f."latent" ORDER BY 1`)).rows;
  expect(await play([low(0.2), low(0.2), low(0.25)], true)).toBe(2);
  expect(await rows()).toEqual([{ name: "A", documentId: "d-0", because: null }, { name: "B", documentId: "d-2", because: expect.stringContaining("256 MB") as string }]);
  expect(await play([low(120), low(150), low(150)], true)).toBe(2);
  expect((await rows()).map(({ documentId }) => documentId)).toEqual(["d-0", "d-1"]);
});

test("after a restart, another policy, a second writer of the host or a revocation an unchanged document goes the whole way, or none", async () => {
  const steps = [STEP, STEP, STEP];
  expect(await play(steps, true)).toBe(2);
  const { rows: [row] } = await pool().query<{ id: string }>(`SELECT "id" FROM "Collector" WHERE "publicId" = 'one'`);
  const sender = { id: row?.id ?? "", publicId: "one", kind: "host", state: "active", epoch: 1 } as Sender;
  let place = steps.length;
  const next = () => receive(sender, documentOf(STEP, minutesAgo(6000 - (place + 1) * 60), place), NOW - (6000 - (place++ + 1) * 60) * 60_000 + 1000, true);
  expect(await next()).toBe(true);
  forgetContent(sender.id);
  expect([await next(), await next()]).toEqual([false, true]);
  await pool().query(`INSERT INTO "Policy" ("name", "document", "savedAt") VALUES ('synthetic', $1, now())`, [JSON.stringify({ ...DEFAULT_POLICY, settings: { lastBackupMaxHours: 5 } })]);
  expect([await next(), await next()]).toEqual([false, false]);
  await pool().query(`TRUNCATE "Policy"`);
  expect(await next()).toBe(true);
  await pool().query(`INSERT INTO "Host" ("id", "name", "nameKey", "keyKind", "release", "facts", "sections", "fresh", "synthetic", "neighbours", "createdAt") VALUES (gen_random_uuid(), 'HV1', 'hv1', 'name', '', '{}', '{}', false, true, '{}', now())`);
  expect(await next()).toBe(false);
  await pool().query(`DELETE FROM "Host" WHERE "sections" = '{}'`);
  await pool().query(`UPDATE "Host" SET "conflict" = NULL`);
  await pool().query(`UPDATE "Collector" SET "state" = 'revoked' WHERE "id" = $1`, [sender.id]);
  await expect(next()).rejects.toThrow("revoked");
});
