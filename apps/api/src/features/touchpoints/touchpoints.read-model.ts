import { Injectable } from '@nestjs/common';
import { NotFoundError } from '@touchstone/domain';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { searchPattern } from '../../platform/database/search-pattern.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, connectionFrom, pageOf } from '../../platform/graphql/connection.js';
import { rowId } from '../../platform/graphql/row-id.js';
import { abilityOf, type Principal } from '../../platform/tenancy/principal.js';
import { todayOf } from './organization-today.js';
import type { Channel, Existence } from './touchpoint.enums.js';
import type { TouchpointSummaryType, TouchpointType } from './touchpoint.type.js';

export interface TouchpointFilter {
  readonly search: string | null;
  readonly channel: Channel | null;
  readonly existence: Existence | null;
  /** Of this team's: it answers for them today. */
  readonly teamId: string | null;
  /** Only those that nobody answers for today. */
  readonly unowned: boolean;
  readonly includeArchived: boolean;
}

type SummaryRow = TouchpointSummaryType & { sortKey: string };

/** The library of touchpoints and the page of one: one statement each. */
@Injectable()
export class TouchpointsReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(
    principal: Principal,
    filter: TouchpointFilter,
    first: number,
    after: string | null,
  ): Promise<Connection<TouchpointSummaryType>> {
    const page = pageOf(first, after, ['text', 'id']);
    const [answer] = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<{ total: number; rows: SummaryRow[] | null }>(LIST, [
        ...parametersOf(transaction, filter),
        page.after?.[0] ?? null,
        page.after?.[1] ?? null,
        page.first,
      ]),
    );
    return connectionFrom<SummaryRow>(answer?.rows ?? [], page, answer?.total ?? 0, ({ sortKey, id }) => [sortKey, id]);
  }

  /** The whole library, for a file. */
  async all(
    principal: Principal,
    filter: TouchpointFilter,
  ): Promise<(TouchpointSummaryType & { description: string })[]> {
    const [answer] = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<{ rows: (SummaryRow & { description: string })[] | null }>(
        ALL,
        parametersOf(transaction, filter),
      ),
    );
    return answer?.rows ?? [];
  }

  one(principal: Principal, id: string): Promise<TouchpointType> {
    return this.unitOfWork.read(principal, (transaction) => this.oneIn(transaction, id));
  }

  async oneIn(transaction: Transaction, id: string): Promise<TouchpointType> {
    const changeable = abilityToSql(
      abilityOf(transaction.principal),
      'update',
      'Touchpoint',
      { teamId: ACCOUNTABLE_TEAM },
      3,
    );
    const [row] = await transaction.query<{ touchpoint: TouchpointType }>(
      `SELECT ${pageJson(changeable.sql)} AS touchpoint FROM touchpoint t
       CROSS JOIN LATERAL (SELECT ${todayOf('t.organization_id')} AS today) d
       WHERE t.organization_id = $1 AND t.id = $2`,
      [transaction.organizationId, rowId(id, 'Touchpoint'), ...changeable.parameters],
    );
    if (!row) throw new NotFoundError('Touchpoint');
    return row.touchpoint;
  }
}

const parametersOf = ({ organizationId }: Transaction, filter: TouchpointFilter): unknown[] => [
  organizationId,
  filter.includeArchived,
  searchPattern(filter.search),
  filter.channel,
  filter.existence,
  filter.teamId ? rowId(filter.teamId, 'Team') : null,
  filter.unowned,
];

const ACCOUNTABLE_TODAY = `
  SELECT o.team_id FROM ownership o
  WHERE o.organization_id = t.organization_id AND o.touchpoint_id = t.id AND o.responsibility = 'accountable'
    AND o.valid_from <= d.today AND (o.valid_to IS NULL OR o.valid_to > d.today)`;
const ACCOUNTABLE_TEAM = `(${ACCOUNTABLE_TODAY})`;

const MATCHING = `
  SELECT t.*, a.team_id, a.team_name FROM touchpoint t
  CROSS JOIN (SELECT ${todayOf('$1')} AS today) d
  LEFT JOIN LATERAL (
    SELECT team.id AS team_id, team.name AS team_name FROM team
    WHERE team.organization_id = t.organization_id AND team.id = (${ACCOUNTABLE_TODAY})) a ON true
  WHERE t.organization_id = $1
    AND ($2 OR t.archived_at IS NULL)
    AND ($3::text IS NULL OR t.name ILIKE $3 OR t.description ILIKE $3)
    AND ($4::text IS NULL OR t.channel = $4)
    AND ($5::text IS NULL OR t.existence = $5)
    AND ($6::uuid IS NULL OR a.team_id = $6)
    AND (NOT $7 OR a.team_id IS NULL)`;

