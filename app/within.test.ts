import { describe, expect, it } from "vitest";
import { within } from "./within";

describe("a read within a time", () => {
  it("gives what was read", async () => {
    await expect(within(1000, Promise.resolve(7))).resolves.toBe(7);
  });

  it("says that the database does not answer when it takes longer", async () => {
    await expect(within(5, new Promise(() => {}))).rejects.toMatchObject({ code: "database-unavailable" });
  });

  it("lets the reason through when the read fails first", async () => {
    await expect(within(1000, Promise.reject(new Error("gone")))).rejects.toThrow("gone");
  });
});
