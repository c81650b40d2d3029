import { Injectable } from '@nestjs/common';
import { NotFoundError, RuleError } from '@touchstone/domain';
import { validate as isUuid } from 'uuid';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import type { FileFormat } from '../../platform/tables/index.js';
import { abilityOf, type Principal } from '../../platform/tenancy/principal.js';
import { type ExportKind, exportAssessmentJob } from './export-assessment.definition.js';

export interface StartExport {
  readonly assessmentId: string;
  readonly kind: ExportKind;
  readonly format: FileFormat;
  readonly locale: string;
}

/** Puts an export on its way; gives the id of its job. What may be exported is decided here and nowhere later. */
@Injectable()
export class StartExportService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async start(principal: Principal, asked: StartExport): Promise<string> {
    const ability = abilityOf(principal);
    const subject = asked.kind === 'results' ? 'ResultSet' : 'Answers';
    if (!isUuid(asked.assessmentId)) throw new NotFoundError('Assessment');
    return this.unitOfWork.write(principal, async (transaction) => {
      // For whoever may not export answers at all, no wave has any.
      const allowed = abilityToSql(ability, 'export', subject, { state: 'a.state' }, 3);
      const [wave] = await transaction.query<{ computed: boolean }>(
        `SELECT EXISTS (SELECT FROM result_set r WHERE r.organization_id = a.organization_id AND r.assessment_id = a.id
                        AND r.superseded_at IS NULL) AS computed
         FROM assessment a WHERE a.organization_id = $1 AND a.id = $2 AND ${allowed.sql}`,
        [transaction.organizationId, asked.assessmentId, ...allowed.parameters],
      );
      if (!wave) throw new NotFoundError('Assessment');
      // Answers too: a file of an open wave, and one of an hour later, would show what was answered in between.
      if (!wave.computed) throw new RuleError('RESULTS_NOT_COMPUTED', 'The wave has no results yet.');
      return enqueue(transaction, exportAssessmentJob, { ...asked });
    });
  }
}
