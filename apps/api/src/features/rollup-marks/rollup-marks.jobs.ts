import { z } from 'zod';
import { defineJob } from '../../platform/jobs/define-job.js';

/** Follows whatever has marked days; which ones stands in the marks. */
export const recomputeRollupsJob = defineJob({ name: 'recompute-rollups', payload: z.strictObject({}) });
