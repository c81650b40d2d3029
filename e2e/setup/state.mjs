// What the start of the suite tells its scenarios: where the application runs and which browser to drive.
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * @typedef {object} SuiteState
 * @property {string} url
 * @property {number} port
 * @property {string} directory holds the data and the log; thrown away at the end
 * @property {number} pid
 * @property {{ executable: string, environment: Record<string, string> }[]} browsers the first that starts is driven
 */

const VARIABLE = 'END_TO_END_STATE';

/** @returns {SuiteState} */
export function readState() {
  const file = process.env[VARIABLE];
  if (!file)
    throw new Error('The end-to-end scenarios run through their Jest configuration, which starts the application.');
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** @param {SuiteState} state */
export function writeState(state) {
  const file = process.env[VARIABLE] ?? `${state.directory}/state.json`;
  process.env[VARIABLE] = file;
  writeFileSync(file, JSON.stringify(state));
}
