const DRAIN_MS = 20_000;

export interface Lifetime {
  /** Adds what has to be stopped; the last added is stopped first. */
  onStop(step: () => Promise<unknown>): void;
  readonly stopping: boolean;
}

/**
 * Lets requests and jobs in flight finish, then goes. Listens from the start on, so that an interrupted start leaves as
 * cleanly as an interrupted service. A second signal does not make it go faster or lose data.
 */
export function stopOnSignals(): Lifetime {
  const steps: (() => Promise<unknown>)[] = [];
  let stopping = false;
  const stop = async (): Promise<void> => {
    for (let step = steps.pop(); step; step = steps.pop()) await step();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      setTimeout(() => process.exit(1), DRAIN_MS).unref();
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
  return {
    onStop: (step) => void steps.push(step),
    get stopping() {
      return stopping;
    },
  };
}
