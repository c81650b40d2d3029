import { Injectable } from '@nestjs/common';
import { ConflictError, NotFoundError, RuleError, ValidationError } from '@touchstone/domain';
import { changedFields } from '../../platform/audit/audit-entry.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { ControlBaselineEntity } from './control-baseline.entity.js';
import { demandActiveMetric } from './demand-metric.js';
import { todayOf } from './metric-catalogue.js';
import type { MetricType } from './metric.type.js';
import { MetricsReadModel } from './metrics.read-model.js';

const LONGEST = 2000;

export interface BaselineInput {
  readonly fromDay: string;
  readonly toDay: string;
  readonly note: string;
}

/** The stretch that limits are frozen from: one per metric, at every grain and in every segment. */
@Injectable()
export class ControlBaselineService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly metrics: MetricsReadModel,
  ) {}

  /** Version 0 says that whoever sets it saw none. */
  set(principal: Principal, metricId: string, version: number, input: BaselineInput): Promise<MetricType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      await demandActiveMetric(transaction, metricId);
      const before = await this.find(transaction, metricId, version);
      const window = await this.checked(transaction, metricId, input);
      const { organizationId, manager } = transaction;
      const setBy = principal.kind === 'member' ? principal.membershipId : null;
      await manager
        .getRepository(ControlBaselineEntity)
        .save({ organizationId, metricId, ...window, setBy, setAt: new Date(), version: version + 1 });
      transaction.audit({
        act: before ? 'control_baseline.updated' : 'control_baseline.created',
        objectKind: 'Metric',
        objectId: metricId,
        changes: before ? changedFields<BaselineInput>(before, window) : { ...window },
      });
      return this.metrics.oneIn(transaction, metricId);
    });
  }

  clear(principal: Principal, metricId: string, version: number): Promise<MetricType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      await demandActiveMetric(transaction, metricId);
      const before = await this.find(transaction, metricId, version);
      if (!before) throw new NotFoundError('Baseline');
      const { organizationId, manager } = transaction;
      await manager.getRepository(ControlBaselineEntity).delete({ organizationId, metricId });
      const { fromDay, toDay } = before;
      const changes = { fromDay, toDay };
      transaction.audit({ act: 'control_baseline.deleted', objectKind: 'Metric', objectId: metricId, changes });
      return this.metrics.oneIn(transaction, metricId);
    });
  }

  private async find(
    { manager, organizationId }: Transaction,
    metricId: string,
    version: number,
  ): Promise<ControlBaselineEntity | null> {
    // The metric is locked: nobody sets another meanwhile.
    const found = await manager.getRepository(ControlBaselineEntity).findOneBy({ organizationId, metricId });
    if ((found?.version ?? 0) !== version) throw new ConflictError('Baseline', found ?? {});
    return found;
  }

  private async checked(transaction: Transaction, metricId: string, input: BaselineInput): Promise<BaselineInput> {
    const { fromDay, toDay } = input;
    const note = input.note.trim();
    if (fromDay > toDay) throw ValidationError.of('toDay', 'before_start', 'The end lies before the beginning.');
    if (toDay > (await todayOf(transaction)))
      throw ValidationError.of(
        'toDay',
        'in_future',
        'Limits are frozen from what has been observed: end it today at the latest.',
      );
    if (note.length > LONGEST)
      throw ValidationError.of('note', 'too_long', `Use at most ${LONGEST} characters.`, { maximum: LONGEST });
    const { breaks } = await this.metrics.oneIn(transaction, metricId);
    const broken = breaks.find(({ beginsOn }) => beginsOn > fromDay && beginsOn <= toDay);
    if (broken)
      throw new RuleError('BASELINE_ACROSS_BREAK', 'The series breaks inside this stretch.', { day: broken.beginsOn });
    return { fromDay, toDay, note };
  }
}
