import { expect, test } from "vitest";
import { type Candidate, type HostKeys, matchHost } from "./host-keys";

const keys = (over: Partial<HostKeys> = {}): HostKeys => ({ installId: null, hardwareUuid: null, fqdn: null, name: "hv1", ...over });
const row = (id: string, over: Partial<HostKeys> = {}): Candidate => ({ id, keys: keys(over), createdAt: new Date(0) });
const east = row("east", { fqdn: "hv1.east.example" });
const west = row("west", { fqdn: "hv1.west.example" });

test("of several hosts of a short name, documents that carry nothing else share one row, and it is in doubt", () => {
  expect(matchHost(keys(), [east])).toEqual({ id: "east", merge: [], conflicts: [] });
  const conflicts = [{ id: "east", by: "name" }, { id: "west", by: "name" }];
  expect(matchHost(keys(), [east, west])).toEqual({ id: null, merge: [], conflicts });
  expect(matchHost(keys(), [east, row("unnamed"), west])).toEqual({ id: "unnamed", merge: [], conflicts });
  expect(matchHost(keys(), [row("unnamed"), east, west, row("again")])).toEqual({ id: "unnamed", merge: ["again"], conflicts });
});

test("a host with an FQDN takes over the row of its name only when it is the only one", () => {
  expect(matchHost(keys({ fqdn: "hv1.north.example" }), [row("unnamed"), east]).id).toBe("unnamed");
  expect(matchHost(keys({ fqdn: "hv1.east.example" }), [row("unnamed"), east]).id).toBe("east");
});
