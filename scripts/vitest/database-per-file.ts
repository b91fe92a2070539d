import { afterAll, inject } from "vitest";
import { disconnect } from "../../lib/db/client";
import { databaseUrl, run, templateName } from "./database";

// One database per worker, made anew from the migrated template for each file.
const serverUrl = inject("serverUrl");
const name = `quiesce_worker_${process.env["VITEST_POOL_ID"] ?? "0"}`;
await run(serverUrl, [`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, `CREATE DATABASE ${name} TEMPLATE ${templateName}`]);
process.env["DATABASE_URL"] = databaseUrl(serverUrl, name);
// Else the first credential that a test makes would put a pepper into the data folder of the checkout.
process.env["QUIESCE_PEPPER"] ??= `1:${"synthetic pepper of the tests".padEnd(40, ".").replaceAll(" ", "-")}`;

afterAll(disconnect);
