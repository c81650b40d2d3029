import { runWorkerProcess } from './bootstrap.js';
import { exitWith } from './exit-with.js';

runWorkerProcess(process.env).catch(exitWith);
