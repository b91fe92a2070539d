import path from "node:path";
import { expect, test } from "vitest";
import { readEnv } from "./env";

test("an empty environment gives the defaults, and an empty variable is none", () => {
  const env = readEnv({ NODE_ENV: "test", DATABASE_URL: "  ", HOST: "" });
  expect(env).toEqual({
    databaseUrl: undefined, databasePool: 10, dataFolder: path.resolve(".quiesce"), adminToken: undefined,
    allowedHosts: [], importLimitBytes: 268_435_456, host: undefined, port: 3000,
  });
});

test.each([
  ["DATABASE_POOL", "0"],
  ["PORT", "seventy"],
  ["QUIESCE_IMPORT_LIMIT", "-1"],
])("%s=%s is refused by name", (name, value) => {
  expect(() => readEnv({ NODE_ENV: "test", [name]: value })).toThrow(new RegExp(`environment variable ${name} cannot be used`));
});
