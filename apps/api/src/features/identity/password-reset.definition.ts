import { z } from 'zod';
import { defineJob } from '../../platform/jobs/define-job.js';

/** Mails a link to set a new password. Knows only the account; the link is made when the letter is written. */
export const sendPasswordResetJob = defineJob({
  name: 'send-password-reset',
  payload: z.strictObject({ accountId: z.uuid() }),
});
