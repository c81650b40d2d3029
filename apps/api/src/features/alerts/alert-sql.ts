import type { Principal } from '../../platform/tenancy/principal.js';
import { abilityOf } from '../../platform/tenancy/principal.js';
import { abilityToSql, type SqlCondition } from '../../platform/authz/ability-to-sql.js';
import { CURRENT_VERSION } from '../metrics/index.js';
import { todayOf } from '../touchpoints/index.js';
import { ALERT_GRAIN } from './measured-points.js';

/** What stands around an alert `a`. */
export const AROUND_ALERT = `
  JOIN metric m ON m.organization_id = a.organization_id AND m.id = a.metric_id
  JOIN organization o ON o.id = a.organization_id
  JOIN ${CURRENT_VERSION} ON true
  LEFT JOIN team t ON t.organization_id = a.organization_id AND t.id = a.team_id
  LEFT JOIN membership p ON p.organization_id = a.organization_id AND p.id = a.assignee_id`;

/** Expects `a` with what stands around it. */
export const alertJson = (mayUpdate: string): string => `jsonb_build_object(
  'id', a.id, 'metricId', a.metric_id, 'metricName', m.name, 'metricClass', v.class, 'unit', v.unit,
  'direction', v.direction, 'rule', a.rule, 'severity', a.severity, 'state', a.state, 'teamId', a.team_id,
  'teamName', t.name, 'assigneeId', a.assignee_id, 'assigneeName', p.name, 'openedAt', a.opened_at,
  'lastSeenAt', a.last_seen_at, 'firstPoint', a.first_point, 'lastPoint', a.last_point, 'points', a.points,
  'grain', ${ALERT_GRAIN}, 'latest', a.latest, 'snoozedUntil', a.snoozed_until,
  'escalationLevel', a.escalation_level, 'closedAt', a.closed_at, 'closeReason', a.close_reason, 'version', a.version,
  'mayUpdate', ${mayUpdate})`;

/**
 * The teams that an alert concerns: whose it was when it opened, who owns the metric now, and who is accountable today for
 * a touchpoint that the metric hangs on. Has a row even where there is none. Expects `a`.
 */
const TEAMS_CONCERNED = `
  SELECT a.team_id
  UNION ALL SELECT c.owner_team_id FROM metric c WHERE c.organization_id = a.organization_id AND c.id = a.metric_id
  UNION ALL SELECT w.team_id FROM metric_link l
    JOIN ownership w ON w.organization_id = l.organization_id AND w.touchpoint_id = l.touchpoint_id
      AND w.responsibility = 'accountable' AND w.valid_from <= ${todayOf('a.organization_id')}
      AND (w.valid_to IS NULL OR w.valid_to > ${todayOf('a.organization_id')})
    WHERE l.organization_id = a.organization_id AND l.metric_id = a.metric_id`;

/** Whether an alert `a` concerns one of some teams. */
export const concernsTeams = (teams: string): string =>
  `EXISTS (SELECT FROM (${TEAMS_CONCERNED}) g (team_id) WHERE g.team_id = ANY(${teams}))`;

/** Whether somebody may deal with an alert `a`: the office with all, leads with those of their teams, others when given one. */
export function mayUpdateAlert(principal: Principal, firstParameter: number): SqlCondition {
  const columns = { teamId: 'g.team_id', membershipId: 'a.assignee_id' };
  const { sql, parameters } = abilityToSql(abilityOf(principal), 'update', 'Alert', columns, firstParameter);
  return { sql: `EXISTS (SELECT FROM (${TEAMS_CONCERNED}) g (team_id) WHERE ${sql})`, parameters };
}
