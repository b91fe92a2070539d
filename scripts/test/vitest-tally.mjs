import fs from "node:fs";

/** A vitest reporter that writes what came of the tests to QUIESCE_TALLY_FILE, as `Tally` of tally.mjs. */
export default class TallyReporter {
  /**
   * @param {ReadonlyArray<import("vitest/node").TestModule>} modules
   * @param {ReadonlyArray<unknown>} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const file = process.env["QUIESCE_TALLY_FILE"];
    if (file === undefined) return;
    let passed = 0;
    let failed = unhandledErrors.length;
    /** @type {import("./tally.mjs").Tally["skipped"]} */
    const skipped = [];
    for (const testModule of modules) {
      // A file that cannot be loaded, or a suite whose hook fails, has no failing test of its own.
      failed += testModule.errors().length;
      for (const suite of testModule.children.allSuites()) failed += suite.errors().length;
      for (const test of testModule.children.allTests()) {
        const result = test.result();
        if (result.state === "passed") passed += 1;
        else if (result.state === "failed") failed += 1;
        else skipped.push({ name: `${testModule.relativeModuleId}: ${test.fullName}`, reason: reasonOf(result) ?? "no reason is given" });
      }
    }
    fs.writeFileSync(file, JSON.stringify({ passed, failed, skipped }));
  }
}

/**
 * @param {import("vitest/node").TestResult} result
 * @returns {string | undefined}
 */
function reasonOf(result) {
  return result.state === "skipped" ? result.note : undefined;
}
