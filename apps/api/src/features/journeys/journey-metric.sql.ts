/**
 * The version of the metric `m` that its latest number was measured by, so that a new definition does not change what an
 * old number says; today's where nothing was observed yet.
 */
const DEFINITION = `
  LATERAL (
    SELECT v.* FROM metric_version v
    CROSS JOIN LATERAL (SELECT coalesce((r.last_at AT TIME ZONE d.time_zone)::date, d.today) AS day) on_day
    WHERE v.organization_id = m.organization_id AND v.metric_id = m.id
    ORDER BY v.valid_from <= on_day.day DESC,
      CASE WHEN v.valid_from <= on_day.day THEN v.valid_from END DESC, v.valid_from
    LIMIT 1) v`;

/** The latest month: long enough to hold something, short enough to be of today. */
const LATEST = `
  LEFT JOIN LATERAL (
    SELECT r.* FROM rollup r
    WHERE r.organization_id = m.organization_id AND r.metric_id = m.id AND r.grain = 'month' AND r.segment_set_id = 0
    ORDER BY r.bucket DESC LIMIT 1) r ON true`;

/** Expects the journey `j` and `d`. What formulas are computed from comes along, not to be shown. */
export const JOURNEY_METRICS = `(
  WITH RECURSIVE here AS (
    SELECT l.metric_id FROM metric_link l WHERE l.organization_id = $1 AND l.journey_id = $3
    UNION
    SELECT l.metric_id FROM journey_stage s
    JOIN metric_link l ON l.organization_id = s.organization_id AND l.stage_id = s.id
    WHERE s.organization_id = $1 AND s.journey_id = $3
    UNION
    SELECT l.metric_id FROM journey_stage s
    JOIN touchpoint_placement p ON p.organization_id = s.organization_id AND p.stage_id = s.id
    JOIN metric_link l ON l.organization_id = p.organization_id AND l.touchpoint_id = p.touchpoint_id
    WHERE s.organization_id = $1 AND s.journey_id = $3
  ), needed AS (
    SELECT metric_id FROM here
    UNION
    SELECT part.id FROM needed n
    JOIN metric_version w ON w.organization_id = $1 AND w.metric_id = n.metric_id AND w.formula IS NOT NULL
    JOIN metric part ON part.organization_id = $1 AND w.formula ~ ('\\m' || part.key || '\\M')
  )
  SELECT coalesce(json_agg(json_build_object('id', m.id, 'key', m.key, 'name', m.name,
    'shown', m.archived_at IS NULL AND m.id IN (SELECT metric_id FROM here),
    'class', v.class, 'aggregation', v.aggregation, 'scaleMinimum', v.scale_minimum, 'scaleMaximum', v.scale_maximum,
    'formula', v.formula, 'unit', v.unit, 'direction', v.direction, 'cadenceDays', v.cadence_days,
    'ownerTeamName', t.name,
    'targets', (SELECT coalesce(json_agg(json_build_object('objectiveId', x.objective_id, 'dueOn', x.due_on,
        'value', x.value, 'upperValue', x.upper_value,
        'historical', x.due_on < (x.created_at AT TIME ZONE d.time_zone)::date)), '[]')
      FROM metric_target x WHERE x.organization_id = $1 AND x.metric_id = m.id),
    'rollup', CASE WHEN r.bucket IS NOT NULL THEN json_build_object('bucket', r.bucket,
      'observations', r.observations, 'n', r.n, 'sum', r.sum, 'sumOfSquares', r.sum_of_squares, 'minimum', r.minimum,
      'maximum', r.maximum, 'last', r.last_value, 'lastAt', r.last_at, 'counts', r.counts) END)
    ORDER BY lower(m.name), m.id), '[]')
  FROM needed n
  JOIN metric m ON m.organization_id = $1 AND m.id = n.metric_id
  ${LATEST}
  JOIN ${DEFINITION} ON true
  LEFT JOIN team t ON t.organization_id = m.organization_id AND t.id = m.owner_team_id)`;
