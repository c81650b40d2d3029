import { Injectable } from '@nestjs/common';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { abilityOf, type Principal } from '../../platform/tenancy/principal.js';
import { IS_TRIAGED } from '../feedback/index.js';
import { type SeenImports, SharedImportsReadModel, STATE_OF_IMPORT } from '../imports/index.js';
import type { FeedbackImportType } from './feedback-import.type.js';
import { undoFeedbackJob } from './feedback-imports.jobs.js';
import type { FeedbackProblem } from './feedback-problem.js';

/** Imports of feedback and their problems. */
@Injectable()
export class FeedbackImportsReadModel extends SharedImportsReadModel<FeedbackImportType, FeedbackProblem> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, { table: 'feedback_import', detail: 'p.params', seenBy });
  }

  /** Of these identities, how many are in the inbox already. */
  async known(principal: Principal, keys: readonly string[]): Promise<number> {
    const [row] = await this.unitOfWork.read(principal, ({ query, organizationId }) =>
      query<{ known: number }>(
        `SELECT count(*)::int AS known FROM feedback WHERE organization_id = $1 AND natural_key = ANY ($2::uuid[])`,
        [organizationId, keys],
      ),
    );
    return row!.known;
  }
}

/** An import shows cells of its file: to whoever may import anything, and to whoever brought it in. Parameters begin at `$first`. */
export function whatIsSeen(principal: Principal, first: number): { sql: string; parameters: readonly unknown[] } {
  const me = principal.kind === 'member' ? principal.membershipId : null;
  const all = abilityToSql(abilityOf(principal), 'run', 'Feedback', { teamId: 'NULL::uuid' }, first + 1);
  return {
    sql: `(i.created_by = $${first}::uuid OR coalesce(${all.sql}, false))`,
    parameters: [me, ...all.parameters],
  };
}

function seenBy(principal: Principal, first: number): SeenImports {
  const { sql: visible, parameters: visibleParameters } = whatIsSeen(principal, first);
  return { visible, visibleParameters, columns: COLUMNS, columnParameters: [] };
}

const UNDOING = `coalesce(i.state = 'completed' AND j.name = '${undoFeedbackJob.name}' AND j.state NOT IN ('completed', 'dead'), false)`;
const COLUMNS = `i.id, i.file_name AS "fileName", i.mode, i.job_id AS "jobId", ${STATE_OF_IMPORT},
  i.rows_read AS "rowsRead", i.rows_bad AS "rowsBad", i.added, i.repeated, i.duplicates, i.without_text AS "withoutText", i.not_low AS "notLow",
  i.problem_count AS "problemCount", i.kept, i.created_at AS "createdAt", i.finished_at AS "finishedAt",
  i.undone_at AS "undoneAt", a.name AS "createdByName", ${UNDOING} AS undoing,
  i.state = 'completed' AND NOT ${UNDOING} AS "mayUndo",
  (SELECT count(*)::int FROM feedback f WHERE f.organization_id = i.organization_id AND f.import_id = i.id AND ${IS_TRIAGED})
    AS triaged,
  EXISTS (SELECT FROM feedback_import e WHERE e.organization_id = i.organization_id AND e.file_hash = i.file_hash
    AND e.id < i.id AND e.state = 'completed') AS "seenBefore"`;
