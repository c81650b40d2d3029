import { Injectable } from '@nestjs/common';
import { NotFoundError } from '@touchstone/domain';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { searchPattern } from '../../platform/database/search-pattern.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, connectionFrom, pageOf } from '../../platform/graphql/connection.js';
import { rowId } from '../../platform/graphql/row-id.js';
import { abilityOf, type Principal } from '../../platform/tenancy/principal.js';
import { LIST, METRIC_JSON } from './metric-sql.js';
import type { MetricLinkCandidateType, MetricSummaryType, MetricType } from './metric.type.js';
import { CANDIDATES, type LinkKind } from './link-kinds.js';

export interface MetricFilter {
  readonly first: number;
  readonly after: string | null;
  readonly search: string | null;
  readonly class: string | null;
  readonly category: string | null;
  readonly teamId: string | null;
  readonly archived: boolean;
}

type MetricRow = MetricSummaryType & { sortKey: string };

/** The catalogue, a page at a time, and one metric with all that hangs on it: one statement each. */
@Injectable()
export class MetricsReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(principal: Principal, filter: MetricFilter): Promise<Connection<MetricSummaryType>> {
    const page = pageOf(filter.first, filter.after, ['text', 'id']);
    const teamId = filter.teamId ? rowId(filter.teamId, 'Team') : null;
    const [answer] = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<{ total: number; rows: MetricRow[] | null }>(LIST, [
        transaction.organizationId,
        filter.archived,
        filter.class,
        filter.category,
        teamId,
        searchPattern(filter.search),
        page.after?.[0] ?? null,
        page.after?.[1] ?? null,
        page.first,
      ]),
    );
    return connectionFrom<MetricRow>(answer?.rows ?? [], page, answer?.total ?? 0, ({ sortKey, id }) => [sortKey, id]);
  }

  one(principal: Principal, id: string): Promise<MetricType> {
    return this.unitOfWork.read(principal, (transaction) => this.oneIn(transaction, id));
  }

  async oneIn(transaction: Transaction, id: string): Promise<MetricType> {
    const ability = abilityOf(transaction.principal);
    const editable = abilityToSql(ability, 'update', 'Metric', { teamId: 'm.owner_team_id' }, 3);
    const [row] = await transaction.query<{ metric: MetricType }>(
      `SELECT ${METRIC_JSON}::jsonb || jsonb_build_object('mayUpdate', coalesce(${editable.sql}, false)) AS metric
       FROM metric m JOIN organization o ON o.id = m.organization_id
       WHERE m.organization_id = $1 AND m.id = $2`,
      [transaction.organizationId, rowId(id, 'Metric'), ...editable.parameters],
    );
    if (!row) throw new NotFoundError('Metric');
    return row.metric;
  }

  /** What a metric can still be linked to, of one kind. */
  candidates(
    principal: Principal,
    metricId: string,
    kind: LinkKind,
    search: string | null,
  ): Promise<MetricLinkCandidateType[]> {
    const id = rowId(metricId, 'Metric');
    return this.unitOfWork.read(principal, async (transaction) => {
      const [row] = await transaction.query<{ known: boolean; rows: MetricLinkCandidateType[] | null }>(
        CANDIDATES[kind],
        [transaction.organizationId, id, searchPattern(search)],
      );
      if (!row?.known) throw new NotFoundError('Metric');
      return row.rows ?? [];
    });
  }
}
