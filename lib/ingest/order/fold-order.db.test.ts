import fc from "fast-check";
import { expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import type { Inventory } from "@/lib/inventory/document";
import { SECTIONS } from "@/lib/inventory/host";
import { DEFAULT_POLICY } from "@/lib/judge/policy";
import { removeImport } from "../remove";
import { accept, aDocument, clear, minutesAgo, NOW, snapshot } from "../testing";

interface Draw {
  host: "N1" | "N2" | "S1" | "J1";
  minutes: number;
  vms: ("A" | "B" | "C")[];
  listing: "complete" | "failed" | "none";
  sections: (typeof SECTIONS)[number][];
  off: boolean;
}
const CLUSTERED: ReadonlySet<string> = new Set(["N1", "N2"]);
/** J1 is a node only in its newer documents: it joins the cluster. */
const JOINED_SINCE = 30;

const draw: fc.Arbitrary<Draw> = fc.record({
  host: fc.constantFrom("N1", "N2", "S1", "J1"), minutes: fc.integer({ min: 1, max: 60 }), vms: fc.subarray(["A", "B", "C"] as const).map((vms) => [...vms]),
  listing: fc.constantFrom("complete", "complete", "failed", "none"), sections: fc.subarray(SECTIONS.filter((section) => section !== "vms")), off: fc.boolean(),
});

function documentOf(of: Draw): Inventory {
  const clustered = CLUSTERED.has(of.host) || (of.host === "J1" && of.minutes < JOINED_SINCE);
  return aDocument({
    host: of.host, at: minutesAgo(of.minutes), vms: of.vms, ...(clustered ? { cluster: "CL" } : {}),
    vm: (vm) => { if (of.off) Object.assign(vm, { state: "Off", stateRaw: 3 }); },
    bend: (host) => {
      const tried = new Set<string>(of.sections);
      host.attempted = host.attempted.filter(({ section }) => tried.has(section) || (section === "vms" && of.listing !== "none"));
      for (const attempt of host.attempted) if (attempt.section === "vms") attempt.complete = of.listing === "complete";
      if (!tried.has("volumes")) host.volumes = null;
      for (const vm of host.vms) {
        if (!tried.has("disks")) vm.disks = null;
        if (!tried.has("guest")) vm.guest = null;
        if (!tried.has("integration")) vm.integration = null;
      }
    },
  });
}
/** One document an instant. */
const draws = fc.uniqueArray(draw, { selector: (of) => `${of.minutes}`, minLength: 2, maxLength: 5 });

async function stateAfter(documents: readonly Inventory[]): Promise<unknown> {
  await clear();
  for (const document of documents) await accept([document]);
  return snapshot();
}

test("documents in any order leave the same state", { timeout: 900_000 }, async () => {
  await fc.assert(fc.asyncProperty(draws.chain((of) => fc.tuple(fc.constant(of), fc.shuffledSubarray(of, { minLength: of.length }))), async ([given, shuffled]) => {
    const inOrder = [...given].sort((a, b) => b.minutes - a.minutes).map(documentOf);
    expect(await stateAfter(shuffled.map(documentOf))).toEqual(await stateAfter(inOrder));
  }), { numRuns: 15, seed: 20261122 });
});

test("removing an import leaves the state of the others", { timeout: 900_000 }, async () => {
  await fc.assert(fc.asyncProperty(draws, fc.nat(), async (given, choice) => {
    const documents = given.map(documentOf);
    const removed = choice % documents.length;
    const without = await stateAfter(documents.filter((_, index) => index !== removed));
    await clear();
    let id = "";
    for (const [index, document] of documents.entries()) {
      const account = await accept([document]);
      if (index === removed) id = account.id;
    }
    await removeImport(pool(), id, { policy: DEFAULT_POLICY, now: NOW });
    expect(await snapshot()).toEqual(without);
  }), { numRuns: 15, seed: 20261122 });
});
