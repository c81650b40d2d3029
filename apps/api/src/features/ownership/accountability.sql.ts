import { todayOf } from '../touchpoints/index.js';

/**
 * Touchpoints of a day with the owners of that day and after it, and their metrics as defined on it. A touchpoint is of a day if it
 * was in the library by then or somebody had a part in it, and it was not archived yet.
 */
export const MATRIX = `
  WITH day AS (SELECT coalesce($2::date, ${todayOf('$1')}) AS day, time_zone FROM organization WHERE id = $1),
  matching AS (
    SELECT t.*, d.day FROM touchpoint t CROSS JOIN day d
    WHERE t.organization_id = $1
      AND (t.archived_at IS NULL OR (t.archived_at AT TIME ZONE d.time_zone)::date > d.day)
      AND ((t.created_at AT TIME ZONE d.time_zone)::date <= d.day OR EXISTS (
        SELECT FROM ownership o WHERE o.organization_id = $1 AND o.touchpoint_id = t.id AND o.valid_from <= d.day))
      AND ($3::text IS NULL OR t.name ILIKE $3)
      AND ($4::uuid IS NULL OR EXISTS (
        SELECT FROM ownership o WHERE o.organization_id = $1 AND o.touchpoint_id = t.id AND o.team_id = $4
          AND o.valid_from <= d.day AND (o.valid_to IS NULL OR o.valid_to > d.day)))
  ), page AS (
    SELECT * FROM matching t
    WHERE $5::text IS NULL OR (lower(t.name), t.id) > ($5, $6::uuid)
    ORDER BY lower(t.name), t.id LIMIT $7::int
  )
  SELECT (SELECT to_char(day, 'YYYY-MM-DD') FROM day) AS "on", (SELECT count(*)::int FROM matching) AS total,
    (SELECT coalesce(json_agg(json_build_object(
        'id', team.id, 'name', team.name, 'archivedOn', (team.archived_at AT TIME ZONE d.time_zone)::date)), '[]')
     FROM team CROSS JOIN day d WHERE team.organization_id = $1) AS teams,
    (SELECT coalesce(json_agg(json_build_object(
        'metricId', c.metric_id, 'otherMetricId', c.other_metric_id, 'reason', c.reason) ORDER BY c.id), '[]')
     FROM metric_conflict c WHERE c.organization_id = $1) AS conflicts,
    (SELECT coalesce(json_agg(json_build_object(
        'id', t.id, 'name', t.name, 'sortKey', lower(t.name), 'channel', t.channel, 'existence', t.existence,
        'periods', (SELECT coalesce(json_agg(json_build_object(
            'id', o.id, 'touchpointId', o.touchpoint_id, 'teamId', o.team_id, 'responsibility', o.responsibility,
            'validFrom', o.valid_from, 'validTo', o.valid_to) ORDER BY lower(team.name), o.id), '[]')
          FROM ownership o JOIN team ON team.organization_id = o.organization_id AND team.id = o.team_id
          WHERE o.organization_id = $1 AND o.touchpoint_id = t.id AND (o.valid_to IS NULL OR o.valid_to > t.day)),
        'metrics', (SELECT coalesce(json_agg(json_build_object(
            'id', m.id, 'name', m.name, 'ownerTeamId', m.owner_team_id, 'category', v.category, 'unit', v.unit,
            'direction', v.direction) ORDER BY lower(m.name), m.id), '[]')
          FROM metric_link l
          JOIN metric m ON m.organization_id = l.organization_id AND m.id = l.metric_id AND m.archived_at IS NULL
          JOIN LATERAL (SELECT * FROM metric_version v WHERE v.organization_id = $1 AND v.metric_id = m.id
            ORDER BY v.valid_from <= t.day DESC, abs(v.valid_from - t.day) LIMIT 1) v ON true
          WHERE l.organization_id = $1 AND l.touchpoint_id = t.id))
        ORDER BY lower(t.name), t.id), '[]')
     FROM page t) AS rows`;
