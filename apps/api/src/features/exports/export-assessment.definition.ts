import { z } from 'zod';
import { defineJob } from '../../platform/jobs/define-job.js';
import { FILE_FORMATS } from '../../platform/tables/index.js';

export const EXPORT_KINDS = ['results', 'answers'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** Writes a wave's results or answers into a file that is kept for whoever asked. */
export const exportAssessmentJob = defineJob({
  name: 'export-assessment',
  payload: z.strictObject({
    assessmentId: z.uuid(),
    kind: z.enum(EXPORT_KINDS),
    format: z.enum(FILE_FORMATS),
    locale: z.string().max(20),
  }),
});
export type ExportAssessmentPayload = z.infer<typeof exportAssessmentJob.payload>;
