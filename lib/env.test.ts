import path from "node:path";
import { expect, test } from "vitest";
import { readEnv } from "./env";

test("an empty environment gives the defaults, and an empty variable is none", () => {
  const env = readEnv({ NODE_ENV: "test", DATABASE_URL: "  ", HOST: "" });
  expect(env).toMatchObject({
    databaseUrl: undefined, databasePool: 10, dataFolder: path.resolve(".quiesce"), adminToken: undefined,
    allowedHosts: [], importLimitBytes: 268_435_456, host: undefined, port: 3000,
    ingest: { wireBytes: 4_194_304, bytes: 67_108_864, depth: 16, bodySeconds: 30, queueSeconds: 10, parallel: 2 }, pepper: undefined, enrolPerMinute: 10,
    quarantine: { each: 20, all: 500, days: 30 },
  });
});

test.each([
  ["DATABASE_POOL", "0"],
  ["PORT", "seventy"],
  ["QUIESCE_IMPORT_LIMIT", "-1"],
  ["QUIESCE_INGEST_WIRE_BYTES", "4 MiB"],
  ["QUIESCE_COLLECTOR_MINIMUM", "latest"],
])("%s=%s is refused by name", (name, value) => {
  expect(() => readEnv({ NODE_ENV: "test", [name]: value })).toThrow(new RegExp(`environment variable ${name} cannot be used`));
});
