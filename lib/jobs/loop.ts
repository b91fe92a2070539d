/** Work that is looked for again and again in this process. */
export interface Loop {
  /** Looks at once. */
  wake(): void;
  /** Ends after the work in hand. */
  stop(): Promise<void>;
}

const PAUSE_AFTER_FAULT = 1000;

/**
 * Calls `work` until it says that nothing is left, then again after `everyMs`. A failure, such as a database that is
 * away, is told once and tried again each second.
 */
export function startLoop(name: string, everyMs: number, work: () => Promise<boolean>): Loop {
  let stopping = false;
  let told = "";
  let rest: (() => void) | null = null;
  let isAwake = false;
  const pause = (ms: number) => new Promise<void>((resolve) => {
    if (isAwake || stopping) {
      resolve();
      return;
    }
    const timer = setTimeout(resolve, ms);
    rest = () => {
      clearTimeout(timer);
      resolve();
    };
  });
  const run = async () => {
    while (!stopping) {
      isAwake = false;
      try {
        const more = await work();
        told = "";
        // Pages take their turn between two pieces of work.
        await (more ? new Promise((resolve) => setImmediate(resolve)) : pause(everyMs));
      } catch (error) {
        const text = error instanceof Error ? error.message : String(error);
        if (text !== told) console.warn(`The job "${name}" waits: ${text}`);
        told = text;
        isAwake = false;
        await pause(PAUSE_AFTER_FAULT);
      }
    }
  };
  const ended = run();
  return {
    wake() {
      isAwake = true;
      rest?.();
    },
    async stop() {
      stopping = true;
      rest?.();
      await ended;
    },
  };
}
