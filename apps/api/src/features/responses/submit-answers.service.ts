import { Injectable } from '@nestjs/common';
import { DomainError, UnavailableError, ValidationError } from '@touchstone/domain';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { RespondentPrincipal } from '../../platform/tenancy/principal.js';
import { Gathering, type Outcome } from './gathering.js';
import { hasValue, toldAnswers } from './given-answers.js';
import { ModelCache } from './model-cache.js';
import { demandOpen, shareSeatsOfPersons, type SeatOfPerson, unknownLink } from './respondent-seat.js';
import { ResponseNews } from './response-news.js';
import type { AnswerInput, SubmittedAnswersType } from './response.type.js';
import { storeSubmissions, type SubmissionToStore } from './store-submissions.js';

/** Kept with comments and shown beside them. */
const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;

/**
 * A transaction stays short however many arrive at once. Two are under way, so that one can check and store while the
 * other waits for the disk.
 */
const LIMITS = { together: 16, sideBySide: 2 };

interface Submitting {
  readonly principal: RespondentPrincipal;
  readonly tokenHash: Buffer;
  readonly answers: readonly AnswerInput[];
  readonly locale: string;
}

/**
 * Takes a respondent's answers, once, whole or not at all. Respondents of one organisation who submit in the same moment
 * share a transaction: writing the audit chain lets only one transaction of an organisation commit at a time, and ten
 * who wait for the disk together wait once. Each is still checked, stored or refused, and recorded, for themselves.
 */
@Injectable()
export class SubmitAnswersService {
  private readonly together = new Gathering<Submitting, SubmittedAnswersType>(
    LIMITS,
    (submissions) => this.submitTogether(submissions),
    (error) => error instanceof UnavailableError,
  );

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly models: ModelCache,
    private readonly news: ResponseNews,
  ) {}

  async submit(
    principal: RespondentPrincipal,
    answers: readonly AnswerInput[],
    locale: string,
  ): Promise<SubmittedAnswersType> {
    const { organizationId, link } = principal;
    if (link.kind !== 'person') throw unknownLink();
    if (!LANGUAGE.test(locale)) throw ValidationError.of('locale', 'isIn', 'Name a language such as en or zh-CN.');
    return this.together.add(organizationId, { principal, tokenHash: link.tokenHash, answers, locale });
  }

  /** All are respondents of one organisation, which is all that the transaction and the audit trail know of them. */
  private submitTogether(submissions: readonly Submitting[]): Promise<Outcome<SubmittedAnswersType>[]> {
    return this.unitOfWork.write(submissions[0]!.principal, async (transaction) => {
      const checked = await this.check(transaction, submissions);
      const stored = await this.store(
        transaction,
        checked.flatMap((outcome) => ('result' in outcome ? [outcome.result] : [])),
      );
      return checked.map((outcome) => ('result' in outcome ? stored.get(outcome.result)! : outcome));
    });
  }

  /** One after the other: what has to be read for it is read on the one connection of the transaction. */
  private async check(
    transaction: Transaction,
    submissions: readonly Submitting[],
  ): Promise<Outcome<SubmissionToStore>[]> {
    const seats = await this.seats(
      transaction,
      submissions.map(({ tokenHash }) => tokenHash),
    );
    const outcomes: Outcome<SubmissionToStore>[] = [];
    const used = new Set<string>();
    for (const { tokenHash, answers, locale } of submissions) {
      try {
        const seat = seats.get(tokenHash.toString('hex'));
        if (!seat) throw unknownLink();
        demandOpen({ ...seat, submitted: seat.submitted || used.has(seat.invitation_id) }, new Date());
        const prepared = await this.models.get(transaction, seat.model_version_id);
        outcomes.push({ result: { seat, prepared, told: toldAnswers(answers, prepared), locale } });
        used.add(seat.invitation_id);
      } catch (refusal) {
        if (!(refusal instanceof DomainError)) throw refusal;
        outcomes.push({ refusal });
      }
    }
    return outcomes;
  }

  private async store(
    transaction: Transaction,
    submissions: readonly SubmissionToStore[],
  ): Promise<ReadonlyMap<SubmissionToStore, Outcome<SubmittedAnswersType>>> {
    if (submissions.length === 0) return new Map();
    const days = await storeSubmissions(transaction, submissions);
    const outcomes = new Map<SubmissionToStore, Outcome<SubmittedAnswersType>>();
    for (const submission of submissions) {
      const day = days.get(submission.seat.invitation_id);
      if (day) outcomes.set(submission, { result: this.taken(transaction, submission, day) });
    }
    const late = submissions.filter((submission) => !outcomes.has(submission));
    if (late.length > 0)
      for (const [submission, refusal] of await this.refusals(transaction, late)) outcomes.set(submission, { refusal });
    return outcomes;
  }

  private taken(
    transaction: Transaction,
    { seat, prepared, told }: SubmissionToStore,
    submittedOn: string,
  ): SubmittedAnswersType {
    const { organizationId } = transaction;
    // Says that an answer came, and neither whose nor what: the trail must not undo the anonymity.
    transaction.audit({ act: 'response.submitted', objectKind: 'Assessment', objectId: seat.assessment_id });
    transaction.afterCommit(() => this.news.arrived(organizationId, seat.assessment_id));
    return { submittedOn, answered: told.filter(hasValue).length, total: prepared.checker.size };
  }

  /** Open when they were looked at, and not when they were to be stored: says what happened in between. */
  private async refusals(
    transaction: Transaction,
    late: readonly SubmissionToStore[],
  ): Promise<(readonly [SubmissionToStore, unknown])[]> {
    const hashes = late.map(({ seat }) => seat.token_hash);
    const seats = await this.seats(transaction, hashes);
    return late.map((submission) => {
      const now = seats.get(submission.seat.token_hash.toString('hex'));
      try {
        if (!now) throw unknownLink();
        demandOpen(now, new Date());
        throw new DomainError('ASSESSMENT_CLOSED', 'The wave closed in this moment.');
      } catch (refusal) {
        return [submission, refusal] as const;
      }
    });
  }

  private async seats(transaction: Transaction, hashes: readonly Buffer[]): Promise<Map<string, SeatOfPerson>> {
    const seats = await shareSeatsOfPersons(transaction, hashes);
    return new Map(seats.map((seat) => [seat.token_hash.toString('hex'), seat]));
  }
}
