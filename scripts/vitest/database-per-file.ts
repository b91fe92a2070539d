import { afterAll, inject } from "vitest";
import { disconnect } from "../../lib/db/client";
import { databaseUrl, run, templateName } from "./database";

// One database per worker, made anew from the migrated template for each file.
const serverUrl = inject("serverUrl");
const name = `quiesce_worker_${process.env["VITEST_POOL_ID"] ?? "0"}`;
await run(serverUrl, [`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, `CREATE DATABASE ${name} TEMPLATE ${templateName}`]);
process.env["DATABASE_URL"] = databaseUrl(serverUrl, name);

afterAll(disconnect);
