import { Injectable } from '@nestjs/common';
import {
  checkTarget,
  ConflictError,
  type FieldProblem,
  NotFoundError,
  RuleError,
  ValidationError,
} from '@touchstone/domain';
import { changedFields } from '../../platform/audit/audit-entry.js';
import { compareAndSet } from '../../platform/database/compare-and-set.js';
import { unlessTaken } from '../../platform/database/unless-taken.js';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { demandActiveMetric } from './demand-metric.js';
import { todayOf } from './metric-catalogue.js';
import type { MetricTargetInput } from './metric.input.js';
import { MetricTargetEntity } from './metric-target.entity.js';
import type { MetricType } from './metric.type.js';
import { MetricsReadModel } from './metrics.read-model.js';

type Target = Pick<MetricTargetEntity, 'dueOn' | 'value' | 'upperValue' | 'objectiveId'>;

/** What metrics should reach, by when. */
@Injectable()
export class MetricTargetService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly metrics: MetricsReadModel,
  ) {}

  create(principal: Principal, metricId: string, input: MetricTargetInput): Promise<MetricType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      await demandActiveMetric(transaction, metricId);
      const target = await this.checked(transaction, metricId, input, null);
      const id = newId();
      const { organizationId, manager } = transaction;
      const createdBy = principal.kind === 'member' ? principal.membershipId : null;
      await onceADay(() =>
        manager.getRepository(MetricTargetEntity).insert({ organizationId, id, metricId, createdBy, ...target }),
      );
      const changes = { metricId, ...target };
      transaction.audit({ act: 'metric_target.created', objectKind: 'MetricTarget', objectId: id, changes });
      return this.metrics.oneIn(transaction, metricId);
    });
  }

  update(principal: Principal, id: string, version: number, input: MetricTargetInput): Promise<MetricType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      const before = await this.find(transaction, id, version);
      const changes = await this.checked(transaction, before.metricId, input, before);
      await onceADay(() => compareAndSet(transaction, MetricTargetEntity, 'Target', id, version, changes));
      const changed = changedFields<Target>(before, changes);
      transaction.audit({ act: 'metric_target.updated', objectKind: 'MetricTarget', objectId: id, changes: changed });
      return this.metrics.oneIn(transaction, before.metricId);
    });
  }

  delete(principal: Principal, id: string, version: number): Promise<MetricType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      const { organizationId, manager } = transaction;
      const { metricId, dueOn, value, upperValue, objectiveId } = await this.find(transaction, id, version);
      await manager.getRepository(MetricTargetEntity).delete({ organizationId, id });
      const changes = { metricId, dueOn, value, upperValue, objectiveId };
      transaction.audit({ act: 'metric_target.deleted', objectKind: 'MetricTarget', objectId: id, changes });
      return this.metrics.oneIn(transaction, metricId);
    });
  }

  private async find(transaction: Transaction, id: string, version: number): Promise<MetricTargetEntity> {
    const { organizationId, manager } = transaction;
    const find = () => manager.getRepository(MetricTargetEntity).findOneBy({ organizationId, id: rowId(id, 'Target') });
    const found = await find();
    if (!found) throw new NotFoundError('Target');
    await demandActiveMetric(transaction, found.metricId);
    // Read again with the metric locked: whoever held it may just have changed the target.
    const target = await find();
    if (!target) throw new NotFoundError('Target');
    if (target.version !== version) throw new ConflictError('Target', target);
    return target;
  }

  private async checked(
    transaction: Transaction,
    metricId: string,
    input: MetricTargetInput,
    before: MetricTargetEntity | null,
  ): Promise<Target> {
    const { dueOn, value } = input;
    const [upperValue, objectiveId] = [input.upperValue ?? null, input.objectiveId ?? null];
    if (objectiveId && objectiveId !== before?.objectiveId) await demandObjective(transaction, objectiveId);
    const { definition } = await this.metrics.oneIn(transaction, metricId);
    const problems: FieldProblem[] = [...checkTarget(definition.direction, { dueOn, value, upperValue })];
    const movesDay = dueOn !== before?.dueOn;
    if (movesDay && !input.historical && dueOn < (await todayOf(transaction))) {
      const message = 'This day has passed: choose one to come, or mark the target as history.';
      problems.push({ path: 'dueOn', code: 'target_in_the_past', message });
    }
    if (problems.length > 0) throw new ValidationError(problems);
    return { dueOn, value, upperValue, objectiveId };
  }
}

async function demandObjective({ query, organizationId }: Transaction, id: string): Promise<void> {
  const [objective] = await query<{ archived: boolean }>(
    `SELECT archived_at IS NOT NULL AS archived FROM experience_objective WHERE organization_id = $1 AND id = $2`,
    [organizationId, rowId(id, 'Objective')],
  );
  if (!objective) throw new NotFoundError('Objective');
  if (objective.archived) throw new RuleError('ARCHIVED', 'The objective is archived.');
}

const onceADay = <T>(work: () => Promise<T>): Promise<T> =>
  unlessTaken(
    'metric_target_organization_id_metric_id_objective_id_due_on_key',
    () => ValidationError.of('dueOn', 'target_taken', 'There is a target for this day already: change that one.'),
    work,
  );
