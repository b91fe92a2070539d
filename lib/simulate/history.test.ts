import { describe, expect, test } from "vitest";
import { canonicalText } from "@/lib/inventory/canonical";
import { parseInventory } from "@/lib/inventory/parse";
import { documentAt, endOf, hostNameOf, type SimulationOptions, skewOf } from "./history";

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
  test("a migrated VM is on one of the two nodes in the end, on both or none of them between two readings, and is the same VM", () => {
    const moving = { ...OPTIONS, documents: 6, migrating: 0.6 };
    const documents = all(moving);
    const end = endOf(moving);
    const listed = (place: number) => documents.flatMap((of) => of[place]?.hosts.flatMap((host) => host.vms.map(({ id }) => ({ id, node: host.name }))) ?? []);
    expect(Object.fromEntries(listed(5).map(({ id, node }) => [id ?? "", node]))).toEqual(Object.fromEntries(end));
    expect(listed(5)).toHaveLength(end.size);
    const places = [0, 1, 2, 3, 4, 5].map(listed);
    const nodes = [...end.keys()].map((id) => new Set(places.flat().filter((each) => each.id === id).map(({ node }) => node)).size);
    expect(new Set(nodes)).toEqual(new Set([1, 2]));
    const counts = places.flatMap((each) => [...end.keys()].map((id) => each.filter((one) => one.id === id).length));
    expect(new Set(counts)).toEqual(new Set([0, 1, 2]));
    for (const [last] of documents.map((of) => of.slice(-1))) for (const { roles } of last?.clusters ?? []) for (const { vmId, owner } of roles ?? []) expect(owner).toBe(end.get(vmId ?? ""));
    for (const document of documents.flat()) expect(parseInventory(JSON.parse(JSON.stringify(document)), { now: Date.parse(OPTIONS.start) + 86_400_000 })).toMatchObject({ faults: [] });
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
