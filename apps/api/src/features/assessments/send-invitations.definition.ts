import { z } from 'zod';
import { defineJob } from '../../platform/jobs/define-job.js';

/** Mails invitations or reminders. Knows only ids: links are made when a mail is written and stand nowhere else. */
export const sendInvitationsJob = defineJob({
  name: 'send-invitations',
  payload: z.strictObject({
    assessmentId: z.uuid(),
    invitationIds: z.array(z.uuid()).min(1),
    kind: z.enum(['invitation', 'reminder']),
  }),
});
