import fc from "fast-check";

/** What PowerShell's own parser treats as a quote, an escape, an expansion, a wildcard, an operator, a comment, a dash or a line end, and text that runs right to left. */
const PIECES = [
  "'", "\u2018", "\u2019", "\u201A", "\u201B", '"', "\u201C", "\u201D", "\u201E", "`", "``", "`n", "`'", "$(", "$(Remove-VM *)", ")", "${", "$x", "$_", "}", "{", "@(", "@'", "'@", '@"', '"@',
  "\n", "\r\n", "\r", "\u0085", "\u2028", "\t", "\u00A0", "\u000B", "*", "?", "[a-z]", "[", "]", ";", "; Remove-VM *", "|", "& calc", "&&", "||", "#", "<#", "#>", "--%", "-Force", "\u2013", "\u2014", "\u2015", ">", ">>", "<", "%PATH%", "!", "^", "=", ",",
  "\u202E", "\u202D", "\u2066", "\u05E9\u05DC\u05D5\u05DD", "\u0645\u0631\u062D\u0628\u0627", "\u200B", "\uFEFF", "\u4E2D\u6587", "\u00DC", "\u{1F5A5}", "\u007F", "\u001B[2J", "''", "'; Stop-VM x; '", "\u2019; Stop-VM x; \u2018", "' + $(1) + '", "{0}", "%s", "VM", "x y", "a", "0",
];

/** The word that every hostile name holds, so that it can be told from the text around it. */
export const MARK = "zq7x";

/** As many hostile names as asked for, the same on every run; none holds a path separator. */
export function hostileNames(count: number): string[] {
  const name = fc.tuple(fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 }), fc.array(fc.constantFrom(...PIECES), { maxLength: 4 })).map(([before, after]) => `${before.join("")}${MARK}${after.join("")}`);
  return fc.sample(name, { numRuns: count, seed: 5 });
}
