import { z } from 'zod';
import { defineJob } from '../../platform/jobs/define-job.js';
import { defineSweep } from '../../platform/jobs/sweeps.js';

/** Writes to people whose digest has fallen due; each is told what has come about since their letter before. */
export const sendDigestsJob = defineJob({
  name: 'send-digests',
  payload: z.strictObject({
    people: z.array(z.strictObject({ membershipId: z.uuid(), since: z.iso.datetime() })).min(1),
  }),
});

export const digestSweep = defineSweep({ name: 'digests', everyMs: 15 * 60_000 });
