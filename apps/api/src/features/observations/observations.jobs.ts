import { z } from 'zod';
import { defineJob } from '../../platform/jobs/define-job.js';
import { defineSweep } from '../../platform/jobs/sweeps.js';

/** What is imported and how stands in the import's own row; the job carries its id alone. */
export const importObservationsJob = defineJob({
  name: 'import-observations',
  payload: z.strictObject({ importId: z.uuid() }),
});

export const undoObservationsJob = defineJob({
  name: 'undo-observations',
  payload: z.strictObject({ importId: z.uuid() }),
});

/** What a metric's roll-ups say has changed: whoever watches metrics looks again. Whoever looks while days are still marked leaves it to the job that follows. */
export const evaluateMetricJob = defineJob({
  name: 'evaluate-metric',
  payload: z.strictObject({ metricId: z.uuid() }),
});

/** For marks whose job was lost; it finds nothing to do otherwise. */
export const recomputeRollupsSweep = defineSweep({ name: 'recompute-rollups', everyMs: 5 * 60_000 });

export type OfImport = z.infer<typeof importObservationsJob.payload>;
