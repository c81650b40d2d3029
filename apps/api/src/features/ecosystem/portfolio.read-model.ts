import { Injectable } from '@nestjs/common';
import { NotFoundError } from '@touchstone/domain';
import { searchPattern } from '../../platform/database/search-pattern.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, connectionFrom, pageOf } from '../../platform/graphql/connection.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import type { PortfolioProductType } from './ecosystem.type.js';

export interface PortfolioFilter {
  readonly first: number;
  readonly after: string | null;
  readonly search: string | null;
  readonly includeArchived: boolean;
}

const PRODUCT = `json_build_object('id', r.id, 'name', r.name, 'volume', r.volume, 'archivedAt', r.archived_at,
  'version', r.version, 'sortKey', lower(r.name),
  'journeyCount', (SELECT count(*)::int FROM journey j
    WHERE j.organization_id = r.organization_id AND j.product_id = r.id AND j.archived_at IS NULL))`;

type Row = PortfolioProductType & { sortKey: string };

/** The products, a page at a time: one statement. */
@Injectable()
export class PortfolioReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(principal: Principal, filter: PortfolioFilter): Promise<Connection<PortfolioProductType>> {
    const page = pageOf(filter.first, filter.after, ['text', 'id']);
    const [answer] = await this.unitOfWork.read(principal, ({ query, organizationId }) =>
      query<{ total: number; rows: Row[] | null }>(
        `WITH matching AS (
           SELECT * FROM product r WHERE r.organization_id = $1 AND ($2 OR r.archived_at IS NULL)
             AND ($3::text IS NULL OR r.name ILIKE $3)
         ), page AS (
           SELECT * FROM matching r WHERE $4::text IS NULL OR (lower(r.name), r.id) > ($4, $5::uuid)
           ORDER BY lower(r.name), r.id LIMIT $6 + 1
         )
         SELECT (SELECT count(*)::int FROM matching) AS total,
           (SELECT json_agg(${PRODUCT} ORDER BY lower(r.name), r.id) FROM page r) AS rows`,
        [
          organizationId,
          filter.includeArchived,
          searchPattern(filter.search),
          page.after?.[0] ?? null,
          page.after?.[1] ?? null,
          page.first,
        ],
      ),
    );
    return connectionFrom<Row>(answer?.rows ?? [], page, answer?.total ?? 0, ({ sortKey, id }) => [sortKey, id]);
  }

  async one(principal: Principal, id: string): Promise<PortfolioProductType> {
    const [row] = await this.unitOfWork.read(principal, ({ query, organizationId }) =>
      query<{ product: PortfolioProductType }>(
        `SELECT ${PRODUCT} AS product FROM product r WHERE r.organization_id = $1 AND r.id = $2`,
        [organizationId, id],
      ),
    );
    if (!row) throw new NotFoundError('Product');
    return row.product;
  }
}
