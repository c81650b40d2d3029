import { Injectable } from '@nestjs/common';
import { NotFoundError, RuleError } from '@touchstone/domain';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { demandActiveMetric } from './demand-metric.js';
import { LINKABLE, type LinkKind } from './link-kinds.js';
import type { MetricType } from './metric.type.js';
import { MetricsReadModel } from './metrics.read-model.js';

/** Hangs metrics on what they speak about: touchpoints, stages, journeys, teams, objectives. */
@Injectable()
export class MetricLinkService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly metrics: MetricsReadModel,
  ) {}

  /** Linking what is linked already changes nothing. */
  link(principal: Principal, metricId: string, kind: LinkKind, objectId: string): Promise<MetricType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      await this.linkIn(transaction, metricId, kind, objectId);
      return this.metrics.oneIn(transaction, metricId);
    });
  }

  async linkIn(transaction: Transaction, metricId: string, kind: LinkKind, objectId: string): Promise<void> {
    const { what, column, objects } = LINKABLE[kind];
    const { query, organizationId, principal } = transaction;
    await demandActiveMetric(transaction, metricId);
    const [object] = await query<{ archived: boolean }>(`SELECT archived FROM (${objects}) x WHERE id = $2`, [
      organizationId,
      rowId(objectId, what),
    ]);
    if (!object) throw new NotFoundError(what);
    if (object.archived) throw new RuleError('ARCHIVED', 'What the metric should hang on is archived.');
    const id = newId();
    const [added] = await query(
      `INSERT INTO metric_link (organization_id, id, metric_id, ${column}, created_by) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING RETURNING id`,
      [organizationId, id, metricId, objectId, principal.kind === 'member' ? principal.membershipId : null],
    );
    if (added) {
      const changes = { metricId, kind, objectId };
      transaction.audit({ act: 'metric.linked', objectKind: 'MetricLink', objectId: id, changes });
    }
  }

  unlink(principal: Principal, id: string): Promise<MetricType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      const { query, organizationId } = transaction;
      const [link] = await query<{ metricId: string }>(
        `SELECT metric_id AS "metricId" FROM metric_link WHERE organization_id = $1 AND id = $2`,
        [organizationId, rowId(id, 'Link')],
      );
      if (!link) throw new NotFoundError('Link');
      await demandActiveMetric(transaction, link.metricId);
      const { links } = await this.metrics.oneIn(transaction, link.metricId);
      const gone = links.find((each) => each.id === id);
      await query('DELETE FROM metric_link WHERE organization_id = $1 AND id = $2', [organizationId, id]);
      const changes = { metricId: link.metricId, kind: gone?.kind, objectId: gone?.objectId };
      transaction.audit({ act: 'metric.unlinked', objectKind: 'MetricLink', objectId: id, changes });
      return this.metrics.oneIn(transaction, link.metricId);
    });
  }
}
