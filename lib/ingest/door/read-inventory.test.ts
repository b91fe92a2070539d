import { expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { aSent, type Sent } from "./made-up";
import { checkInventory } from "./read-inventory";

const codeOf = (bend: Sent["bend"]): string => {
  try {
    checkInventory(aSent(bend === undefined ? {} : { bend }), { now: Date.now() });
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return "read";
};

test.each<[string, string, NonNullable<Sent["bend"]>]>([
  ["a host of 1985", "unprocessable", (_inventory, host) => { host.observedAt = "1985-03-01T00:00:00Z"; }],
  ["a host of the 30th of February", "unprocessable", (_inventory, host) => { host.observedAt = "2026-02-30T00:00:00Z"; }],
  ["a time that is a number", "unprocessable", (_inventory, host) => { Object.assign(host, { observedAt: 5 }); }],
  ["the time of a cluster that is a number", "unprocessable", (inventory) => { Object.assign(inventory, { clusters: [{ name: "C1", observedAt: 5 }] }); }],
  ["a host read in three days", "dated-ahead", (_inventory, host) => { host.observedAt = new Date(Date.now() + 3 * 86_400_000).toISOString(); }],
  ["a header of three days ahead", "dated-ahead", ({ header }) => { header.finishedAt = new Date(Date.now() + 3 * 86_400_000).toISOString(); }],
  ["a header whose time is a number", "unprocessable", ({ header }) => { Object.assign(header, { startedAt: 5 }); }],
])("%s is %s", (_name, code, bend) => {
  expect(codeOf(bend)).toBe(code);
});
