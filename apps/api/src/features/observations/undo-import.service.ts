import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NotFoundError, RuleError } from '@touchstone/domain';
import { validate as isUuid } from 'uuid';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { JobHandlers, type JobRun } from '../../platform/jobs/job-handlers.js';
import { abilityOf, type Principal } from '../../platform/tenancy/principal.js';
import { recomputeRollupsJob } from '../rollup-marks/index.js';
import { lockObservations } from './merge-observations.js';
import type { ObservationImportType } from './observation-import.type.js';
import { ObservationImportsReadModel } from './observation-imports.read-model.js';
import { type OfImport, undoObservationsJob } from './observations.jobs.js';
import { undoObservations } from './undo-observations.js';

interface ToUndo {
  readonly state: string;
  readonly metricIds: string[];
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
}

/** Takes an import back whole, as a job: it may have been large. */
@Injectable()
export class UndoImportService implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: ObservationImportsReadModel,
  ) {}

  onModuleInit(): void {
    this.handlers.register(undoObservationsJob, (run) => this.run(run));
  }

  /** Whoever may not take back what was added to one of its metrics does not take back half of it. */
  start(principal: Principal, id: string): Promise<ObservationImportType> {
    if (!isUuid(id)) throw new NotFoundError('Import');
    const allowed = abilityToSql(abilityOf(principal), 'archive', 'Observation', { teamId: 'm.owner_team_id' }, 3);
    return this.unitOfWork.write(principal, async (transaction) => {
      const [found] = await transaction.query<{ state: string }>(
        `SELECT i.state FROM observation_import i WHERE i.organization_id = $1 AND i.id = $2 AND NOT EXISTS (
           SELECT FROM metric m WHERE m.organization_id = $1 AND m.id = ANY (i.metric_ids) AND NOT coalesce(${allowed.sql}, false))
         FOR UPDATE OF i`,
        [transaction.organizationId, id, ...allowed.parameters],
      );
      if (!found) throw new NotFoundError('Import');
      demandCompleted(found.state);
      const jobId = await enqueue(transaction, undoObservationsJob, { importId: id });
      await transaction.query('UPDATE observation_import SET job_id = $3 WHERE organization_id = $1 AND id = $2', [
        transaction.organizationId,
        id,
        jobId,
      ]);
      transaction.audit({ act: 'observations.undo-started', objectKind: 'ObservationImport', objectId: id });
      return this.imports.oneIn(transaction, id);
    });
  }

  private run(run: JobRun<OfImport>): Promise<{ taken: number }> {
    return run.once('undo', (transaction) => this.undo(transaction, run.payload.importId));
  }

  private async undo(transaction: Transaction, importId: string): Promise<{ taken: number }> {
    await transaction.query(`SET LOCAL statement_timeout = '30min'`);
    await lockObservations(transaction);
    const [found] = await transaction.query<ToUndo>(
      `SELECT i.state, i.metric_ids AS "metricIds", i.first_at AS "firstAt", i.last_at AS "lastAt"
       FROM observation_import i WHERE i.organization_id = $1 AND i.id = $2 FOR UPDATE OF i`,
      [transaction.organizationId, importId],
    );
    if (!found) throw new NotFoundError('Import');
    // Asked for twice, it is undone once.
    if (found.state === 'undone') return { taken: 0 };
    demandCompleted(found.state);
    const { metricIds, firstAt, lastAt } = found;
    const taken = firstAt && lastAt ? await undoObservations(transaction, { importId, metricIds, firstAt, lastAt }) : 0;
    await transaction.query(
      `UPDATE observation_import SET state = 'undone', undone_at = now() WHERE organization_id = $1 AND id = $2`,
      [transaction.organizationId, importId],
    );
    if (taken > 0) await enqueue(transaction, recomputeRollupsJob, {});
    transaction.audit({
      act: 'observations.import-undone',
      objectKind: 'ObservationImport',
      objectId: importId,
      changes: { taken },
    });
    return { taken };
  }
}

function demandCompleted(state: string): void {
  if (state !== 'completed')
    throw new RuleError('IMPORT_NOT_COMPLETED', 'Only an import that was completed can be taken back.', { state });
}
