import { z } from 'zod';
import { defineJob } from '../../platform/jobs/define-job.js';

/** What is imported and how stands in the import's own row; the job carries its id alone. */
export const importFeedbackJob = defineJob({
  name: 'import-feedback',
  payload: z.strictObject({ importId: z.uuid() }),
});

export const undoFeedbackJob = defineJob({
  name: 'undo-feedback',
  payload: z.strictObject({ importId: z.uuid(), leaveTriaged: z.boolean() }),
});

export type OfImport = z.infer<typeof importFeedbackJob.payload>;
export type OfUndo = z.infer<typeof undoFeedbackJob.payload>;
