import { peopleBehind } from '../metrics/index.js';

/** Expects `m`. */
const LATEST_MONTH = `(SELECT max(r.bucket) FROM rollup r
  WHERE r.organization_id = $1 AND r.metric_id = m.id AND r.grain = 'month' AND r.segment_set_id = 0)`;

/** Everything that the cascade is put together from, of the organisation $1, as one value. */
export const CASCADE = `
  WITH served AS (
    SELECT DISTINCT s.objective_id, s.metric_id
    FROM (SELECT objective_id, metric_id FROM metric_link WHERE organization_id = $1 AND objective_id IS NOT NULL
          UNION ALL
          SELECT objective_id, metric_id FROM metric_target WHERE organization_id = $1 AND objective_id IS NOT NULL) s
    JOIN metric m ON m.organization_id = $1 AND m.id = s.metric_id AND m.archived_at IS NULL
  )
  SELECT json_build_object(
    'today', (now() AT TIME ZONE o.time_zone)::date,
    'minimumGroupSize', o.minimum_group_size,
    'goals', (SELECT coalesce(json_agg(json_build_object('id', g.id, 'name', g.name, 'statement', g.statement,
        'dueOn', g.due_on, 'version', g.version) ORDER BY g.due_on NULLS LAST, lower(g.name), g.id), '[]')
      FROM business_goal g WHERE g.organization_id = $1 AND g.archived_at IS NULL),
    'objectives', (SELECT coalesce(json_agg(json_build_object('id', e.id, 'goalId', g.id, 'name', e.name,
        'statement', e.statement, 'domains', e.domains, 'version', e.version,
        'metricIds', (SELECT coalesce(json_agg(s.metric_id), '[]') FROM served s WHERE s.objective_id = e.id)
      ) ORDER BY lower(e.name), e.id), '[]')
      FROM experience_objective e
      LEFT JOIN business_goal g ON g.organization_id = e.organization_id AND g.id = e.goal_id AND g.archived_at IS NULL
      WHERE e.organization_id = $1 AND e.archived_at IS NULL),
    'metrics', (SELECT coalesce(json_agg(json_build_object('id', m.id, 'key', m.key, 'name', m.name, 'class', v.class,
        'aggregation', v.aggregation, 'scaleMinimum', v.scale_minimum, 'scaleMaximum', v.scale_maximum, 'formula', v.formula, 'unit', v.unit,
        'direction', v.direction, 'ownerTeamName', t.name,
        'targets', (SELECT coalesce(json_agg(json_build_object('objectiveId', x.objective_id, 'dueOn', x.due_on,
            'value', x.value, 'upperValue', x.upper_value,
            'historical', x.due_on < (x.created_at AT TIME ZONE o.time_zone)::date)), '[]')
          FROM metric_target x WHERE x.organization_id = $1 AND x.metric_id = m.id),
        'people', ${peopleBehind(`'month'`, LATEST_MONTH)},
        'rollup', (SELECT json_build_object('bucket', r.bucket,
            'day', to_char(r.bucket AT TIME ZONE o.time_zone, 'YYYY-MM-DD'), 'observations', r.observations, 'n', r.n, 'sum', r.sum,
            'sumOfSquares', r.sum_of_squares, 'minimum', r.minimum, 'maximum', r.maximum, 'last', r.last_value,
            'lastAt', r.last_at, 'counts', r.counts)
          FROM rollup r WHERE r.organization_id = $1 AND r.metric_id = m.id AND r.grain = 'month'
            AND r.segment_set_id = 0
          ORDER BY r.bucket DESC LIMIT 1)
      ) ORDER BY lower(m.name), m.id), '[]')
      FROM metric m JOIN CURRENT_VERSION ON true
      LEFT JOIN team t ON t.organization_id = m.organization_id AND t.id = m.owner_team_id
      WHERE m.organization_id = $1 AND m.archived_at IS NULL),
    'archive', (SELECT coalesce(json_agg(json_build_object('id', a.id, 'part', a.part, 'name', a.name,
        'archivedAt', a.archived_at, 'version', a.version) ORDER BY a.archived_at DESC, a.id), '[]')
      FROM (SELECT id, 'goal' AS part, name, archived_at, version FROM business_goal
            WHERE organization_id = $1 AND archived_at IS NOT NULL
            UNION ALL
            SELECT id, 'objective', name, archived_at, version FROM experience_objective
            WHERE organization_id = $1 AND archived_at IS NOT NULL) a)
  ) AS facts
  FROM organization o WHERE o.id = $1`;
