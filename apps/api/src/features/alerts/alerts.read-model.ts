import { Injectable } from '@nestjs/common';
import { type AlertGrain, type CountedDay, NotFoundError } from '@touchstone/domain';
import { searchPattern } from '../../platform/database/search-pattern.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, connectionFrom, pageOf } from '../../platform/graphql/connection.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { MemberPrincipal, Principal } from '../../platform/tenancy/principal.js';
import { alertJson, AROUND_ALERT, concernsTeams, mayUpdateAlert } from './alert-sql.js';
import type { AlertAssigneeType, AlertSummaryType, AlertType } from './alert.type.js';
import {
  latestTallies,
  peopleOfLatest,
  type PointVersion,
  pointsOf,
  type TallyRow,
  VERSIONS_JSON,
} from './measured-points.js';

export interface AlertFilter {
  readonly states: readonly string[] | null;
  readonly rule: string | null;
  readonly severity: string | null;
  readonly teamId: string | null;
  readonly metricId: string | null;
  readonly touchpointId: string | null;
  /** Those that the reader can do something about. */
  readonly mine: boolean;
  readonly search: string | null;
  readonly first: number;
  readonly after: string | null;
}

type ListRow = AlertSummaryType & { readonly rank: number };
type Found = Omit<AlertType, 'series'> & {
  readonly weekStart: number;
  readonly minimumGroupSize: number;
  readonly tallies: TallyRow[];
  readonly people: CountedDay[] | null;
  readonly versions: PointVersion[];
};

/** How much of the series is shown beside an alert. */
const SHOWN_POINTS = 24;
const RANK = `array_position(ARRAY['critical', 'warning', 'notice'], a.severity)`;

/** Alerts, a page at a time, and one with its history: one statement each. */
@Injectable()
export class AlertsReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The weightiest first, and of equal weight the newest. */
  async list(member: MemberPrincipal, filter: AlertFilter): Promise<Connection<AlertSummaryType>> {
    const page = pageOf(filter.first, filter.after, ['number', 'instant', 'id']);
    const mayUpdate = mayUpdateAlert(member, 13);
    const [answer] = await this.unitOfWork.read(member, (transaction) =>
      transaction.query<{ total: number; rows: ListRow[] | null }>(
        `WITH matching AS (
           SELECT a.*, ${RANK} AS rank FROM alert a
           JOIN metric m ON m.organization_id = a.organization_id AND m.id = a.metric_id
           WHERE a.organization_id = $1
             AND ($2::text[] IS NULL OR a.state = ANY($2))
             AND ($3::text IS NULL OR a.rule = $3)
             AND ($4::text IS NULL OR a.severity = $4)
             AND ($5::uuid IS NULL OR ${concernsTeams('ARRAY[$5::uuid]')})
             AND ($6::uuid IS NULL OR a.metric_id = $6)
             AND ($7::uuid IS NULL OR EXISTS (SELECT FROM metric_link l
               WHERE l.organization_id = $1 AND l.metric_id = a.metric_id AND l.touchpoint_id = $7))
             AND ($8::text IS NULL OR m.name ILIKE $8 OR m.key ILIKE $8)
             AND (NOT $9 OR ${mayUpdate.sql})
         ), page AS (
           SELECT * FROM matching a
           WHERE $10::int IS NULL OR a.rank > $10
             OR (a.rank = $10 AND (a.opened_at, a.id) < ($11::timestamptz, $12::uuid))
           ORDER BY a.rank, a.opened_at DESC, a.id DESC LIMIT ${page.first} + 1
         )
         SELECT (SELECT count(*)::int FROM matching) AS total,
           (SELECT json_agg(${alertJson(mayUpdate.sql)} || jsonb_build_object('rank', a.rank)
              ORDER BY a.rank, a.opened_at DESC, a.id DESC) FROM page a ${AROUND_ALERT}) AS rows`,
        [
          member.organizationId,
          filter.states?.length ? filter.states : null,
          filter.rule,
          filter.severity,
          filter.teamId ? rowId(filter.teamId, 'Team') : null,
          filter.metricId ? rowId(filter.metricId, 'Metric') : null,
          filter.touchpointId ? rowId(filter.touchpointId, 'Touchpoint') : null,
          searchPattern(filter.search),
          filter.mine,
          page.after?.[0] ?? null,
          page.after?.[1] ?? null,
          page.after?.[2] ?? null,
          ...mayUpdate.parameters,
        ],
      ),
    );
    return connectionFrom<ListRow>(answer?.rows ?? [], page, answer?.total ?? 0, ({ rank, openedAt, id }) => [
      rank,
      String(openedAt),
      id,
    ]);
  }

  one(principal: Principal, id: string): Promise<AlertType> {
    return this.unitOfWork.read(principal, (transaction) => this.oneIn(transaction, id));
  }

  async oneIn(transaction: Transaction, id: string): Promise<AlertType> {
    const mayUpdate = mayUpdateAlert(transaction.principal, 3);
    const [row] = await transaction.query<{ alert: Found }>(
      `SELECT ${alertJson(mayUpdate.sql)} || jsonb_build_object(
         'evidence', a.evidence, 'timeZone', o.time_zone, 'weekStart', o.week_start,
         'minimumGroupSize', o.minimum_group_size, 'versions', ${VERSIONS_JSON}, 'tallies', ${latestTallies(SHOWN_POINTS)},
         'people', ${peopleOfLatest(SHOWN_POINTS)},
         'events', ${EVENTS}, 'touchpoints', ${TOUCHPOINTS}, 'feedback', ${FEEDBACK}, 'others', ${OTHERS}) AS alert
       FROM alert a ${AROUND_ALERT} WHERE a.organization_id = $1 AND a.id = $2`,
      [transaction.organizationId, rowId(id, 'Alert'), ...mayUpdate.parameters],
    );
    if (!row) throw new NotFoundError('Alert');
    const { tallies, people, versions, weekStart, minimumGroupSize, ...alert } = row.alert;
    const calendar = { timeZone: alert.timeZone, weekStart };
    const grain = alert.grain as AlertGrain;
    const rules = { calendar, minimumGroupSize, grain, now: Date.now(), people };
    return { ...alert, series: pointsOf(tallies, versions, rules) };
  }

  /** How many alerts wait for the reader: what they may deal with, or what has come up to them. */
  async waiting(member: MemberPrincipal): Promise<number> {
    const mayUpdate = mayUpdateAlert(member, 3);
    const [row] = await this.unitOfWork.read(member, (transaction) =>
      transaction.query<{ waiting: number }>(
        `SELECT count(*)::int AS waiting FROM alert a
         WHERE a.organization_id = $1 AND a.state = 'open' AND (${mayUpdate.sql} OR ($2 AND a.escalation_level = 2))`,
        [member.organizationId, member.role === 'executive', ...mayUpdate.parameters],
      ),
    );
    return row!.waiting;
  }

  /** Who can be given an alert: the programme office, and the people of the teams that it concerns. */
  async assignees(member: MemberPrincipal, id: string): Promise<AlertAssigneeType[]> {
    const [row] = await this.unitOfWork.read(member, (transaction) =>
      transaction.query<{ people: AlertAssigneeType[] }>(
        `SELECT (SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) ORDER BY lower(p.name), p.id), '[]')
           FROM membership p WHERE ${ASSIGNABLE}) AS people
         FROM alert a WHERE a.organization_id = $1 AND a.id = $2`,
        [member.organizationId, rowId(id, 'Alert')],
      ),
    );
    if (!row) throw new NotFoundError('Alert');
    return row.people;
  }
}

