import { expect, test } from "vitest";
import { checkNodeVersion } from "./node-version.mjs";
import { isLoopback } from "./settings.mjs";

test.each(["20.19.0", "20.20.2", "22.13.0", "24.0.0", "25.1.0"])("Node %s is accepted", (version) => {
  expect(() => checkNodeVersion(version)).not.toThrow();
});

test.each(["16.20.0", "18.20.0", "20.18.3", "21.7.0", "22.12.0", "23.5.0"])("Node %s is refused with the versions that are accepted", (version) => {
  expect(() => checkNodeVersion(version)).toThrow(`Quiesce needs Node 20.19 or later, 22.13 or later, or 24; this is Node ${version}.`);
});

test.each([["localhost", true], ["127.0.0.2", true], ["[::1]", true], ["0.0.0.0", false], ["::", false], ["127.0.0.1.example", false]])("%s is loopback: %s", (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});
