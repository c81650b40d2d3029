import { Injectable } from '@nestjs/common';
import {
  ConflictError,
  type FeedbackFacts,
  type FeedbackState,
  ForbiddenError,
  NotFoundError,
  type PainPointState,
  RuleError,
  triageFeedback,
  ValidationError,
} from '@touchstone/domain';
import { compareAndSet } from '../../platform/database/compare-and-set.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { graphqlName } from '../../platform/graphql/enum-names.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { type PainPointInput, PainPointService } from '../pain-points/index.js';
import { FeedbackEntity } from './feedback.entity.js';
import { FeedbackSourceEnum, FeedbackStateEnum } from './feedback.enums.js';
import { FeedbackReadModel } from './feedback.read-model.js';
import type { FeedbackType } from './feedback.type.js';
import { demandPlaces } from './keep-feedback.js';

/** The field of the form that a condition speaks of; the others are about what became of the feedback meanwhile. */
const FIELDS: Readonly<Record<string, string>> = {
  NO_PAIN_POINT: 'painPointId',
  NO_TARGET: 'intoId',
  MERGED_INTO_ITSELF: 'intoId',
  REASON_MISSING: 'reason',
};

/** Out of the inbox and back. Every act names the version that its author has seen, and every act can be taken back. */
@Injectable()
export class TriageService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly feedback: FeedbackReadModel,
    private readonly painPoints: PainPointService,
  ) {}

  /** With a pain point that is there, or with one that is made of it and happens where it was said. */
  link(
    principal: Principal,
    id: string,
    version: number,
    painPointId: string | null,
    created: PainPointInput | null,
  ): Promise<FeedbackType> {
    return this.triage(principal, id, version, 'linked', async (transaction, before) => {
      if ((painPointId === null) === (created === null))
        throw ValidationError.of('painPointId', 'required', 'Choose a pain point, or say what the new one is.');
      const chosen = created ? await this.madeOf(transaction, before, created) : rowId(painPointId!, 'PainPoint');
      const { query, organizationId } = transaction;
      const [painPoint] = await query<{ state: PainPointState; merged: boolean }>(
        `SELECT state, merged_into_id IS NOT NULL OR archived_at IS NOT NULL AS merged FROM pain_point
         WHERE organization_id = $1 AND id = $2 FOR SHARE`,
        [organizationId, chosen],
      );
      if (!painPoint) throw ValidationError.of('painPointId', 'unknown', 'This pain point does not exist any more.');
      return { facts: { painPoint }, set: { painPointId: chosen }, changes: { painPointId: chosen } };
    });
  }

  merge(principal: Principal, id: string, version: number, intoId: string): Promise<FeedbackType> {
    const into = rowId(intoId, 'Feedback');
    return this.triage(
      principal,
      id,
      version,
      'merged',
      async ({ query, organizationId }) => {
        const [target] = await query<{ id: string; state: FeedbackState }>(
          'SELECT id, state FROM feedback WHERE organization_id = $1 AND id = $2',
          [organizationId, into],
        );
        if (!target) throw ValidationError.of('intoId', 'unknown', 'This feedback does not exist any more.');
        return { facts: { target }, set: { mergedIntoId: into }, changes: { mergedIntoId: into } };
      },
      into,
    );
  }

  dismiss(principal: Principal, id: string, version: number, reason: string): Promise<FeedbackType> {
    if (reason.length > 2000)
      throw ValidationError.of('reason', 'too_long', 'Use at most 2000 characters.', { maximum: 2000 });
    const set = { dismissedReason: reason.trim() };
    return this.triage(principal, id, version, 'dismissed', async () => ({ facts: { reason }, set, changes: {} }));
  }

  /** Takes a triage back, whichever it was. */
  takeBack(principal: Principal, id: string, version: number): Promise<FeedbackType> {
    return this.triage(principal, id, version, 'new', async () => ({ facts: {}, set: {}, changes: {} }));
  }

  /** Where it was met and by whom; null takes it off. */
  tie(
    principal: Principal,
    id: string,
    version: number,
    touchpointId: string | null,
    personaId: string | null,
  ): Promise<FeedbackType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      const before = await this.seen(transaction, id, version);
      await demandPlaces(transaction, { touchpointId, personaId });
      await compareAndSet(transaction, FeedbackEntity, 'Feedback', id, version, { touchpointId, personaId });
      const changes = {
        touchpointId: { before: before.touchpointId, after: touchpointId },
        personaId: { before: before.personaId, after: personaId },
      };
      transaction.audit({ act: 'feedback.tied', objectKind: 'Feedback', objectId: id, changes });
      return this.feedback.oneIn(transaction, id);
    });
  }

  private madeOf(transaction: Transaction, before: FeedbackType, input: PainPointInput): Promise<string> {
    const { touchpointId, personaId } = before;
    return this.painPoints.createIn(transaction, {
      ...input,
      touchpointIds: input.touchpointIds ?? (touchpointId ? [touchpointId] : []),
      personaIds: input.personaIds ?? (personaId ? [personaId] : []),
    });
  }

  private triage(
    principal: Principal,
    id: string,
    version: number,
    to: FeedbackState,
    decide: (transaction: Transaction, before: FeedbackType) => Promise<Decided>,
    other?: string,
  ): Promise<FeedbackType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      const before = await this.seen(transaction, id, version, other);
      const { facts, set, changes } = await decide(transaction, before);
      const step = triageFeedback(
        {
          id: before.id,
          state: before.state,
          mergedIntoThis: before.mergedCount,
          painPoint: null,
          target: null,
          reason: '',
          ...facts,
        },
        to,
      );
      if (!step.allowed) {
        const { code, remedy, params } = step.unmet[0]!;
        const field = FIELDS[code];
        if (field) throw ValidationError.of(field, code.toLowerCase(), remedy);
        throw new RuleError(`FEEDBACK_${code}`, remedy, params);
      }
      const by = principal.kind === 'member' ? principal.membershipId : null;
      const triaged = to === 'new' ? { triagedBy: null, triagedAt: null } : { triagedBy: by, triagedAt: new Date() };
      const none = { painPointId: null, mergedIntoId: null, dismissedReason: null };
      await compareAndSet(transaction, FeedbackEntity, 'Feedback', id, version, {
        state: to,
        ...none,
        ...triaged,
        ...set,
      });
      const changed = { state: { before: before.state, after: to }, ...changes };
      transaction.audit({ act: 'feedback.triaged', objectKind: 'Feedback', objectId: id, changes: changed });
      return this.feedback.oneIn(transaction, id);
    });
  }

  /** Locked, together with what it is merged into and always in the same order: two merged into each other wait, and one is refused. */
  private async seen(transaction: Transaction, id: string, version: number, other = id): Promise<FeedbackType> {
    const ids = [rowId(id, 'Feedback'), other];
    const found = await transaction.query<{ id: string }>(
      'SELECT id FROM feedback WHERE organization_id = $1 AND id = ANY($2) ORDER BY id FOR UPDATE',
      [transaction.organizationId, ids],
    );
    if (!found.some((row) => row.id === id.toLowerCase())) throw new NotFoundError('Feedback');
    const before = await this.feedback.oneIn(transaction, id);
    if (!before.mayUpdate) throw new ForbiddenError('Another team answers for where this was said.');
    if (before.version !== version) throw new ConflictError('Feedback', spokenFeedback(before));
    return before;
  }
}

interface Decided {
  readonly facts: Partial<FeedbackFacts>;
  readonly set: Partial<Pick<FeedbackEntity, 'painPointId' | 'mergedIntoId' | 'dismissedReason'>>;
  readonly changes: Readonly<Record<string, unknown>>;
}

/** As GraphQL would say it: what travels in an error passes the schema by. */
const spokenFeedback = (feedback: FeedbackType): object => ({
  ...feedback,
  source: graphqlName(FeedbackSourceEnum, feedback.source),
  state: graphqlName(FeedbackStateEnum, feedback.state),
});