/** Whether a membership `p` can be given an alert `a`. Executives and administrators read. */
export const ASSIGNABLE = `p.organization_id = a.organization_id AND p.account_id IS NOT NULL AND p.valid_to IS NULL
  AND (p.role = 'programme_office' OR (p.role IN ('team_lead', 'contributor') AND ${concernsTeams(
    `ARRAY(SELECT k.team_id FROM team_membership k WHERE k.organization_id = p.organization_id AND k.membership_id = p.id
       AND k.valid_to IS NULL)`,
  )}))`;

const EVENTS = `(SELECT coalesce(json_agg(json_build_object('id', e.id, 'act', e.act, 'actorName', w.name, 'note', e.note,
    'at', e.created_at, 'points', e.details -> 'points', 'level', e.details -> 'level', 'until', e.details -> 'until',
    'reason', e.details -> 'reason', 'assigneeName', (SELECT n.name FROM membership n
      WHERE n.organization_id = e.organization_id AND n.id = (e.details ->> 'assigneeId')::uuid)) ORDER BY e.id DESC), '[]')
  FROM (SELECT * FROM alert_event e WHERE e.organization_id = a.organization_id AND e.alert_id = a.id
    ORDER BY e.id DESC LIMIT 200) e
  LEFT JOIN membership w ON w.organization_id = e.organization_id AND w.id = e.actor_id)`;

const TOUCHPOINTS = `(SELECT coalesce(json_agg(json_build_object('id', x.id, 'name', x.name) ORDER BY lower(x.name), x.id), '[]')
  FROM metric_link l JOIN touchpoint x ON x.organization_id = l.organization_id AND x.id = l.touchpoint_id
    AND x.archived_at IS NULL
  WHERE l.organization_id = a.organization_id AND l.metric_id = a.metric_id)`;

const FEEDBACK = `(SELECT coalesce(json_agg(json_build_object('id', c.id, 'description', c.text, 'state', c.state,
    'painPointId', c.pain_point_id, 'touchpointId', x.id, 'touchpointName', x.name, 'authorName', w.name,
    'createdAt', c.created_at) ORDER BY c.id DESC), '[]')
  FROM feedback c
  LEFT JOIN touchpoint x ON x.organization_id = c.organization_id AND x.id = c.touchpoint_id
  LEFT JOIN membership w ON w.organization_id = c.organization_id AND w.id = c.created_by
  WHERE c.organization_id = a.organization_id AND c.alert_id = a.id)`;

const OTHERS = `(SELECT coalesce(json_agg(json_build_object('id', f.id, 'openedAt', f.opened_at, 'closedAt', f.closed_at,
    'closeReason', f.close_reason) ORDER BY f.opened_at DESC), '[]')
  FROM (SELECT * FROM alert f WHERE f.organization_id = a.organization_id AND f.metric_id = a.metric_id
    AND f.segment_set_id = a.segment_set_id AND f.rule = a.rule AND f.id <> a.id
    ORDER BY f.opened_at DESC LIMIT 10) f)`;
