import { CURRENT_VERSION, peopleBehind } from '../metrics/index.js';

/** Months that a standing looks back over: a year, and the same month of the year before. */
const MONTHS = 13;

/** Of a roll-up `r`, everything that a measure is made from; moments in milliseconds since 1970. */
const TALLY_JSON = `json_build_object('at', (extract(epoch FROM r.bucket) * 1000)::bigint,
  'day', to_char(r.bucket AT TIME ZONE o.time_zone, 'YYYY-MM-DD'), 'observations', r.observations, 'n', r.n, 'sum', r.sum, 'sumOfSquares', r.sum_of_squares, 'minimum', r.minimum, 'maximum', r.maximum,
  'last', r.last_value, 'lastAt', (extract(epoch FROM r.last_at) * 1000)::bigint, 'counts', r.counts)`;

/** The metric `m` of the organisation `o`: its definition of today, targets, and months since its series last broke. */
const METRIC_FACTS = `json_build_object(
  'id', m.id, 'key', m.key, 'name', m.name, 'class', v.class, 'aggregation', v.aggregation, 'formula', v.formula,
  'unit', v.unit, 'direction', v.direction, 'scaleMinimum', v.scale_minimum, 'scaleMaximum', v.scale_maximum,
  'cadenceDays', v.cadence_days, 'ownerTeamId', t.id, 'ownerTeamName', t.name, 'brokenOn', b.begins_on,
  'targets', (SELECT coalesce(json_agg(json_build_object('objectiveId', x.objective_id, 'dueOn', x.due_on,
      'value', x.value, 'upperValue', x.upper_value,
      'historical', x.due_on < (x.created_at AT TIME ZONE o.time_zone)::date)), '[]')
    FROM metric_target x WHERE x.organization_id = $1 AND x.metric_id = m.id),
  'lastAt', (SELECT (extract(epoch FROM r.last_at) * 1000)::bigint FROM rollup r
    WHERE r.organization_id = $1 AND r.metric_id = m.id AND r.grain = 'quarter' AND r.segment_set_id = 0
    ORDER BY r.bucket DESC LIMIT 1),
  'people', ${peopleBehind(
    `'month'`,
    `(SELECT min(r.bucket) FROM (
      SELECT r.bucket FROM rollup r
      WHERE r.organization_id = $1 AND r.metric_id = m.id AND r.grain = 'month' AND r.segment_set_id = 0
      ORDER BY r.bucket DESC LIMIT ${MONTHS}) r)`,
  )},
  'months', (SELECT coalesce(json_agg(${TALLY_JSON} ORDER BY r.bucket), '[]')
    FROM (SELECT r.* FROM rollup r
      WHERE r.organization_id = $1 AND r.metric_id = m.id AND r.grain = 'month' AND r.segment_set_id = 0
        AND (b.begins_on IS NULL OR r.bucket >= b.begins_on::timestamp AT TIME ZONE o.time_zone)
      ORDER BY r.bucket DESC LIMIT ${MONTHS}) r))`;

/**
 * One statement that answers with the facts of the metrics that `roots` names (a query of `metric_id`) and of those that
 * their formulas are made from, beside what `parts` selects. `ctes` are queries that both may use; $1 is the organisation,
 * `o` its row and `d.today` its day. Of numbers it reads roll-ups only.
 */
export const withMetricFacts = (ctes: string, roots: string, parts: string): string => `
  WITH RECURSIVE d AS (
    SELECT (now() AT TIME ZONE time_zone)::date AS today FROM organization WHERE id = $1
  ), ${ctes}
  needed AS (
    SELECT r.metric_id FROM (${roots}) r JOIN metric m
      ON m.organization_id = $1 AND m.id = r.metric_id AND m.archived_at IS NULL
    UNION
    SELECT u.id FROM needed w
    JOIN organization o ON o.id = $1
    JOIN metric m ON m.organization_id = $1 AND m.id = w.metric_id
    JOIN ${CURRENT_VERSION} ON true
    CROSS JOIN LATERAL regexp_matches(v.formula, '[a-z][a-z0-9_]*', 'g') AS word
    JOIN metric u ON u.organization_id = $1 AND u.key = word[1]
  )
  SELECT json_build_object('today', d.today, 'minimumGroupSize', o.minimum_group_size, 'timeZone', o.time_zone,
    'metrics', (SELECT coalesce(json_agg(${METRIC_FACTS} ORDER BY lower(m.name), m.id), '[]')
      FROM needed n JOIN metric m ON m.organization_id = $1 AND m.id = n.metric_id
      JOIN ${CURRENT_VERSION} ON true
      LEFT JOIN team t ON t.organization_id = $1 AND t.id = m.owner_team_id
      LEFT JOIN LATERAL (SELECT max(begins_on) AS begins_on FROM series_break b
        WHERE b.organization_id = $1 AND b.metric_id = m.id AND b.begins_on <= d.today) b ON true),
    ${parts}) AS facts
  FROM organization o CROSS JOIN d WHERE o.id = $1`;

/** The team that answers today for the touchpoint of this id. */
export const ACCOUNTABLE_TODAY = (touchpointId: string): string => `(
  SELECT w.team_id FROM ownership w WHERE w.organization_id = $1 AND w.touchpoint_id = ${touchpointId}
    AND w.responsibility = 'accountable' AND w.valid_from <= d.today AND (w.valid_to IS NULL OR w.valid_to > d.today))`;
