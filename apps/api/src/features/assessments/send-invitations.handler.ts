import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type AnonymityPolicy, DomainError } from '@touchstone/domain';
import { CONFIG } from '../../platform/config/config.module.js';
import type { Config } from '../../platform/config/config.js';
import { JobHandlers, type JobRun } from '../../platform/jobs/job-handlers.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { invitationLetter } from './invitation-letter.js';
import { linkAddress, newPersonToken } from './respondent-link.js';
import { sendInvitationsJob } from './send-invitations.definition.js';

interface Addressee {
  email: string;
  name: string | null;
  locale: string | null;
  has_draft: boolean;
  organization_name: string;
  time_zone: string;
  locales: string[];
  assessment_name: string;
  purpose: string;
  deadline: Date;
  anonymity: AnonymityPolicy;
  minimum_group_size: number;
}

type Payload = { assessmentId: string; invitationIds: string[]; kind: 'invitation' | 'reminder' };

/**
 * Mails invitations and reminders one by one. Each letter gets a link of its own, made in the moment of writing and kept
 * as a hash; only where a draft exists the link stays as it is, because the draft can be opened by no other.
 */
@Injectable()
export class SendInvitationsHandler implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.handlers.register(sendInvitationsJob, (run) => this.run(run));
  }

  private async run(run: JobRun<Payload>): Promise<object> {
    const { invitationIds } = run.payload;
    let sent = 0;
    let refused = 0;
    for (const [index, id] of invitationIds.entries()) {
      run.signal.throwIfAborted();
      try {
        if (await this.send(run, id)) sent += 1;
      } catch (error) {
        // One address that the mail server does not take must not keep the others waiting.
        if (!(error instanceof DomainError && error.code === 'MAIL_REFUSED')) throw error;
        refused += 1;
      }
      await run.progress(index + 1, invitationIds.length);
    }
    return { sent, refused, skipped: invitationIds.length - sent - refused };
  }

  /** The letter leaves inside the transaction that keeps its link: if it cannot leave, the old link stays good. */
  private send(run: JobRun<Payload>, id: string): Promise<boolean> {
    return run.once(`${run.jobId}:${id}`, async (transaction) => {
      const [addressee] = await transaction.query<Addressee>(ADDRESSEE, [transaction.organizationId, id]);
      if (!addressee) return false;
      const { token, hash } = newPersonToken(transaction.organizationId);
      await transaction.query(
        `UPDATE invitation SET mailed_at = now(), token_hash = CASE WHEN $4 THEN token_hash ELSE $3 END
         WHERE organization_id = $1 AND id = $2`,
        [transaction.organizationId, id, hash, addressee.has_draft],
      );
      await this.mailer.send(
        invitationLetter({
          to: addressee.email,
          name: addressee.name,
          locale: addressee.locale ?? addressee.locales[0] ?? 'en',
          kind: run.payload.kind,
          organizationName: addressee.organization_name,
          assessmentName: addressee.assessment_name,
          purpose: addressee.purpose,
          deadline: addressee.deadline,
          timeZone: addressee.time_zone,
          anonymity: addressee.anonymity,
          minimumGroupSize: addressee.minimum_group_size,
          link: addressee.has_draft ? null : linkAddress(this.config.publicUrl, token),
        }),
      );
      return true;
    });
  }
}

/** Only who still has something to answer, in a wave that has not ended. */
const ADDRESSEE = `
  SELECT i.email, i.name, i.locale, o.name AS organization_name, o.time_zone, o.locales, a.name AS assessment_name, a.purpose,
    a.deadline, a.anonymity, a.minimum_group_size,
    EXISTS (SELECT FROM answer_draft d WHERE d.organization_id = i.organization_id AND d.invitation_id = i.id) AS has_draft
  FROM invitation i
  JOIN assessment a ON a.organization_id = i.organization_id AND a.id = i.assessment_id
  JOIN organization o ON o.id = i.organization_id
  WHERE i.organization_id = $1 AND i.id = $2 AND i.email IS NOT NULL AND i.submitted_on IS NULL AND i.revoked_at IS NULL
    AND a.state IN ('draft', 'open') AND a.deadline > now()
  FOR UPDATE OF i`;
