import { LAUNCHED_INITIATIVES } from './harbour-initiatives-launched.js';
import { JUDGED_INITIATIVES } from './harbour-initiatives-judged.js';
import { RUNNING_INITIATIVES } from './harbour-initiatives-running.js';
import type { SampleInitiative } from './sample-initiative.js';

/** What Harbour Bank undertakes, in the order in which it was proposed. */
export const HARBOUR_INITIATIVES: readonly SampleInitiative[] = [
  ...JUDGED_INITIATIVES,
  ...LAUNCHED_INITIATIVES,
  ...RUNNING_INITIATIVES,
].sort((one, other) => one.proposed - other.proposed);
