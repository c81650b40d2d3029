import { Inject, Injectable } from '@nestjs/common';
import { ConflictError, ValidationError } from '@touchstone/domain';
import { CONFIG } from '../../platform/config/config.module.js';
import type { Config } from '../../platform/config/config.js';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { RespondentPrincipal } from '../../platform/tenancy/principal.js';
import { newPersonToken } from '../assessments/index.js';
import { openDraft, sealDraft } from './draft-cipher.js';
import { ModelCache } from './model-cache.js';
import { demandOpen, findSeat, type Seat, stateOf, unknownLink } from './respondent-seat.js';
import type {
  BegunResponseType,
  RespondentDraftType,
  RespondentSessionType,
  RespondentStateEnum,
  SavedDraftType,
} from './response.type.js';

const LARGEST_DRAFT = 512 * 1024;

/** What a respondent sees before and while answering: the wave, the questionnaire, the draft. */
@Injectable()
export class ResponseService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly models: ModelCache,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  session(principal: RespondentPrincipal): Promise<RespondentSessionType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      const seat = await this.seat(transaction);
      const state = stateOf(seat, new Date());
      const open = state === 'open';
      if (open && seat.invitation_id) await this.markOpened(transaction, seat.invitation_id);
      const { model, questionnaire } = await this.models.get(transaction, seat.model_version_id);
      return {
        state: state as RespondentStateEnum,
        begins: principal.link.kind === 'group',
        organizationName: seat.organization_name,
        assessmentName: seat.assessment_name,
        purpose: seat.purpose,
        raterGroupName: seat.rater_group_name,
        anonymity: seat.anonymity as RespondentSessionType['anonymity'],
        minimumGroupSize: seat.minimum_group_size,
        deadline: seat.deadline,
        locales: [...model.locales],
        invitedName: seat.invited_name,
        personal: seat.personal,
        questionnaire: open ? questionnaire : null,
        draft: open ? this.draftOf(principal, seat) : null,
      };
    });
  }

  /** A seat of one's own behind a group's link, so that a draft and the one submission have somewhere to belong. */
  begin(principal: RespondentPrincipal): Promise<BegunResponseType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      if (principal.link.kind !== 'group') throw unknownLink();
      const seat = await this.seat(transaction);
      demandOpen(seat, new Date());
      const { token, hash } = newPersonToken(transaction.organizationId);
      await transaction.query(
        `INSERT INTO invitation (organization_id, id, assessment_id, rater_group_id, kind, token_hash, expires_at, opened_at)
         VALUES ($1, $2, $3, $4, 'seat', $5, $6, now())`,
        [transaction.organizationId, newId(), seat.assessment_id, seat.rater_group_id, hash, seat.expires_at],
      );
      return { token, expiresAt: seat.expires_at };
    });
  }

  saveDraft(principal: RespondentPrincipal, answers: unknown, revision: number): Promise<SavedDraftType> {
    const { link } = principal;
    if (link.kind !== 'person') throw unknownLink();
    const text = JSON.stringify(answers ?? null);
    if (answers === null || typeof answers !== 'object' || Array.isArray(answers)) {
      throw ValidationError.of('answers', 'wrong_type', 'Send an object with an entry per item.');
    }
    if (text.length > LARGEST_DRAFT) {
      throw ValidationError.of('answers', 'too_large', 'The draft is larger than any questionnaire.', {
        maximum: LARGEST_DRAFT,
      });
    }
    return this.unitOfWork.write(principal, async (transaction) => {
      const seat = await this.seat(transaction);
      demandOpen(seat, new Date());
      const invitationId = seat.invitation_id as string;
      // A draft that this link cannot open was written under an earlier link and is lost to everybody: begin anew.
      const readable = seat.draft === null || this.draftOf(principal, seat) !== null;
      const [saved] = await transaction.query<SavedDraftType>(
        `INSERT INTO answer_draft (organization_id, invitation_id, revision, ciphertext) VALUES ($1, $2, 1, $3)
         ON CONFLICT (organization_id, invitation_id)
         DO UPDATE SET revision = answer_draft.revision + 1, ciphertext = excluded.ciphertext, saved_at = now()
           WHERE answer_draft.revision = $4 OR NOT $5
         RETURNING revision, saved_at AS "savedAt"`,
        [transaction.organizationId, invitationId, sealDraft(link.draftKey(), invitationId, text), revision, readable],
      );
      if (!saved) throw new ConflictError('Draft', this.draftOf(principal, seat));
      return saved;
    });
  }

  private seat(transaction: Transaction): Promise<Seat> {
    return findSeat(transaction, transaction.principal as RespondentPrincipal, this.config.secretKey as string);
  }

  private draftOf({ link }: RespondentPrincipal, seat: Seat): RespondentDraftType | null {
    if (link.kind !== 'person' || !seat.draft || !seat.invitation_id) return null;
    const text = openDraft(link.draftKey(), seat.invitation_id, seat.draft);
    return text === null
      ? null
      : { answers: JSON.parse(text), revision: seat.draft_revision as number, savedAt: seat.draft_saved_at as Date };
  }

  private async markOpened(transaction: Transaction, invitationId: string): Promise<void> {
    await transaction.query(
      'UPDATE invitation SET opened_at = now() WHERE organization_id = $1 AND id = $2 AND opened_at IS NULL',
      [transaction.organizationId, invitationId],
    );
  }
}
