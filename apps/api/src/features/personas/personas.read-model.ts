import { Injectable } from '@nestjs/common';
import { NotFoundError, type PersonaKind } from '@touchstone/domain';
import { searchPattern } from '../../platform/database/search-pattern.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, connectionFrom, pageOf } from '../../platform/graphql/connection.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import type { PersonaType } from './persona.type.js';

export interface PersonaFilter {
  readonly first: number;
  readonly after: string | null;
  readonly search: string | null;
  readonly kind: PersonaKind | null;
  readonly includeArchived: boolean;
}

const PERSONA = `json_build_object('id', r.id, 'name', r.name, 'kind', r.kind, 'description', r.description,
  'needs', r.needs, 'archivedAt', r.archived_at, 'version', r.version, 'sortKey', lower(r.name),
  'journeyCount', (SELECT count(*)::int FROM journey j
    WHERE j.organization_id = r.organization_id AND j.persona_id = r.id AND j.archived_at IS NULL))`;

type Row = PersonaType & { sortKey: string };

/** The personas, a page at a time: one statement. */
@Injectable()
export class PersonasReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(principal: Principal, filter: PersonaFilter): Promise<Connection<PersonaType>> {
    const page = pageOf(filter.first, filter.after, ['text', 'id']);
    const [answer] = await this.unitOfWork.read(principal, ({ query, organizationId }) =>
      query<{ total: number; rows: Row[] | null }>(
        `WITH matching AS (
           SELECT * FROM persona r WHERE r.organization_id = $1 AND ($2 OR r.archived_at IS NULL)
             AND ($3::text IS NULL OR r.name ILIKE $3 OR r.description ILIKE $3 OR r.needs ILIKE $3)
             AND ($4::text IS NULL OR r.kind = $4)
         ), page AS (
           SELECT * FROM matching r WHERE $5::text IS NULL OR (lower(r.name), r.id) > ($5, $6::uuid)
           ORDER BY lower(r.name), r.id LIMIT $7 + 1
         )
         SELECT (SELECT count(*)::int FROM matching) AS total,
           (SELECT json_agg(${PERSONA} ORDER BY lower(r.name), r.id) FROM page r) AS rows`,
        [
          organizationId,
          filter.includeArchived,
          searchPattern(filter.search),
          filter.kind,
          page.after?.[0] ?? null,
          page.after?.[1] ?? null,
          page.first,
        ],
      ),
    );
    return connectionFrom<Row>(answer?.rows ?? [], page, answer?.total ?? 0, ({ sortKey, id }) => [sortKey, id]);
  }

  async oneIn({ query, organizationId }: Transaction, id: string): Promise<PersonaType> {
    const [row] = await query<{ persona: PersonaType }>(
      `SELECT ${PERSONA} AS persona FROM persona r WHERE r.organization_id = $1 AND r.id = $2`,
      [organizationId, id],
    );
    if (!row) throw new NotFoundError('Persona');
    return row.persona;
  }
}
