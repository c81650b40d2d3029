import { Injectable } from '@nestjs/common';
import { NotFoundError, RuleError, ValidationError } from '@touchstone/domain';
import { v5 as uuidv5 } from 'uuid';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { unlessTaken } from '../../platform/database/unless-taken.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { abilityOf, type Principal } from '../../platform/tenancy/principal.js';
import { FeedbackSourceEnum } from './feedback.enums.js';
import type { FeedbackInput, GapFeedbackInput } from './feedback.input.js';
import { FeedbackReadModel } from './feedback.read-model.js';
import type { FeedbackType } from './feedback.type.js';
import { demandPlaces, keepFeedback } from './keep-feedback.js';

const FOUND_ELSEWHERE: readonly string[] = [FeedbackSourceEnum.ALERT, FeedbackSourceEnum.ASSESSMENT_GAP];

/** What comes into the inbox by hand. */
@Injectable()
export class FeedbackService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly feedback: FeedbackReadModel,
    private readonly idempotency: Idempotency,
  ) {}

  record(principal: Principal, input: FeedbackInput, key: string | null): Promise<FeedbackType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      await demandPlaces(transaction, input);
      if (FOUND_ELSEWHERE.includes(input.source))
        throw ValidationError.of('source', 'found_elsewhere', 'Take it up where the alert or the gap is shown.');
      const make = () => keepFeedback(transaction, { ...input, saidAt: input.saidAt ?? undefined });
      const id = key
        ? await this.idempotency.run(transaction, { operation: 'recordFeedback', key, request: input }, make)
        : await make();
      return this.feedback.oneIn(transaction, id);
    });
  }

  /** A gap that the results of an assessment show; each is taken up once. */
  recordGap(principal: Principal, { assessmentId, nodeId, text }: GapFeedbackInput): Promise<FeedbackType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      await demandGap(transaction, rowId(assessmentId, 'Assessment'), nodeId);
      const naturalKey = uuidv5(`gap ${nodeId}`, assessmentId);
      const source = FeedbackSourceEnum.ASSESSMENT_GAP;
      const id = await unlessTaken(
        'feedback_organization_id_natural_key_key',
        () => new RuleError('FEEDBACK_GAP_TAKEN_UP', 'This gap is in the inbox already.'),
        () => keepFeedback(transaction, { source, text, assessmentId, nodeId, naturalKey }),
      );
      return this.feedback.oneIn(transaction, id);
    });
  }
}

/** Published results show groups that differ there by more than noise; to whom they are not open there is no gap. */
async function demandGap({ query, organizationId, principal }: Transaction, assessmentId: string, nodeId: string) {
  const readable = abilityToSql(abilityOf(principal), 'read', 'ResultSet', { state: 'a.state' }, 4);
  const [gap] = await query(
    `SELECT 1 FROM assessment a
     JOIN result_set r ON r.organization_id = a.organization_id AND r.assessment_id = a.id
     JOIN result_gap g ON g.organization_id = r.organization_id AND g.result_set_id = r.id
     WHERE a.organization_id = $1 AND a.id = $2 AND g.node_id = $3 AND g.beyond_noise AND ${readable.sql} LIMIT 1`,
    [organizationId, assessmentId, nodeId, ...readable.parameters],
  );
  if (!gap) throw new NotFoundError('Gap');
}
