/**
 * What a step of the tests came to.
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {{ name: string, reason: string }[]} skipped
 */

/**
 * @param {Tally[]} tallies
 * @returns {Tally}
 */
export function addUp(tallies) {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
    skipped: tallies.flatMap(({ skipped }) => skipped),
  };
}

/**
 * A step that is one test as a whole, such as the type check.
 * @param {boolean} passed
 * @returns {Tally}
 */
export function single(passed) {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: [] };
}

/**
 * The last words of `npm test`: each skip with its reason, then the sum.
 * @param {Tally} tally
 * @returns {string}
 */
export function describeTally({ passed, failed, skipped }) {
  const reasons = skipped.map(({ name, reason }) => `skipped: ${name} (${reason})`);
  return [...reasons, `${passed} passed, ${failed} failed, ${skipped.length} skipped`].join("\n");
}

/**
 * Whether the run is good: something ran and nothing failed.
 * @param {Tally} tally
 * @returns {boolean}
 */
export function isGood({ passed, failed }) {
  return failed === 0 && passed > 0;
}
