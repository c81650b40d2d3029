import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type ComputeResultsInput,
  type MaturityModel,
  NotFoundError,
  type ResultSubmission,
  type ScoredAnswers,
  type WaveResults,
} from '@touchstone/domain';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { JobHandlers, type JobRun } from '../../platform/jobs/job-handlers.js';
import { computeResultsJob } from '../assessments/index.js';
import { computeInThread } from './compute-in-thread.js';
import { storeResults } from './store-results.js';

interface WaveRow {
  content: MaturityModel;
  minimum_group_size: number;
  groups: { id: string; expected: number | null }[];
}

interface SubmissionRow {
  rater_group_id: string;
  items: string[];
  answers: (number | null)[];
}

/** Computes the frozen results of a closed wave. The only place where anonymous answers are read together. */
@Injectable()
export class ComputeResultsHandler implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.handlers.register(computeResultsJob, (run) => this.run(run));
  }

  private async run(run: JobRun<{ assessmentId: string; reason: 'closed' | 're-score' }>): Promise<object> {
    const { assessmentId, reason } = run.payload;
    await run.progress(0, 3, 'reading');
    const input = await this.unitOfWork.work(run.principal, (transaction) => this.read(transaction, assessmentId));
    await run.progress(1, 3, 'computing');
    const results = await computeInThread(input, run.signal);
    await run.progress(2, 3, 'storing');
    const resultSetId = await run.once(`${run.jobId}:results`, (transaction) =>
      this.store(transaction, assessmentId, reason, results),
    );
    await run.progress(3, 3);
    return { resultSetId, submissions: results.submissions };
  }

  private async read(transaction: Transaction, assessmentId: string): Promise<ComputeResultsInput> {
    const { organizationId } = transaction;
    const [wave] = await transaction.query<WaveRow>(
      `SELECT v.content, a.minimum_group_size,
         (SELECT json_agg(json_build_object('id', g.id, 'expected', nullif(g.expected_size, 0)) ORDER BY g.position)
          FROM rater_group g WHERE g.organization_id = $1 AND g.assessment_id = a.id) AS groups
       FROM assessment a
       JOIN maturity_model_version v ON v.organization_id = a.organization_id AND v.id = a.model_version_id
       WHERE a.organization_id = $1 AND a.id = $2`,
      [organizationId, assessmentId],
    );
    if (!wave) throw new NotFoundError('Assessment');
    const rows = await transaction.query<SubmissionRow>(
      `SELECT s.rater_group_id, coalesce(a.items, '{}') AS items, coalesce(a.answers, '{}') AS answers
       FROM submission s
       LEFT JOIN LATERAL (
         SELECT array_agg(item_id) AS items, array_agg(value) AS answers
         FROM answer WHERE organization_id = s.organization_id AND submission_id = s.id) a ON true
       WHERE s.organization_id = $1 AND s.assessment_id = $2`,
      [organizationId, assessmentId],
    );
    return {
      model: wave.content,
      minimumGroupSize: wave.minimum_group_size,
      groups: wave.groups,
      submissions: rows.map(toSubmission),
    };
  }

  private async store(
    transaction: Transaction,
    assessmentId: string,
    reason: string,
    results: WaveResults,
  ): Promise<string> {
    const id = newId();
    await storeResults(transaction, { id, assessmentId, reason, results });
    transaction.audit({
      act: 'results.computed',
      objectKind: 'Assessment',
      objectId: assessmentId,
      changes: { resultSetId: id, formula: results.formula, submissions: results.submissions, reason },
    });
    return id;
  }
}

function toSubmission({ rater_group_id, items, answers }: SubmissionRow): ResultSubmission {
  // Stored null means "not applicable"; an item that was not answered has no row.
  const scored: ScoredAnswers = new Map(items.map((item, index) => [item, answers[index] ?? 'na']));
  return { groupId: rater_group_id, answers: scored };
}
