import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type AnswerProblem, checkAnswers, DomainError, type GivenAnswer, ValidationError } from '@touchstone/domain';
import { CONFIG } from '../../platform/config/config.module.js';
import type { Config } from '../../platform/config/config.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { RespondentPrincipal } from '../../platform/tenancy/principal.js';
import { shareWave } from '../assessments/index.js';
import { ModelCache, type PreparedModel } from './model-cache.js';
import { demandOpen, findSeat, type Seat, unknownLink } from './respondent-seat.js';
import { ResponseNews } from './response-news.js';
import type { AnswerInput, SubmittedAnswersType } from './response.type.js';

/** Takes a respondent's answers, once, whole or not at all. */
@Injectable()
export class SubmitAnswersService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly models: ModelCache,
    private readonly news: ResponseNews,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  submit(
    principal: RespondentPrincipal,
    answers: readonly AnswerInput[],
    locale: string,
  ): Promise<SubmittedAnswersType> {
    if (principal.link.kind !== 'person') throw unknownLink();
    return this.unitOfWork.write(principal, async (transaction) => {
      const seat = await findSeat(transaction, principal, this.config.secretKey as string);
      demandOpen(seat, new Date());
      const prepared = await this.models.get(transaction, seat.model_version_id);
      const given = answers.map((answer) => toGiven(answer, prepared));
      refuse(checkAnswers(prepared.checker, given), given);
      const told = given.filter((answer) => hasValue(answer) || answer.comment);
      if (told.length === 0)
        throw ValidationError.of('answers', 'empty', 'Answer at least one question before submitting.');

      await shareWave(transaction, seat.assessment_id);
      const submittedOn = await this.claim(transaction, seat);
      await this.store(transaction, seat, prepared, told, locale, submittedOn);
      // Says that an answer came, and neither whose nor what: the trail must not undo the anonymity.
      transaction.audit({ act: 'response.submitted', objectKind: 'Assessment', objectId: seat.assessment_id });
      transaction.afterCommit(() => this.news.arrived(transaction.organizationId, seat.assessment_id));
      const answered = told.filter(hasValue).length;
      return { submittedOn, answered, total: itemCount(prepared) };
    });
  }

  /** Marks the link as used; of two submissions at once, one finds it used. */
  private async claim(transaction: Transaction, seat: Seat): Promise<string> {
    const [claimed] = await transaction.query<{ day: string }>(
      `UPDATE invitation i SET submitted_on = (now() AT TIME ZONE $3)::date
       FROM assessment a
       WHERE i.organization_id = $1 AND i.id = $2 AND i.submitted_on IS NULL AND i.revoked_at IS NULL
         AND a.organization_id = i.organization_id AND a.id = i.assessment_id AND a.state = 'open'
       RETURNING i.submitted_on::text AS day`,
      [transaction.organizationId, seat.invitation_id, seat.time_zone],
    );
    if (claimed) return claimed.day;
    const now = await findSeat(
      transaction,
      transaction.principal as RespondentPrincipal,
      this.config.secretKey as string,
    );
    demandOpen(now, new Date());
    throw new DomainError('ASSESSMENT_CLOSED', 'The wave closed in this moment.');
  }

  /** One statement for everything. Ids are random and not in order of time, so that they do not tell who came when. */
  private async store(
    transaction: Transaction,
    seat: Seat,
    { checker }: PreparedModel,
    given: readonly GivenAnswer[],
    locale: string,
    submittedOn: string,
  ): Promise<void> {
    const isText = ({ itemId }: GivenAnswer): boolean => checker.item(itemId)?.type === 'text';
    const scored = given.filter((answer) => !isText(answer) && hasValue(answer));
    const comments = given.flatMap((answer) =>
      [isText(answer) ? answer.value : null, answer.comment]
        .filter((text): text is string => typeof text === 'string' && text.trim() !== '')
        .map((text) => ({ id: randomUUID(), practice: answer.itemId, text: text.trim() })),
    );
    await transaction.query(
      `WITH s AS (
         INSERT INTO submission (organization_id, id, assessment_id, rater_group_id, submitted_on, source, locale, invitation_id)
         VALUES ($1, $2, $3, $4, $5, 'respondent', $6, $7)
       ), a AS (
         INSERT INTO answer (organization_id, submission_id, item_id, value, not_applicable)
         SELECT $1, $2, item, value, value IS NULL FROM unnest($8::text[], $9::float8[]) AS given (item, value)
       ), c AS (
         INSERT INTO answer_comment (organization_id, id, assessment_id, practice_id, locale, text)
         SELECT $1, (x ->> 'id')::uuid, $3,
           coalesce((SELECT n.parent_id FROM model_node n WHERE n.organization_id = $1 AND n.model_version_id = $11
                     AND n.node_kind = 'item' AND n.node_id = x ->> 'practice'), x ->> 'practice'), $6, x ->> 'text'
         FROM jsonb_array_elements($10::jsonb) AS x
       )
       DELETE FROM answer_draft WHERE organization_id = $1 AND invitation_id = $12`,
      [
        transaction.organizationId,
        randomUUID(),
        seat.assessment_id,
        seat.rater_group_id,
        seat.anonymity === 'named' ? submittedOn : monthOf(submittedOn),
        locale.slice(0, 20),
        seat.anonymity === 'named' ? seat.invitation_id : null,
        scored.map(({ itemId }) => itemId),
        scored.map(({ value }) => (value === 'na' ? null : value)),
        JSON.stringify(comments),
        seat.model_version_id,
        seat.invitation_id,
      ],
    );
  }
}

/** A question that wants words has nothing to be "not applicable" to: it is simply left open. */
function toGiven(
  { itemId, value, notApplicable, text, comment }: AnswerInput,
  { checker }: PreparedModel,
): GivenAnswer {
  if (notApplicable) return { itemId, value: checker.item(itemId)?.type === 'text' ? null : 'na', comment };
  return { itemId, value: text ?? value ?? null, comment };
}

/** Kept no finer than the month unless the wave is named: a day with one answer would say whose it is. */
const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

const hasValue = ({ value }: GivenAnswer): boolean => value !== null && value !== undefined;

const MESSAGES: Readonly<Record<AnswerProblem['code'], string>> = {
  UNKNOWN_ITEM: 'This question is not part of the questionnaire.',
  ANSWERED_TWICE: 'This question is answered twice.',
  WRONG_TYPE: 'This is not the kind of answer that the question takes.',
  OUT_OF_SCALE: 'This value is not on the scale.',
  NOT_APPLICABLE_NOT_ALLOWED: 'This question cannot be marked as not applicable.',
  TEXT_TOO_LONG: 'The text is too long.',
  COMMENT_WRONG_TYPE: 'A comment is a text.',
  COMMENT_TOO_LONG: 'The comment is too long.',
};

function refuse(problems: readonly AnswerProblem[], given: readonly GivenAnswer[]): void {
  if (problems.length === 0) return;
  throw new ValidationError(
    problems.map((problem) => ({
      path: `answers.${given.findIndex(({ itemId }) => itemId === problem.itemId)}`,
      code: problem.code,
      message: MESSAGES[problem.code],
      params: { itemId: problem.itemId, ...(problem.allowed ? { allowed: problem.allowed.join(', ') } : {}) },
    })),
  );
}

const itemCount = ({ model }: PreparedModel): number =>
  model.dimensions.reduce(
    (sum, { practices }) => sum + practices.reduce((items, practice) => items + practice.items.length, 0),
    0,
  );
