import fs from "node:fs";

/** A Playwright reporter that writes what came of the tests to QUIESCE_TALLY_FILE, as `Tally` of tally.mjs. */
export default class TallyReporter {
  errors = 0;
  /** @type {import("@playwright/test/reporter").Suite | undefined} */
  suite = undefined;

  /**
   * @param {import("@playwright/test/reporter").FullConfig} _config
   * @param {import("@playwright/test/reporter").Suite} suite
   */
  onBegin(_config, suite) {
    this.suite = suite;
  }

  onError() {
    this.errors += 1;
  }

  onEnd() {
    const file = process.env["QUIESCE_TALLY_FILE"];
    if (file === undefined) return;
    const tests = this.suite?.allTests() ?? [];
    const skippedTests = tests.filter((test) => test.outcome() === "skipped");
    const good = tests.filter((test) => test.outcome() === "expected").length;
    const skipped = skippedTests.map((test) => ({
      name: test.titlePath().filter(Boolean).join(" › "),
      reason: test.annotations.find(({ type }) => type === "skip")?.description ?? "an earlier test failed",
    }));
    fs.writeFileSync(file, JSON.stringify({ passed: good, failed: tests.length - good - skipped.length + this.errors, skipped }));
  }
}
