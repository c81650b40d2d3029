import { Injectable } from '@nestjs/common';
import { ConflictError, NotFoundError, RuleError, ValidationError } from '@touchstone/domain';
import { unlessTaken } from '../../platform/database/unless-taken.js';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { demandActiveMetric } from './demand-metric.js';
import type { MetricType } from './metric.type.js';
import { MetricsReadModel } from './metrics.read-model.js';

interface Kept {
  readonly id: string;
  readonly reason: string;
  readonly version: number;
}

const LONGEST = 2000;

/** Declares that two metrics pull against each other, and why; by whoever may change one of them. */
@Injectable()
export class MetricConflictService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly metrics: MetricsReadModel,
  ) {}

  declare(principal: Principal, metricId: string, otherId: string, reason: string): Promise<MetricType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      const { query, organizationId } = transaction;
      const metric = await demandActiveMetric(transaction, metricId);
      const said = checkedReason(reason);
      const [other] = await query<{ id: string; archived: boolean }>(
        `SELECT id, archived_at IS NOT NULL AS archived FROM metric WHERE organization_id = $1 AND id = $2 FOR KEY SHARE`,
        [organizationId, rowId(otherId, 'Metric')],
      );
      if (!other) throw new NotFoundError('Metric');
      if (other.archived) throw new RuleError('ARCHIVED', 'The other metric is archived.');
      if (other.id === metric.id)
        throw ValidationError.of('otherMetricId', 'conflict_with_itself', 'Choose another metric.');
      const id = newId();
      const createdBy = principal.kind === 'member' ? principal.membershipId : null;
      await unlessTaken(
        'metric_conflict_once',
        () => ValidationError.of('otherMetricId', 'conflict_declared', 'This is declared already: change its reason.'),
        () =>
          query(
            `INSERT INTO metric_conflict (organization_id, id, metric_id, other_metric_id, reason, created_by)
             VALUES ($1, $2, least($3::uuid, $4::uuid), greatest($3::uuid, $4::uuid), $5, $6)`,
            [organizationId, id, metric.id, other.id, said, createdBy],
          ),
      );
      const changes = { metricId: metric.id, otherMetricId: other.id };
      transaction.audit({ act: 'metric_conflict.declared', objectKind: 'MetricConflict', objectId: id, changes });
      return this.metrics.oneIn(transaction, metric.id);
    });
  }

  reword(principal: Principal, metricId: string, id: string, version: number, reason: string): Promise<MetricType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      const kept = await this.find(transaction, metricId, id, version);
      const said = checkedReason(reason);
      await transaction.query(
        'UPDATE metric_conflict SET reason = $3, version = version + 1 WHERE organization_id = $1 AND id = $2',
        [transaction.organizationId, kept.id, said],
      );
      const changes = { reworded: said !== kept.reason };
      transaction.audit({ act: 'metric_conflict.reworded', objectKind: 'MetricConflict', objectId: kept.id, changes });
      return this.metrics.oneIn(transaction, metricId);
    });
  }

  withdraw(principal: Principal, metricId: string, id: string, version: number): Promise<MetricType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      const kept = await this.find(transaction, metricId, id, version);
      await transaction.query('DELETE FROM metric_conflict WHERE organization_id = $1 AND id = $2', [
        transaction.organizationId,
        kept.id,
      ]);
      transaction.audit({ act: 'metric_conflict.withdrawn', objectKind: 'MetricConflict', objectId: kept.id });
      return this.metrics.oneIn(transaction, metricId);
    });
  }

  /** Locked, so that the version that was compared is the one that changes. */
  private async find(transaction: Transaction, metricId: string, id: string, version: number): Promise<Kept> {
    const metric = await demandActiveMetric(transaction, metricId);
    const [kept] = await transaction.query<Kept>(
      `SELECT id, reason, version FROM metric_conflict
       WHERE organization_id = $1 AND id = $2 AND $3::uuid IN (metric_id, other_metric_id) FOR UPDATE`,
      [transaction.organizationId, rowId(id, 'MetricConflict'), metric.id],
    );
    if (!kept) throw new NotFoundError('MetricConflict');
    if (kept.version !== version) throw new ConflictError('MetricConflict', kept);
    return kept;
  }
}

function checkedReason(reason: string): string {
  const said = reason.trim();
  if (!said) throw ValidationError.of('reason', 'required', 'Say why they pull against each other.');
  if (said.length > LONGEST)
    throw ValidationError.of('reason', 'too_long', `Use at most ${LONGEST} characters.`, { maximum: LONGEST });
  return said;
}
