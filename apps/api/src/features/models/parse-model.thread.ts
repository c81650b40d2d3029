import { parentPort, workerData } from 'node:worker_threads';
import { parseMaturityModel } from '@touchstone/domain';

parentPort?.postMessage(parseMaturityModel(workerData as string));
