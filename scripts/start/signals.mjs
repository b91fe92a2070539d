/** A second Ctrl-C this much later means: at once. npm passes the first one on a second time. */
const impatienceMs = 2_000;

/**
 * Runs `stop` once when the process is asked to end, then ends it with exit code 0.
 * @param {() => Promise<void>} stop
 */
export function onStopSignal(stop) {
  let askedAt = 0;
  const ask = () => {
    if (askedAt === 0) {
      askedAt = Date.now();
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    } else if (Date.now() - askedAt > impatienceMs) {
      process.exit(1);
    }
  };
  for (const name of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"])) process.on(name, ask);
}
