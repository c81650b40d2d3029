import { Worker } from 'node:worker_threads';
import type { ComputeResultsInput, WaveResults } from '@touchstone/domain';

/** `computeResults` of the domain in a thread of its own; ended when the process is about to stop. */
export function computeInThread(input: ComputeResultsInput, signal: AbortSignal): Promise<WaveResults> {
  return new Promise((done, failed) => {
    const worker = new Worker(new URL('./compute-results.worker.mjs', import.meta.url), { workerData: input });
    const stop = (): void => void worker.terminate();
    signal.addEventListener('abort', stop, { once: true });
    worker.once('message', done);
    worker.once('error', failed);
    worker.once('exit', (code) => {
      signal.removeEventListener('abort', stop);
      if (code !== 0) failed(new Error('Computing was interrupted.'));
    });
  });
}
