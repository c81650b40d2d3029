import { z } from 'zod';
import { defineJob } from '../../platform/jobs/define-job.js';
import { defineSweep } from '../../platform/jobs/sweeps.js';

/** One registration whose day has come, because somebody does not want to wait for the next round. */
export const judgeEffectJob = defineJob({
  name: 'judge-effect',
  payload: z.strictObject({ registrationId: z.uuid() }),
});

/** Tells owner and sponsor of an initiative what became of its promise. */
export const tellOfVerdictJob = defineJob({
  name: 'tell-of-verdict',
  payload: z.strictObject({ verdictId: z.uuid() }),
});

/** Evaluations whose day has come, and proven gains that are to be looked at again. */
export const judgeEffectsSweep = defineSweep({ name: 'judge-effects', everyMs: 15 * 60_000 });
