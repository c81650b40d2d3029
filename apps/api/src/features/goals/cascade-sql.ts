import { withMetricFacts } from '../standings/index.js';

/** Which metrics say of an objective of the organisation $1 whether it is reached: a row for each of the two. */
export const SERVED = `served AS (
    SELECT DISTINCT s.objective_id, s.metric_id
    FROM (SELECT objective_id, metric_id FROM metric_link WHERE organization_id = $1 AND objective_id IS NOT NULL
          UNION ALL
          SELECT objective_id, metric_id FROM metric_target WHERE organization_id = $1 AND objective_id IS NOT NULL) s
    JOIN experience_objective e ON e.organization_id = $1 AND e.id = s.objective_id AND e.archived_at IS NULL
    JOIN metric m ON m.organization_id = $1 AND m.id = s.metric_id AND m.archived_at IS NULL
  ),`;

/** Everything that the cascade is put together from, of the organisation $1, as one value. */
export const CASCADE = withMetricFacts(
  SERVED,
  'SELECT metric_id FROM served',
  `'goals', (SELECT coalesce(json_agg(json_build_object('id', g.id, 'name', g.name, 'statement', g.statement,
      'dueOn', g.due_on, 'version', g.version) ORDER BY g.due_on NULLS LAST, lower(g.name), g.id), '[]')
    FROM business_goal g WHERE g.organization_id = $1 AND g.archived_at IS NULL),
   'objectives', (SELECT coalesce(json_agg(json_build_object('id', e.id, 'goalId', g.id, 'name', e.name,
      'statement', e.statement, 'domains', e.domains, 'version', e.version,
      'metricIds', (SELECT coalesce(json_agg(s.metric_id), '[]') FROM served s WHERE s.objective_id = e.id)
    ) ORDER BY lower(e.name), e.id), '[]')
    FROM experience_objective e
    LEFT JOIN business_goal g ON g.organization_id = e.organization_id AND g.id = e.goal_id AND g.archived_at IS NULL
    WHERE e.organization_id = $1 AND e.archived_at IS NULL),
   'archive', (SELECT coalesce(json_agg(json_build_object('id', a.id, 'part', a.part, 'name', a.name,
      'archivedAt', a.archived_at, 'version', a.version) ORDER BY a.archived_at DESC, a.id), '[]')
    FROM (SELECT id, 'goal' AS part, name, archived_at, version FROM business_goal
          WHERE organization_id = $1 AND archived_at IS NOT NULL
          UNION ALL
          SELECT id, 'objective', name, archived_at, version FROM experience_objective
          WHERE organization_id = $1 AND archived_at IS NOT NULL) a)`,
);
