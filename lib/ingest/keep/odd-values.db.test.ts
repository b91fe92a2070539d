import { beforeEach, expect, test } from "vitest";
import { accept, aDocument, clear, minutesAgo, vmStates } from "../testing";

beforeEach(clear);

/** What the schema lets through is judged: a column that is too narrow for it would leave the document waiting for good. */
test.each(["300.0.20348", "10.0.99999999999", `10.0.${"9".repeat(50)}`, "10.0.2147483647"])("a host of version %s is judged", async (osVersion) => {
  await accept([aDocument({ host: "HV1", at: minutesAgo(10), vms: ["A"], bend: (host) => { Object.assign(host, { osVersion, osBuild: null }); } })]);
  expect(await vmStates()).toHaveLength(1);
});

test.each(["2026-02-30T00:00:00Z", "2026-04-31T10:00:00.5Z"])("a VM that was read on %s, which is no day, is judged", async (at) => {
  await accept([aDocument({
    host: "HV1", at: minutesAgo(10), vms: ["A"],
    vm: (vm) => { Object.assign(vm, { observedAt: at, operationSince: at, lastSuccessfulBackupTime: at }); },
  })]);
  expect(await vmStates()).toHaveLength(1);
});
