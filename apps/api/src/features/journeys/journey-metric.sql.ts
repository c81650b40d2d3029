import { peopleBehind } from '../metrics/index.js';

/** The latest month of the metric `m` before the one that runs, or from that on. */
const LATEST_MONTH = (side: '<' | '>='): string => `
      SELECT r.bucket, r.observations, r.n, r.sum, r.sum_of_squares, r.minimum, r.maximum, r.last_value, r.last_at,
        r.counts
      FROM rollup r
      WHERE r.organization_id = $1 AND r.metric_id = m.id AND r.grain = 'month' AND r.segment_set_id = 0
        AND r.bucket ${side} date_trunc('month', d.today::timestamp) AT TIME ZONE d.time_zone
      ORDER BY r.bucket DESC LIMIT 1`;

/**
 * What hangs on the journey of `$3`, on its stages and on its touchpoints, and the numbers of it: what formulas are
 * computed from comes along, not to be shown. Joined as sets and not looked up one by one, because a large map has
 * hundreds. Expects `d`.
 *
 * Numbers are those of the latest finished month, and of the running one where there is no other: long enough to hold
 * something, short enough to be of today, and the same as on every other page. They are measured by
 * the definition that held at their last observation, so that a new one does not change what an old number says; today's
 * where nothing was observed yet.
 */
export const JOURNEY_METRICS = `(
  WITH RECURSIVE link AS MATERIALIZED (
    SELECT l.metric_id, l.journey_id AS place FROM metric_link l
    WHERE l.organization_id = $1 AND l.journey_id = $3
    UNION ALL
    SELECT l.metric_id, l.stage_id FROM journey_stage s
    JOIN metric_link l ON l.organization_id = $1 AND l.stage_id = s.id
    WHERE s.organization_id = $1 AND s.journey_id = $3
    UNION
    SELECT l.metric_id, l.touchpoint_id FROM journey_stage s
    JOIN touchpoint_placement p ON p.organization_id = $1 AND p.stage_id = s.id
    JOIN metric_link l ON l.organization_id = $1 AND l.touchpoint_id = p.touchpoint_id
    WHERE s.organization_id = $1 AND s.journey_id = $3
  ), places AS (
    SELECT metric_id, json_agg(place) AS places FROM link GROUP BY metric_id
  ), needed AS (
    SELECT metric_id FROM places
    UNION
    SELECT part.id FROM needed n
    JOIN metric_version w ON w.organization_id = $1 AND w.metric_id = n.metric_id AND w.formula IS NOT NULL
    JOIN metric part ON part.organization_id = $1 AND w.formula ~ ('\\m' || part.key || '\\M')
  ), numbered AS (
    SELECT m.id, m.organization_id, m.key, m.name, m.owner_team_id, m.archived_at, r.*,
      coalesce((r.last_at AT TIME ZONE d.time_zone)::date, d.today) AS day
    FROM needed n
    JOIN metric m ON m.organization_id = $1 AND m.id = n.metric_id
    LEFT JOIN LATERAL (
      SELECT a.*, max(a.last_at) OVER () AS seen_at
      FROM ((${LATEST_MONTH('<')}) UNION ALL (${LATEST_MONTH('>=')})) a
      ORDER BY a.bucket LIMIT 1) r ON true
  ), defined AS (
    SELECT DISTINCT ON (m.id) m.*, v.class, v.aggregation, v.scale_minimum, v.scale_maximum, v.formula, v.unit,
      v.direction, v.cadence_days
    FROM numbered m
    JOIN metric_version v ON v.organization_id = $1 AND v.metric_id = m.id
    ORDER BY m.id, v.valid_from <= m.day DESC, CASE WHEN v.valid_from <= m.day THEN v.valid_from END DESC, v.valid_from
  ), targets AS (
    SELECT x.metric_id, json_agg(json_build_object('objectiveId', x.objective_id, 'dueOn', x.due_on, 'value', x.value,
      'upperValue', x.upper_value, 'historical', x.due_on < (x.created_at AT TIME ZONE d.time_zone)::date)) AS targets
    FROM needed n JOIN metric_target x ON x.organization_id = $1 AND x.metric_id = n.metric_id
    GROUP BY x.metric_id
  )
  SELECT coalesce(json_agg(json_build_object('id', m.id, 'key', m.key, 'name', m.name,
    'places', CASE WHEN m.archived_at IS NULL THEN l.places END,
    'class', m.class, 'aggregation', m.aggregation, 'scaleMinimum', m.scale_minimum, 'scaleMaximum', m.scale_maximum,
    'formula', m.formula, 'unit', m.unit, 'direction', m.direction, 'cadenceDays', m.cadence_days,
    'seenAt', m.seen_at, 'ownerTeamName', t.name, 'targets', x.targets,
    'people', CASE WHEN m.bucket IS NOT NULL THEN ${peopleBehind(`'month'`, 'm.bucket')} ELSE '[]' END,
    'rollup', CASE WHEN m.bucket IS NOT NULL THEN json_build_object('bucket', m.bucket,
      'day', to_char(m.bucket AT TIME ZONE o.time_zone, 'YYYY-MM-DD'), 'observations', m.observations, 'n', m.n, 'sum', m.sum, 'sumOfSquares', m.sum_of_squares, 'minimum', m.minimum,
      'maximum', m.maximum, 'last', m.last_value, 'lastAt', m.last_at, 'counts', m.counts) END)
    ORDER BY lower(m.name), m.id), '[]')
  FROM defined m
  JOIN organization o ON o.id = $1
  LEFT JOIN places l ON l.metric_id = m.id
  LEFT JOIN targets x ON x.metric_id = m.id
  LEFT JOIN team t ON t.organization_id = $1 AND t.id = m.owner_team_id)`;
