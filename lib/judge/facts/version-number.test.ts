import { expect, it } from "vitest";
import { compareVersions, versionParts } from "./version-number";

it("compares by number, not by text", () => {
  expect(compareVersions("10.0", "9.0")).toBeGreaterThan(0);
  expect(compareVersions("6.3.9600.18692", "6.3.9600.18907")).toBeLessThan(0);
  expect(compareVersions("6.3.9600", "6.3.9600.0")).toBe(0);
  expect(compareVersions("8.0", "8.0")).toBe(0);
});

it("gives null for what is no version", () => {
  for (const text of ["", "9", "9.", "v9.0", "9.0-beta", "1.2.3.4.5", "9.-1", "9.1e3x"]) expect(versionParts(text), text).toBeNull();
  expect(compareVersions("x", "x")).toBeNull();
});
