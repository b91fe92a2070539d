import { expect, test } from "vitest";
import { firstPointer, pointerOf } from "./pointer";

test.each([
  ["hosts[0].vms[3].disks[0].sizeBytes", "/hosts/0/vms/3/disks/0/sizeBytes"],
  ["header.finishedAt", "/header/finishedAt"],
  ["a/b~c", "/a~1b~0c"],
  ["$", ""],
  ["byte 48,211, line 1", ""],
  ["the whole document", ""],
  ["", ""],
])("%j is the place %j", (place, pointer) => {
  expect(pointerOf(place)).toBe(pointer);
});

test.each([
  ["colour", "/colour"],
  ["hosts[].vms[].mood", "/hosts/1/vms/2/mood"],
  ["hosts[].vms[].a.b", "/hosts/1/vms/2/a.b"],
  ["hosts[].vms[].disks[].x/y", "/hosts/1/vms/2/disks/0/x~1y"],
  ["hosts[].attempted[].section", "/hosts/0/attempted/0/section"],
  ["hosts[].vms[].cut-away", "/hosts/0/vms/0"],
  ["(other keys)", ""],
])("%j is first found at %j", (path, pointer) => {
  const document = { colour: 1, hosts: [{ attempted: [{ section: "x" }], vms: [{}] }, { vms: [{}, 7, { mood: 1, "a.b": 2, disks: [{ "x/y": 1 }] }] }] };
  expect(firstPointer(document, path)).toBe(pointer);
});
