// Runs in a thread of its own, so that computing a large wave does not hold up requests served by the same process.
import { parentPort, workerData } from 'node:worker_threads';
import { computeResults } from '@touchstone/domain';

parentPort.postMessage(computeResults(workerData));
