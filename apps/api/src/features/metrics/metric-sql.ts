/** The version of a metric that holds today; of one that has yet to begin, the first. Expects `m` and `o`. */
export const CURRENT_VERSION = `
  LATERAL (
    SELECT v.* FROM metric_version v
    WHERE v.organization_id = m.organization_id AND v.metric_id = m.id
    ORDER BY v.valid_from <= (now() AT TIME ZONE o.time_zone)::date DESC,
      CASE WHEN v.valid_from <= (now() AT TIME ZONE o.time_zone)::date THEN v.valid_from END DESC, v.valid_from
    LIMIT 1) v`;

/** Expects `x`, a target, and `o`. */
const TARGET_JSON = `json_build_object(
  'id', x.id, 'dueOn', x.due_on, 'value', x.value, 'upperValue', x.upper_value, 'objectiveId', x.objective_id,
  'objectiveName', (SELECT e.name FROM experience_objective e
    WHERE e.organization_id = x.organization_id AND e.id = x.objective_id),
  'historical', x.due_on < (x.created_at AT TIME ZONE o.time_zone)::date, 'version', x.version)`;

const SUMMARY_JSON = `json_build_object(
  'id', m.id, 'key', m.key, 'name', m.name, 'class', v.class, 'category', v.category, 'aggregation', v.aggregation,
  'unit', v.unit, 'direction', v.direction, 'ownerTeamId', m.owner_team_id, 'ownerTeamName', t.name,
  'cadenceDays', v.cadence_days,
  'nextTarget', (SELECT ${TARGET_JSON} FROM metric_target x
    WHERE x.organization_id = m.organization_id AND x.metric_id = m.id
      AND x.due_on >= (now() AT TIME ZONE o.time_zone)::date
    ORDER BY x.due_on, x.objective_id NULLS FIRST LIMIT 1),
  'linkCount', (SELECT count(*)::int FROM metric_link l
    WHERE l.organization_id = m.organization_id AND l.metric_id = m.id),
  'archivedAt', m.archived_at, 'version', m.version, 'sortKey', lower(m.name))`;

const AROUND = `
  JOIN organization o ON o.id = m.organization_id
  JOIN ${CURRENT_VERSION} ON true
  LEFT JOIN team t ON t.organization_id = m.organization_id AND t.id = m.owner_team_id`;

export const LIST = `
  WITH matching AS (
    SELECT m.* FROM metric m ${AROUND}
    WHERE m.organization_id = $1
      AND (m.archived_at IS NOT NULL) = $2
      AND ($3::text IS NULL OR v.class = $3)
      AND ($4::text IS NULL OR v.category = $4)
      AND ($5::uuid IS NULL OR m.owner_team_id = $5)
      AND ($6::text IS NULL OR m.name ILIKE $6 OR m.key ILIKE $6 OR v.definition ILIKE $6)
  ), page AS (
    SELECT * FROM matching m
    WHERE $7::text IS NULL OR (lower(m.name), m.id) > ($7, $8::uuid)
    ORDER BY lower(m.name), m.id LIMIT $9 + 1
  )
  SELECT (SELECT count(*)::int FROM matching) AS total,
    (SELECT json_agg(${SUMMARY_JSON} ORDER BY lower(m.name), m.id) FROM page m ${AROUND}) AS rows`;

/** Expects `v`, a version. */
const VERSION_JSON = `json_build_object(
  'number', v.number, 'validFrom', v.valid_from, 'definition', v.definition, 'class', v.class, 'category', v.category,
  'aggregation', v.aggregation, 'unit', v.unit, 'direction', v.direction, 'scaleMinimum', v.scale_minimum,
  'scaleMaximum', v.scale_maximum, 'notApplicable', coalesce(v.not_applicable, '{}'), 'formula', v.formula,
  'warningThreshold', v.warning_threshold, 'criticalThreshold', v.critical_threshold, 'cadenceDays', v.cadence_days,
  'source', v.source)`;

const LINKS = `
  SELECT coalesce(json_agg(json_build_object('id', l.id, 'kind', l.kind, 'objectId', l.object_id, 'name', l.name,
    'within', l.within, 'archived', l.archived) ORDER BY l.kind, lower(l.name), l.id), '[]')
  FROM (
    SELECT l.id, coalesce(p.id, s.id, j.id, e.id, g.id) AS object_id,
      CASE WHEN l.touchpoint_id IS NOT NULL THEN 'touchpoint' WHEN l.stage_id IS NOT NULL THEN 'stage'
        WHEN l.journey_id IS NOT NULL THEN 'journey' WHEN l.objective_id IS NOT NULL THEN 'objective' ELSE 'team' END AS kind,
      coalesce(p.name, s.name, j.name, e.name, g.name) AS name, coalesce(sj.name, b.name) AS within,
      coalesce(p.archived_at, sj.archived_at, j.archived_at, e.archived_at, g.archived_at) IS NOT NULL AS archived
    FROM metric_link l
    LEFT JOIN touchpoint p ON p.organization_id = l.organization_id AND p.id = l.touchpoint_id
    LEFT JOIN journey_stage s ON s.organization_id = l.organization_id AND s.id = l.stage_id
    LEFT JOIN journey sj ON sj.organization_id = s.organization_id AND sj.id = s.journey_id
    LEFT JOIN journey j ON j.organization_id = l.organization_id AND j.id = l.journey_id
    LEFT JOIN experience_objective e ON e.organization_id = l.organization_id AND e.id = l.objective_id
    LEFT JOIN business_goal b ON b.organization_id = e.organization_id AND b.id = e.goal_id
    LEFT JOIN team g ON g.organization_id = l.organization_id AND g.id = l.team_id
    WHERE l.organization_id = m.organization_id AND l.metric_id = m.id
  ) l`;

