import { z } from 'zod';
import { defineJob } from '../../platform/jobs/define-job.js';
import { defineSweep } from '../../platform/jobs/sweeps.js';

export const ALERT_OCCASIONS = ['opened', 'escalated', 'assigned'] as const;
export type AlertOccasion = (typeof ALERT_OCCASIONS)[number];

/** Tells people by mail. What came about together is told together: one letter to each, however many alerts. */
export const tellOfAlertsJob = defineJob({
  name: 'tell-of-alerts',
  payload: z.strictObject({
    occasion: z.enum(ALERT_OCCASIONS),
    alertIds: z.array(z.uuid()).min(1),
  }),
});
export type TellOfAlerts = z.infer<typeof tellOfAlertsJob.payload>;

/** What comes about by the clock alone: silence, a target that falls due, the end of a snooze, an alert left lying. */
export const watchAlertsSweep = defineSweep({ name: 'watch-alerts', everyMs: 10 * 60_000 });
