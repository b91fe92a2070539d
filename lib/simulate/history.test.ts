import { describe, expect, test } from "vitest";
import { canonicalText } from "@/lib/inventory/canonical";
import { parseInventory } from "@/lib/inventory/parse";
import { documentAt, hostNameOf, type SimulationOptions, skewOf } from "./history";

const OPTIONS: SimulationOptions = { hosts: 8, vmsPerHost: 6, documents: 4, seed: 3, start: "2026-05-18T07:00:00.000Z", intervalSeconds: 3600 };
const all = (options: SimulationOptions) => Array.from({ length: options.hosts }, (_none, host) => Array.from({ length: options.documents }, (_nothing, place) => documentAt(options, host, place, 1)));

describe("simulated documents", () => {
  test("the same options give the same documents, another seed gives others", () => {
    expect(JSON.stringify(all(OPTIONS))).toBe(JSON.stringify(all(OPTIONS)));
    expect(JSON.stringify(all({ ...OPTIONS, seed: 4 }))).not.toBe(JSON.stringify(all(OPTIONS)));
  });
  test("each is valid by the schema, synthetic, and in sequence", () => {
    for (const documents of all(OPTIONS)) {
      for (const [place, document] of documents.entries()) {
        const parsed = parseInventory(JSON.parse(JSON.stringify(document)), { now: Date.parse(OPTIONS.start) + 86_400_000 });
        expect(parsed).toMatchObject({ faults: [] });
        expect(document.header).toMatchObject({ synthetic: true, epoch: 1, sequence: place + 1 });
        expect(document.hosts[0]?.vms).toHaveLength(OPTIONS.vmsPerHost);
      }
    }
  });
  test("hosts are of all supported versions, from 2008 on", () => {
    const builds = Array.from({ length: 120 }, (_none, host) => documentAt({ ...OPTIONS, vmsPerHost: 0, seed: 1 }, host, 0, 1).hosts[0]?.osBuild);
    expect(new Set(builds)).toEqual(new Set([6002, 7601, 9200, 9600, 14393, 17763, 20348, 26100]));
  });
  test("ids of documents, hosts and VMs do not repeat", () => {
    const documents = all(OPTIONS).flat();
    expect(new Set(documents.map((document) => document.header.documentId)).size).toBe(documents.length);
    const first = all(OPTIONS).flatMap((of) => of.slice(0, 1));
    expect(new Set(first.map((document) => document.hosts[0]?.installId)).size).toBe(OPTIONS.hosts);
    expect(new Set(first.flatMap((document) => document.hosts[0]?.vms.map((vm) => vm.id) ?? [])).size).toBe(OPTIONS.hosts * OPTIONS.vmsPerHost);
    expect(first.map((document) => document.origin.name)).toEqual(first.map((_document, host) => hostNameOf(OPTIONS, host)));
  });
  test("without flipping VMs only header and volatile facts change", () => {
    const still = { ...OPTIONS, flipping: 0 };
    for (const host of [0, 1, 2, 3]) expect(new Set([0, 1, 2, 3].map((place) => canonicalText(documentAt(still, host, place, 1)))).size).toBe(1);
    expect(canonicalText(documentAt({ ...OPTIONS, flipping: 1 }, 0, 0, 1))).not.toBe(canonicalText(documentAt({ ...OPTIONS, flipping: 1 }, 0, 1, 1)));
  });
  test("a skewed clock is a day off", () => {
    const skewed = { ...OPTIONS, skewed: 1 };
    for (const host of [0, 1, 2, 3]) {
      expect(Math.abs(skewOf(skewed, host))).toBe(86_400_000);
      const finishedAt = documentAt(skewed, host, 0, 1).header.finishedAt ?? "";
      expect(Date.parse(finishedAt) - Date.parse(OPTIONS.start)).toBe(skewOf(skewed, host));
    }
  });
});