/** A formula names a metric by its key, as a whole word. Expects `m`; finds the metrics whose live formula does. */
export const USERS_OF_METRIC = `
  FROM metric u
  WHERE u.organization_id = m.organization_id AND u.archived_at IS NULL AND u.id <> m.id AND EXISTS (
    SELECT FROM metric_version w
    WHERE w.organization_id = u.organization_id AND w.metric_id = u.id AND w.formula ~ ('\\m' || m.key || '\\M')
      AND w.valid_from >= (
        SELECT coalesce(max(c.valid_from), '-infinity') FROM metric_version c
        WHERE c.organization_id = u.organization_id AND c.metric_id = u.id
          AND c.valid_from <= (now() AT TIME ZONE o.time_zone)::date))`;

/** Expects `m` and `o`. */
export const METRIC_JSON = `json_build_object(
  'id', m.id, 'key', m.key, 'name', m.name, 'ownerTeamId', m.owner_team_id,
  'ownerTeamName', (SELECT t.name FROM team t WHERE t.organization_id = m.organization_id AND t.id = m.owner_team_id),
  'definition', (SELECT ${VERSION_JSON} FROM ${CURRENT_VERSION}),
  'versions', (SELECT json_agg(${VERSION_JSON} ORDER BY v.valid_from DESC) FROM metric_version v
    WHERE v.organization_id = m.organization_id AND v.metric_id = m.id),
  'targets', (SELECT coalesce(json_agg(${TARGET_JSON} ORDER BY x.due_on DESC, x.id), '[]') FROM metric_target x
    WHERE x.organization_id = m.organization_id AND x.metric_id = m.id),
  'links', (${LINKS}),
  'breaks', (SELECT coalesce(json_agg(json_build_object('id', b.id, 'beginsOn', b.begins_on, 'cause', b.cause,
      'note', b.note, 'demanded', b.cause <> 'sample' AND EXISTS (SELECT FROM metric_version v
        WHERE v.organization_id = m.organization_id AND v.metric_id = m.id AND v.valid_from = b.begins_on
          AND v.number > 1)) ORDER BY b.begins_on DESC, b.cause), '[]')
    FROM series_break b WHERE b.organization_id = m.organization_id AND b.metric_id = m.id),
  'annotations', (SELECT coalesce(json_agg(json_build_object('id', a.id, 'notedOn', a.noted_on, 'text', a.text,
      'version', a.version) ORDER BY a.noted_on DESC, a.id), '[]')
    FROM metric_annotation a WHERE a.organization_id = m.organization_id AND a.metric_id = m.id),
  'conflicts', (SELECT coalesce(json_agg(json_build_object('id', c.id, 'otherMetricId', x.id, 'otherMetricName', x.name,
      'otherMetricArchived', x.archived_at IS NOT NULL, 'reason', c.reason, 'version', c.version)
      ORDER BY lower(x.name), c.id), '[]')
    FROM metric_conflict c JOIN metric x ON x.organization_id = c.organization_id AND x.id <> m.id
      AND x.id IN (c.metric_id, c.other_metric_id)
    WHERE c.organization_id = m.organization_id AND m.id IN (c.metric_id, c.other_metric_id)),
  'controlBaseline', (SELECT json_build_object('fromDay', c.from_day, 'toDay', c.to_day, 'note', c.note, 'setAt', c.set_at,
      'setByName', (SELECT coalesce(a.name, s.name) FROM membership s LEFT JOIN account a ON a.id = s.account_id
        WHERE s.organization_id = c.organization_id AND s.id = c.set_by),
      'version', c.version)
    FROM control_baseline c WHERE c.organization_id = m.organization_id AND c.metric_id = m.id),
  'usedBy', (SELECT coalesce(json_agg(json_build_object('id', u.id, 'key', u.key, 'name', u.name)
      ORDER BY lower(u.name), u.id), '[]') ${USERS_OF_METRIC}),
  'createdAt', m.created_at, 'archivedAt', m.archived_at, 'version', m.version)`;
