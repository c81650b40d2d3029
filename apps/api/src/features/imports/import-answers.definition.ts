import { z } from 'zod';
import { defineJob } from '../../platform/jobs/define-job.js';

/** What is imported and how stands in the import's own row; the job carries its id alone. */
export const importAnswersJob = defineJob({
  name: 'import-answers',
  payload: z.strictObject({ importId: z.uuid() }),
});
export type ImportAnswersPayload = z.infer<typeof importAnswersJob.payload>;
