import { Injectable } from '@nestjs/common';
import { NotFoundError, type Role } from '@touchstone/domain';
import { searchPattern } from '../../platform/database/search-pattern.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, connectionFrom, pageOf } from '../../platform/graphql/connection.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import type { MembershipStateEnum, PersonType } from './person.type.js';

export interface PersonFilter {
  readonly first: number;
  readonly after: string | null;
  readonly search: string | null;
  readonly role: Role | null;
  readonly state: MembershipStateEnum | null;
}

type PersonRow = PersonType & { sortKey: string };

/** People with their teams, a page at a time: one statement. */
@Injectable()
export class PeopleReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(principal: Principal, filter: PersonFilter): Promise<Connection<PersonType>> {
    const page = pageOf(filter.first, filter.after, ['text', 'id']);
    const [answer] = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<{ total: number; rows: PersonRow[] | null }>(LIST, [
        transaction.organizationId,
        filter.role ?? null,
        filter.state ?? null,
        searchPattern(filter.search),
        page.after?.[0] ?? null,
        page.after?.[1] ?? null,
        page.first,
      ]),
    );
    return connectionFrom<PersonRow>(answer?.rows ?? [], page, answer?.total ?? 0, ({ sortKey, id }) => [sortKey, id]);
  }

  async oneIn(transaction: Transaction, id: string): Promise<PersonType> {
    const [row] = await transaction.query<{ person: PersonType }>(
      `WITH person AS (${PEOPLE}) SELECT ${PERSON_JSON} AS person FROM person p WHERE p.id = $2`,
      [transaction.organizationId, rowId(id, 'Person')],
    );
    if (!row) throw new NotFoundError('Person');
    return row.person;
  }
}

/** A person's name is their account's, as soon as they have one. */
const PEOPLE = `
  SELECT m.*, coalesce(a.name, m.name) AS full_name, lower(coalesce(a.name, m.name)) AS sort_key,
    CASE WHEN m.valid_to IS NOT NULL THEN 'ended' WHEN m.account_id IS NULL THEN 'invited' ELSE 'active' END AS state
  FROM membership m LEFT JOIN account a ON a.id = m.account_id
  WHERE m.organization_id = $1`;

const PERSON_JSON = `json_build_object(
  'id', p.id, 'userId', p.account_id, 'email', p.email, 'name', p.full_name, 'role', p.role, 'state', p.state,
  'teams', (
    SELECT coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'lead', tm.lead) ORDER BY lower(t.name)), '[]')
    FROM team_membership tm JOIN team t ON t.organization_id = tm.organization_id AND t.id = tm.team_id
    WHERE tm.organization_id = p.organization_id AND tm.membership_id = p.id AND tm.valid_to IS NULL),
  'invitedAt', p.invited_at, 'validFrom', p.valid_from, 'validTo', p.valid_to, 'version', p.version,
  'sortKey', p.sort_key)`;

const LIST = `
  WITH person AS (${PEOPLE}), matching AS (
    SELECT * FROM person p
    WHERE ($2::text IS NULL OR p.role = $2)
      AND ($3::text IS NULL OR p.state = $3)
      AND ($4::text IS NULL OR p.full_name ILIKE $4 OR p.email ILIKE $4)
  ), page AS (
    SELECT * FROM matching p
    WHERE $5::text IS NULL OR (p.sort_key, p.id) > ($5, $6::uuid)
    ORDER BY p.sort_key, p.id LIMIT $7 + 1
  )
  SELECT (SELECT count(*)::int FROM matching) AS total,
    (SELECT json_agg(${PERSON_JSON} ORDER BY p.sort_key, p.id) FROM page p) AS rows`;
