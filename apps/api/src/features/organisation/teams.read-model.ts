import { Injectable } from '@nestjs/common';
import { NotFoundError } from '@touchstone/domain';
import { searchPattern } from '../../platform/database/search-pattern.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, connectionFrom, pageOf } from '../../platform/graphql/connection.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import type { TeamType } from './team.type.js';

export interface TeamFilter {
  readonly first: number;
  readonly after: string | null;
  readonly search: string | null;
  readonly businessUnitId: string | null;
  readonly includeArchived: boolean;
}

/** The team as it is listed, with what the list is sorted by. */
type TeamRow = TeamType & { sortKey: string };

/** Teams with their size and leads, a page at a time: one statement. */
@Injectable()
export class TeamsReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(principal: Principal, filter: TeamFilter): Promise<Connection<TeamType>> {
    const page = pageOf(filter.first, filter.after, ['text', 'id']);
    const businessUnitId = filter.businessUnitId ? rowId(filter.businessUnitId, 'Business unit') : null;
    const [answer] = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<{ total: number; rows: TeamRow[] | null }>(LIST, [
        transaction.organizationId,
        filter.includeArchived,
        businessUnitId,
        searchPattern(filter.search),
        page.after?.[0] ?? null,
        page.after?.[1] ?? null,
        page.first,
      ]),
    );
    return connectionFrom<TeamRow>(answer?.rows ?? [], page, answer?.total ?? 0, ({ sortKey, id }) => [sortKey, id]);
  }

  async oneIn(transaction: Transaction, id: string): Promise<TeamType> {
    const [row] = await transaction.query<{ team: TeamType }>(
      `SELECT ${TEAM_JSON} AS team FROM team t ${UNIT_OF_TEAM} WHERE t.organization_id = $1 AND t.id = $2`,
      [transaction.organizationId, id],
    );
    if (!row) throw new NotFoundError('Team');
    return row.team;
  }
}

const UNIT_OF_TEAM = 'LEFT JOIN business_unit u ON u.organization_id = t.organization_id AND u.id = t.business_unit_id';

/** A person's name is their account's, as soon as they have one. */
const MEMBERS = `
  FROM team_membership tm
  JOIN membership m ON m.organization_id = tm.organization_id AND m.id = tm.membership_id
  LEFT JOIN account a ON a.id = m.account_id
  WHERE tm.organization_id = t.organization_id AND tm.team_id = t.id AND tm.valid_to IS NULL`;

const TEAM_JSON = `json_build_object(
  'id', t.id, 'name', t.name, 'kind', t.kind, 'businessUnitId', t.business_unit_id, 'businessUnitName', u.name,
  'memberCount', (SELECT count(*)::int ${MEMBERS}),
  'leads', (SELECT coalesce(json_agg(coalesce(a.name, m.name) ORDER BY lower(coalesce(a.name, m.name))), '[]')
            ${MEMBERS} AND tm.lead),
  'archivedAt', t.archived_at, 'version', t.version, 'sortKey', lower(t.name))`;

const LIST = `
  WITH matching AS (
    SELECT * FROM team t
    WHERE t.organization_id = $1
      AND ($2 OR t.archived_at IS NULL)
      AND ($3::uuid IS NULL OR t.business_unit_id = $3)
      AND ($4::text IS NULL OR t.name ILIKE $4)
  ), page AS (
    SELECT * FROM matching t
    WHERE $5::text IS NULL OR (lower(t.name), t.id) > ($5, $6::uuid)
    ORDER BY lower(t.name), t.id LIMIT $7 + 1
  )
  SELECT (SELECT count(*)::int FROM matching) AS total,
    (SELECT json_agg(${TEAM_JSON} ORDER BY lower(t.name), t.id) FROM page t ${UNIT_OF_TEAM}) AS rows`;