const SUMMARY_JSON = `json_build_object(
  'id', t.id, 'name', t.name, 'description', t.description, 'existence', t.existence, 'channel', t.channel,
  'serviceLevel', t.service_level,
  'brokenDonts', (t.no_waiting IS NOT DISTINCT FROM 'broken')::int + (t.no_annoyance IS NOT DISTINCT FROM 'broken')::int
    + (t.no_puzzling IS NOT DISTINCT FROM 'broken')::int + (t.no_repeating IS NOT DISTINCT FROM 'broken')::int,
  'uncheckedDonts', num_nulls(t.no_waiting, t.no_annoyance, t.no_puzzling, t.no_repeating),
  'accountableTeamId', t.team_id, 'accountableTeamName', t.team_name,
  'journeyCount', (SELECT count(DISTINCT j.id)::int FROM touchpoint_placement p
    JOIN journey_stage s ON s.organization_id = p.organization_id AND s.id = p.stage_id
    JOIN journey j ON j.organization_id = s.organization_id AND j.id = s.journey_id AND j.archived_at IS NULL
    WHERE p.organization_id = t.organization_id AND p.touchpoint_id = t.id),
  'metricCount', (SELECT count(*)::int FROM metric_link l
    JOIN metric m ON m.organization_id = l.organization_id AND m.id = l.metric_id AND m.archived_at IS NULL
    WHERE l.organization_id = t.organization_id AND l.touchpoint_id = t.id),
  'archivedAt', t.archived_at, 'version', t.version, 'sortKey', lower(t.name))`;

const LIST = `
  WITH matching AS (${MATCHING}), page AS (
    SELECT * FROM matching t
    WHERE $8::text IS NULL OR (lower(t.name), t.id) > ($8, $9::uuid)
    ORDER BY lower(t.name), t.id LIMIT $10 + 1
  )
  SELECT (SELECT count(*)::int FROM matching) AS total,
    (SELECT json_agg(${SUMMARY_JSON} ORDER BY lower(t.name), t.id) FROM page t) AS rows`;

const ALL = `
  WITH matching AS (${MATCHING})
  SELECT json_agg(${SUMMARY_JSON} ORDER BY lower(t.name), t.id) AS rows FROM matching t`;

const pageJson = (mayUpdate: string): string => `json_build_object(
  'id', t.id, 'name', t.name, 'description', t.description, 'existence', t.existence, 'channel', t.channel,
  'noWaiting', t.no_waiting, 'noAnnoyance', t.no_annoyance, 'noPuzzling', t.no_puzzling,
  'noRepeating', t.no_repeating, 'serviceLevel', t.service_level, 'today', d.today,
  'ownership', (SELECT coalesce(json_agg(json_build_object(
      'id', o.id, 'teamId', o.team_id, 'teamName', team.name, 'teamArchived', team.archived_at IS NOT NULL,
      'responsibility', o.responsibility, 'validFrom', o.valid_from, 'validTo', o.valid_to)
      ORDER BY o.valid_from DESC, lower(team.name), o.id), '[]')
    FROM ownership o JOIN team ON team.organization_id = o.organization_id AND team.id = o.team_id
    WHERE o.organization_id = t.organization_id AND o.touchpoint_id = t.id),
  'places', (SELECT coalesce(json_agg(json_build_object(
      'id', p.id, 'journeyId', j.id, 'journeyName', j.name, 'journeyIsFuture', j.state = 'future', 'stageName', s.name,
      'factor', p.factor, 'emotion', p.emotion, 'emotionN', p.emotion_n, 'emotionJudgedBy', p.emotion_judged_by,
      'confirmedAt', p.confirmed_at) ORDER BY lower(j.name), j.state, s.position, p.position), '[]')
    FROM touchpoint_placement p
    JOIN journey_stage s ON s.organization_id = p.organization_id AND s.id = p.stage_id
    JOIN journey j ON j.organization_id = s.organization_id AND j.id = s.journey_id AND j.archived_at IS NULL
    WHERE p.organization_id = t.organization_id AND p.touchpoint_id = t.id),
  'metrics', (SELECT coalesce(json_agg(json_build_object(
      'id', m.id, 'name', m.name, 'category', v.category, 'unit', v.unit, 'direction', v.direction,
      'ownerTeamId', team.id, 'ownerTeamName', team.name, 'ownerTeamArchived', team.archived_at IS NOT NULL)
      ORDER BY lower(m.name), m.id), '[]')
    FROM metric_link l
    JOIN metric m ON m.organization_id = l.organization_id AND m.id = l.metric_id AND m.archived_at IS NULL
    LEFT JOIN team ON team.organization_id = m.organization_id AND team.id = m.owner_team_id
    LEFT JOIN LATERAL (SELECT * FROM metric_version v WHERE v.organization_id = m.organization_id AND v.metric_id = m.id
      ORDER BY v.valid_from <= d.today DESC, abs(v.valid_from - d.today) LIMIT 1) v ON true
    WHERE l.organization_id = t.organization_id AND l.touchpoint_id = t.id),
  'mayUpdate', coalesce(${mayUpdate}, false),
  'hasHistory', ${hasHistory('t.organization_id', 't.id')},
  'archivedAt', t.archived_at, 'createdAt', t.created_at, 'version', t.version)`;

/** Whatever remembers a touchpoint: with any of these it is archived and not deleted. */
export function hasHistory(organization: string, touchpoint: string): string {
  const remembers = (table: string) =>
    `EXISTS (SELECT FROM ${table} r WHERE r.organization_id = ${organization} AND r.touchpoint_id = ${touchpoint})`;
  const tables = [
    'ownership',
    'touchpoint_placement',
    'metric_link',
    'feedback',
    'pain_point_touchpoint',
    'initiative_touchpoint',
  ];
  return `(${tables.map(remembers).join(' OR ')})`;
}
