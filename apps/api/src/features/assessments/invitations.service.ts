import { Inject, Injectable } from '@nestjs/common';
import { type FieldProblem, mayChange, NotFoundError, RuleError, ValidationError } from '@touchstone/domain';
import { validate as isUuid } from 'uuid';
import { CONFIG } from '../../platform/config/config.module.js';
import type { Config } from '../../platform/config/config.js';
import { newId, type Transaction } from '../../platform/database/unit-of-work.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import type { InviteeInput } from './assessment.input.js';
import { AssessmentService } from './assessment.service.js';
import { InvitationEntity } from './invitation.entity.js';
import { sendInvitationsJob } from './send-invitations.definition.js';
import { linkAddress, newPersonToken } from './respondent-link.js';
import { RaterGroupEntity } from './rater-group.entity.js';

export const MOST_INVITEES_AT_ONCE = 1000;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export interface IssuedInvitationId {
  readonly id: string;
  readonly link: string;
}

export interface ReminderOutcome {
  readonly queued: number;
  readonly skippedSubmitted: number;
  readonly skippedWithoutEmail: number;
}

/** Personal links: issued once, renewed or withdrawn, mailed and reminded. */
@Injectable()
export class InvitationsService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly assessments: AssessmentService,
    private readonly idempotency: Idempotency,
  ) {}

  /**
   * The same, harmless to repeat: whoever asks again with the same key did not see the links of the first time, which
   * nobody can show any more, so the same people get new ones.
   */
  async issueOnce(
    transaction: Transaction,
    assessmentId: string,
    invitees: readonly InviteeInput[],
    sendMail: boolean,
    key: string | null,
  ): Promise<IssuedInvitationId[]> {
    if (!key) return this.issue(transaction, assessmentId, invitees, sendMail);
    let fresh: IssuedInvitationId[] | null = null;
    const request = { assessmentId, invitees, sendMail };
    const ids = await this.idempotency.run(transaction, { operation: 'createInvitations', key, request }, async () => {
      fresh = await this.issue(transaction, assessmentId, invitees, sendMail);
      return fresh.map(({ id }) => id);
    });
    if (fresh) return fresh;
    const renewed: IssuedInvitationId[] = [];
    for (const id of ids) renewed.push(await this.renew(transaction, id));
    return renewed;
  }

  async issue(
    transaction: Transaction,
    assessmentId: string,
    invitees: readonly InviteeInput[],
    sendMail: boolean,
  ): Promise<IssuedInvitationId[]> {
    const assessment = await this.assessments.find(transaction, assessmentId);
    if (!mayChange(assessment.state, 'invitations')) {
      throw new RuleError('STATE_FORBIDS', 'The wave is over.', { state: assessment.state });
    }
    const groups = await this.assessments.groupsOf(transaction, assessmentId);
    await this.check(transaction, assessmentId, invitees, groups, sendMail);
    const issued: IssuedInvitationId[] = [];
    const rows: Partial<InvitationEntity>[] = invitees.map((invitee) => {
      const { token, hash } = newPersonToken(transaction.organizationId);
      const id = newId();
      issued.push({ id, link: linkAddress(this.config.publicUrl, token) });
      return {
        organizationId: transaction.organizationId,
        id,
        assessmentId,
        raterGroupId: invitee.raterGroupId,
        kind: 'person',
        email: invitee.email?.trim().toLowerCase() || null,
        name: invitee.name?.trim() || null,
        locale: invitee.locale ?? null,
        tokenHash: hash,
        expiresAt: assessment.deadline,
      };
    });
    await transaction.manager.getRepository(InvitationEntity).insert(rows);
    // The mail job makes a link of its own: a link that was shown here is never stored, so it could not be mailed.
    if (sendMail)
      await enqueue(transaction, sendInvitationsJob, {
        assessmentId,
        invitationIds: issued.map(({ id }) => id),
        kind: 'invitation',
      });
    transaction.audit({
      act: 'invitation.issued',
      objectKind: 'Assessment',
      objectId: assessmentId,
      changes: { count: issued.length, mailed: sendMail },
    });
    return issued;
  }

  /** A new link for the same person. The old one stops working, and with it goes a draft that only the old one could open. */
  async renew(transaction: Transaction, id: string): Promise<IssuedInvitationId> {
    const invitation = await this.find(transaction, id);
    await this.refuseAnswered(transaction, invitation);
    const { organizationId } = transaction;
    const { token, hash } = newPersonToken(organizationId);
    await transaction.manager
      .getRepository(InvitationEntity)
      .update({ organizationId, id }, { tokenHash: hash, revokedAt: null, openedAt: null });
    await transaction.query('DELETE FROM answer_draft WHERE organization_id = $1 AND invitation_id = $2', [
      organizationId,
      id,
    ]);
    transaction.audit({ act: 'invitation.renewed', objectKind: 'Invitation', objectId: id });
    return { id, link: linkAddress(this.config.publicUrl, token) };
  }

  async revoke(transaction: Transaction, id: string): Promise<void> {
    const invitation = await this.find(transaction, id);
    await this.refuseAnswered(transaction, invitation);
    const { organizationId } = transaction;
    await transaction.manager.getRepository(InvitationEntity).update({ organizationId, id }, { revokedAt: new Date() });
    await transaction.query('DELETE FROM answer_draft WHERE organization_id = $1 AND invitation_id = $2', [
      organizationId,
      id,
    ]);
    transaction.audit({ act: 'invitation.revoked', objectKind: 'Invitation', objectId: id });
  }

  /** Switches a group's link off, or on again as a new one: a link that was withdrawn never works again. */
  async setGroupLink(transaction: Transaction, raterGroupId: string, revoked: boolean): Promise<string> {
    const { organizationId } = transaction;
    const groups = transaction.manager.getRepository(RaterGroupEntity);
    const group = isUuid(raterGroupId) ? await groups.findOneBy({ organizationId, id: raterGroupId }) : null;
    if (!group) throw new NotFoundError('Rater group');
    if (revoked) await groups.update({ organizationId, id: group.id }, { linkRevokedAt: new Date() });
    else if (group.linkRevokedAt)
      await groups.update({ organizationId, id: group.id }, { linkRevokedAt: null, linkNonce: newId() });
    transaction.audit({
      act: revoked ? 'group_link.revoked' : 'group_link.renewed',
      objectKind: 'RaterGroup',
      objectId: group.id,
    });
    return group.assessmentId;
  }

  /** Reminds those who were invited by mail and have not answered; at most once an hour each. */
  async remind(transaction: Transaction, assessmentId: string, raterGroupId: string | null): Promise<ReminderOutcome> {
    const assessment = await this.assessments.find(transaction, assessmentId);
    if (assessment.state !== 'open')
      throw new RuleError('STATE_FORBIDS', 'Only an open wave can remind.', { state: assessment.state });
    if (raterGroupId && !isUuid(raterGroupId)) throw new NotFoundError('Rater group');
    const [counts] = await transaction.query<{ due: string[] | null; submitted: number; silent: number }>(
      `SELECT array_agg(id) FILTER (WHERE submitted_on IS NULL AND email IS NOT NULL
                AND (reminded_at IS NULL OR reminded_at < now() - interval '1 hour')) AS due,
              count(*) FILTER (WHERE submitted_on IS NOT NULL)::int AS submitted,
              count(*) FILTER (WHERE submitted_on IS NULL AND email IS NULL)::int AS silent
       FROM invitation
       WHERE organization_id = $1 AND assessment_id = $2 AND kind = 'person' AND revoked_at IS NULL
         AND ($3::uuid IS NULL OR rater_group_id = $3)`,
      [transaction.organizationId, assessmentId, raterGroupId],
    );
    const due = counts?.due ?? [];
    if (due.length > 0) {
      await transaction.query(
        `UPDATE invitation SET reminded_at = now(), reminder_count = reminder_count + 1 WHERE organization_id = $1 AND id = ANY($2)`,
        [transaction.organizationId, due],
      );
      await enqueue(transaction, sendInvitationsJob, { assessmentId, invitationIds: due, kind: 'reminder' });
    }
    transaction.audit({
      act: 'assessment.reminded',
      objectKind: 'Assessment',
      objectId: assessmentId,
      changes: { count: due.length },
    });
    return { queued: due.length, skippedSubmitted: counts?.submitted ?? 0, skippedWithoutEmail: counts?.silent ?? 0 };
  }

  /**
   * Who has answered needs no link any more. In an anonymous wave this is not said: a refusal would show who answered,
   * which nobody is to be shown. There the act changes the link, which is used up, and leaves the answers alone.
   */
  private async refuseAnswered(transaction: Transaction, invitation: InvitationEntity): Promise<void> {
    if (!invitation.submittedOn) return;
    const { anonymity } = await this.assessments.find(transaction, invitation.assessmentId);
    if (anonymity !== 'anonymous') throw new RuleError('ALREADY_SUBMITTED', 'This person has answered already.');
  }

  private async find(transaction: Transaction, id: string): Promise<InvitationEntity> {
    const found = isUuid(id)
      ? await transaction.manager
          .getRepository(InvitationEntity)
          .findOneBy({ organizationId: transaction.organizationId, id, kind: 'person' })
      : null;
    if (!found) throw new NotFoundError('Invitation');
    return found;
  }

  private async check(
    transaction: Transaction,
    assessmentId: string,
    invitees: readonly InviteeInput[],
    groups: readonly RaterGroupEntity[],
    sendMail: boolean,
  ): Promise<void> {
    if (invitees.length < 1 || invitees.length > MOST_INVITEES_AT_ONCE) {
      throw ValidationError.of('invitees', 'out_of_range', `Invite 1 to ${MOST_INVITEES_AT_ONCE} people at a time.`, {
        minimum: 1,
        maximum: MOST_INVITEES_AT_ONCE,
      });
    }
    const emails = invitees.map(({ email }) => email?.trim().toLowerCase() || null);
    const known = await transaction.query<{ email: string }>(
      `SELECT email FROM invitation WHERE organization_id = $1 AND assessment_id = $2 AND email = ANY($3) AND revoked_at IS NULL`,
      [transaction.organizationId, assessmentId, emails.filter(Boolean)],
    );
    const invited = new Set(known.map(({ email }) => email));
    const problems = invitees.flatMap((invitee, index): FieldProblem[] => {
      const email = emails[index];
      const path = `invitees.${index}`;
      const found: FieldProblem[] = [];
      if (!groups.some(({ id }) => id === invitee.raterGroupId)) {
        found.push({
          path: `${path}.raterGroupId`,
          code: 'unknown',
          message: 'This group is not part of the assessment.',
        });
      }
      if (email && !EMAIL.test(email)) {
        found.push({
          path: `${path}.email`,
          code: 'not_an_email',
          message: 'Write an address such as name@example.org.',
        });
      }
      if (!email && sendMail) {
        found.push({ path: `${path}.email`, code: 'required', message: 'An invitation by mail needs an address.' });
      }
      if (email && (emails.indexOf(email) !== index || invited.has(email))) {
        found.push({ path: `${path}.email`, code: 'duplicate', message: 'This person is invited already.' });
      }
      return found;
    });
    if (problems.length > 0) throw new ValidationError(problems);
  }
}
