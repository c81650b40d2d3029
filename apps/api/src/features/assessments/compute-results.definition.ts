import { z } from 'zod';
import { defineJob } from '../../platform/jobs/define-job.js';

/** Computes a closed wave's results. Defined here because closing asks for it; the results feature does it. */
export const computeResultsJob = defineJob({
  name: 'compute-results',
  payload: z.strictObject({ assessmentId: z.uuid(), reason: z.enum(['closed', 're-score']) }),
});
