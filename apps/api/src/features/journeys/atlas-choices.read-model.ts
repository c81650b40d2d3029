import { Injectable } from '@nestjs/common';
import { nearNames } from '@touchstone/domain';
import { searchPattern } from '../../platform/database/search-pattern.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, connectionFrom, pageOf } from '../../platform/graphql/connection.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import type { ProductType, TouchpointChoiceType } from './journey.type.js';

const FIELDS = {
  product: `'businessUnitId', x.business_unit_id`,
  touchpoint: `'channel', x.channel, 'isFuture', x.existence = 'future'`,
} as const;

interface Chosen {
  product: ProductType;
  touchpoint: TouchpointChoiceType;
}

export interface ChoiceFilter {
  readonly first: number;
  readonly after: string | null;
  readonly search: string | null;
}

/** What a journey or a stage can be given, by name: one statement. */
@Injectable()
export class AtlasChoicesReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list<Kind extends keyof typeof FIELDS>(
    principal: Principal,
    kind: Kind,
    filter: ChoiceFilter,
  ): Promise<Connection<Chosen[Kind]>> {
    type Row = Chosen[Kind] & { sortKey: string };
    const page = pageOf(filter.first, filter.after, ['text', 'id']);
    const [answer] = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<{ total: number; rows: Row[] | null }>(
        `WITH matching AS (
           SELECT * FROM ${kind} x
           WHERE x.organization_id = $1 AND x.archived_at IS NULL AND ($2::text IS NULL OR x.name ILIKE $2)
         ), page AS (
           SELECT * FROM matching x WHERE $3::text IS NULL OR (lower(x.name), x.id) > ($3, $4::uuid)
           ORDER BY lower(x.name), x.id LIMIT $5 + 1
         )
         SELECT (SELECT count(*)::int FROM matching) AS total,
           (SELECT json_agg(json_build_object('id', x.id, 'name', x.name, 'sortKey', lower(x.name), ${FIELDS[kind]})
            ORDER BY lower(x.name), x.id) FROM page x) AS rows`,
        [
          transaction.organizationId,
          searchPattern(filter.search),
          page.after?.[0] ?? null,
          page.after?.[1] ?? null,
          page.first,
        ],
      ),
    );
    return connectionFrom<Row>(answer?.rows ?? [], page, answer?.total ?? 0, ({ sortKey, id }) => [sortKey, id]);
  }

  /** Touchpoints of the library whose name may mean the same as one that is about to be given. */
  async near(principal: Principal, name: string): Promise<TouchpointChoiceType[]> {
    const known = await this.unitOfWork.read(principal, ({ query, organizationId }) =>
      query<TouchpointChoiceType>(
        `SELECT id, name, channel, existence = 'future' AS "isFuture" FROM touchpoint
         WHERE organization_id = $1 AND archived_at IS NULL`,
        [organizationId],
      ),
    );
    return nearNames(name, known);
  }
}
