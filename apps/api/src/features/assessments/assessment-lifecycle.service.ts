import { Injectable } from '@nestjs/common';
import { type AssessmentVerb, RuleError, transition } from '@touchstone/domain';
import { compareAndSet } from '../../platform/database/compare-and-set.js';
import type { Transaction } from '../../platform/database/unit-of-work.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { AssessmentEntity } from './assessment.entity.js';
import { factsOf } from './assessment-verbs.js';
import { AssessmentsReadModel } from './assessments.read-model.js';
import { takeWave } from './wave-lock.js';
import { computeResultsJob } from './compute-results.definition.js';

const STAMPS = { open: 'openedAt', close: 'closedAt', publish: 'publishedAt', archive: 'archivedAt' } as const;
export type LifecycleVerb = keyof typeof STAMPS;

/** Moves a wave through its states; the domain says when a step is allowed and why not. */
@Injectable()
export class AssessmentLifecycle {
  constructor(private readonly assessments: AssessmentsReadModel) {}

  async take(transaction: Transaction, verb: LifecycleVerb, id: string, version: number): Promise<void> {
    if (verb === 'close') await takeWave(transaction, id);
    const facts = factsOf(await this.assessments.factsIn(transaction, id));
    const now = new Date();
    const outcome = transition(facts, verb satisfies AssessmentVerb, now);
    if (!outcome.allowed) {
      const codes = [...new Set(outcome.reasons.map(({ code }) => code))];
      if (codes[0] === 'WRONG_STATE')
        throw new RuleError('STATE_FORBIDS', 'Not in this state.', { state: facts.state });
      throw new RuleError(codes[0] as string, codes.join(', '), { reasons: codes.join(',') });
    }
    const changes: Partial<AssessmentEntity> = { state: outcome.to, [STAMPS[verb]]: now };
    // Closing is what computes: from here on the numbers are frozen, and nobody has seen one before.
    if (verb === 'close')
      changes.resultsJobId = await enqueue(transaction, computeResultsJob, { assessmentId: id, reason: 'closed' });
    await compareAndSet(transaction, AssessmentEntity, 'Assessment', id, version, changes);
    if (verb === 'close') await dropDrafts(transaction, id);
    transaction.audit({
      act: `assessment.${PAST[verb]}`,
      objectKind: 'Assessment',
      objectId: id,
      changes: { state: { before: outcome.from, after: outcome.to } },
    });
  }
}

/** What was begun and never sent belongs to nobody any more: the wave takes no answers after this. */
async function dropDrafts(transaction: Transaction, assessmentId: string): Promise<void> {
  await transaction.query(
    `DELETE FROM answer_draft d USING invitation i
     WHERE d.organization_id = $1 AND i.organization_id = $1 AND i.id = d.invitation_id AND i.assessment_id = $2`,
    [transaction.organizationId, assessmentId],
  );
}

const PAST: Readonly<Record<LifecycleVerb, string>> = {
  open: 'opened',
  close: 'closed',
  publish: 'published',
  archive: 'archived',
};
