/**
 * Something a user can mend. It is shown as one sentence, without a stack, and ends the process
 * with a non-zero exit code.
 */
export class Refusal extends Error {
  /** @param {string} message one sentence */
  constructor(message) {
    super(message);
    this.name = "Refusal";
  }
}

/**
 * The text of anything thrown, on one line.
 * @param {unknown} error
 * @returns {string}
 */
export function messageOf(error) {
  if (error instanceof AggregateError && error.message === "" && error.errors.length > 0) return messageOf(error.errors[0]);
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().replace(/\s*\n\s*/g, "; ");
}

/**
 * The code that Node or Postgres puts on an error: ENOENT, EADDRINUSE, 57P03.
 * @param {unknown} error
 * @returns {string}
 */
export function codeOf(error) {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}

/**
 * Prints what ended a command: a sentence for what a user can mend, the stack for a bug of ours.
 * @param {unknown} error
 */
export function printFailure(error) {
  process.stderr.write(error instanceof Refusal ? `${error.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`);
}
