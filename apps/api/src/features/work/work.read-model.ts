import { Injectable } from '@nestjs/common';
import { NotFoundError } from '@touchstone/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { alertJson, AROUND_ALERT, concernsTeams, mayUpdateAlert } from '../alerts/index.js';
import { todayOf } from '../touchpoints/index.js';
import { PULSE_JSON, pulseOf, type PulseRow, type PulseRules } from './metric-pulse.js';
import type { MetricPulseType, MyWorkType, TouchpointPulseType } from './metric-pulse.type.js';

interface Clock {
  readonly timeZone: string;
  readonly weekStart: number;
  readonly minimumGroupSize: number;
}
type TouchpointRow = Omit<TouchpointPulseType, 'metrics'> & { readonly metrics: PulseRow[] };
type WorkRow = Omit<MyWorkType, 'touchpoints' | 'metrics'> &
  Clock & { touchpoints: TouchpointRow[]; metrics: PulseRow[] };

const LINKED_PULSES = `(SELECT coalesce(json_agg(${PULSE_JSON} ORDER BY lower(m.name), m.id), '[]')
  FROM metric_link l JOIN metric m ON m.organization_id = l.organization_id AND m.id = l.metric_id AND m.archived_at IS NULL
  WHERE l.organization_id = $1 AND l.touchpoint_id = t.id)`;

/** What teams answer for and how it stands: one statement, which reads roll-ups and no observation. */
@Injectable()
export class WorkReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async mine(member: MemberPrincipal): Promise<MyWorkType> {
    const mayUpdate = mayUpdateAlert(member, 4);
    const [row] = await this.unitOfWork.read(member, (transaction) =>
      transaction.query<WorkRow>(myWork(mayUpdate.sql), [
        member.organizationId,
        member.teamIds,
        member.membershipId,
        ...mayUpdate.parameters,
      ]),
    );
    const rules = rulesOf(row!);
    return {
      ...row!,
      touchpoints: row!.touchpoints.map((each) => ({ ...each, metrics: pulses(each.metrics, rules) })),
      metrics: pulses(row!.metrics, rules),
    };
  }

  /** The metrics of one touchpoint, with how they stand. */
  async touchpoint(member: MemberPrincipal, id: string): Promise<MetricPulseType[]> {
    const [row] = await this.unitOfWork.read(member, (transaction) =>
      transaction.query<Clock & { metrics: PulseRow[] }>(
        `SELECT ${CLOCK}, ${LINKED_PULSES} AS metrics
         FROM touchpoint t JOIN organization o ON o.id = t.organization_id WHERE t.organization_id = $1 AND t.id = $2`,
        [member.organizationId, rowId(id, 'Touchpoint')],
      ),
    );
    if (!row) throw new NotFoundError('Touchpoint');
    return pulses(row.metrics, rulesOf(row));
  }
}

const CLOCK = `o.time_zone AS "timeZone", o.week_start AS "weekStart", o.minimum_group_size AS "minimumGroupSize"`;

const rulesOf = ({ timeZone, weekStart, minimumGroupSize }: Clock): PulseRules => ({
  calendar: { timeZone, weekStart },
  minimumGroupSize,
  now: Date.now(),
});

const pulses = (rows: readonly PulseRow[], rules: PulseRules): MetricPulseType[] =>
  rows.map((row) => pulseOf(row, rules));

const myWork = (mayUpdate: string): string => `
  WITH own_touchpoint AS (
    SELECT t.id, t.name, t.channel, g.name AS team_name FROM touchpoint t
    JOIN ownership w ON w.organization_id = t.organization_id AND w.touchpoint_id = t.id
      AND w.responsibility = 'accountable' AND w.team_id = ANY($2)
      AND w.valid_from <= ${todayOf('$1')} AND (w.valid_to IS NULL OR w.valid_to > ${todayOf('$1')})
    JOIN team g ON g.organization_id = w.organization_id AND g.id = w.team_id
    WHERE t.organization_id = $1 AND t.archived_at IS NULL
  ), own_alert AS (
    SELECT a.* FROM alert a
    WHERE a.organization_id = $1 AND a.state <> 'closed' AND (a.assignee_id = $3 OR ${concernsTeams('$2')})
  ), shown_alert AS (
    SELECT *, array_position(ARRAY['critical', 'warning', 'notice'], severity) AS rank FROM own_alert
    ORDER BY rank, opened_at DESC, id DESC LIMIT 20
  )
  SELECT ${CLOCK},
    (SELECT coalesce(json_agg(json_build_object('id', g.id, 'name', g.name) ORDER BY lower(g.name)), '[]') FROM team g
     WHERE g.organization_id = $1 AND g.id = ANY($2)) AS teams,
    (SELECT count(*)::int FROM own_alert) AS "alertCount",
    (SELECT coalesce(json_agg(s.alert ORDER BY s.rank, s.opened_at DESC, s.id DESC), '[]') FROM (
       SELECT ${alertJson(mayUpdate)} AS alert, a.rank, a.opened_at, a.id FROM shown_alert a ${AROUND_ALERT}) s) AS alerts,
    (SELECT count(*)::int FROM own_touchpoint) AS "touchpointCount",
    (SELECT coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'channel', t.channel, 'teamName', t.team_name,
        'metrics', ${LINKED_PULSES}) ORDER BY lower(t.name), t.id), '[]')
     FROM (SELECT * FROM own_touchpoint ORDER BY lower(name), id LIMIT 100) t) AS touchpoints,
    (SELECT coalesce(json_agg(${PULSE_JSON} ORDER BY lower(m.name), m.id), '[]') FROM (
       SELECT m.* FROM metric m WHERE m.organization_id = $1 AND m.archived_at IS NULL AND m.owner_team_id = ANY($2)
         AND NOT EXISTS (SELECT FROM metric_link l JOIN own_touchpoint t ON t.id = l.touchpoint_id
           WHERE l.organization_id = $1 AND l.metric_id = m.id)
       ORDER BY lower(m.name), m.id LIMIT 50) m) AS metrics
  FROM organization o WHERE o.id = $1`;
