// The floor of journey-map: the map's answer made by one SQL statement, prepared, and sent as the text that it is. No
// session, no permission, no transaction, no row-level security, and only what this measurement's metrics need.
//   node bench/journey-map.floor.mjs URL ORGANIZATION
import { createServer } from 'node:http';
import pg from 'pg';

const [connectionString, organizationId] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString, max: 10 });

const instant = (column) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const Z = 1.959963984540054;

const CELLS = `(SELECT json_agg(json_build_object('id', c.stage_id || ':' || c.lane, 'lane', upper(c.lane),
    'text', c.text, 'evidence', c.evidence, 'evidenceKind', upper(c.evidence_kind),
    'evidenceOn', c.evidence_on, 'confirmedAt', ${instant('c.confirmed_at')},
    'stale', c.confirmed_at < now() - interval '180 days', 'version', c.version) ORDER BY c.lane)
  FROM stage_cell c WHERE c.organization_id = $1 AND c.stage_id = s.id)`;

const PLACEMENTS = `(SELECT json_agg(json_build_object('id', p.id, 'touchpointId', p.touchpoint_id, 'name', t.name,
    'channel', t.channel, 'isFuture', t.existence = 'future', 'factor', upper(p.factor), 'emotion', p.emotion,
    'emotionN', p.emotion_n, 'emotionJudgedBy', p.emotion_judged_by, 'expectation', p.expectation,
    'evidence', p.evidence, 'evidenceKind', upper(p.evidence_kind), 'evidenceOn', p.evidence_on,
    'teamName', team.name, 'confirmedAt', ${instant('p.confirmed_at')},
    'stale', p.confirmed_at < now() - interval '180 days',
    'metricIds', (SELECT json_agg(l.metric_id) FROM metric_link l
      WHERE l.organization_id = $1 AND l.touchpoint_id = p.touchpoint_id), 'version', p.version) ORDER BY p.position)
  FROM touchpoint_placement p
  JOIN touchpoint t ON t.organization_id = $1 AND t.id = p.touchpoint_id
  LEFT JOIN ownership o ON o.organization_id = $1 AND o.touchpoint_id = p.touchpoint_id
    AND o.responsibility = 'accountable' AND o.valid_from <= current_date
    AND (o.valid_to IS NULL OR o.valid_to > current_date)
  LEFT JOIN team ON team.organization_id = $1 AND team.id = o.team_id
  WHERE p.organization_id = $1 AND p.stage_id = s.id)`;

const STAGES = `(SELECT json_agg(json_build_object('id', s.id, 'journeyId', s.journey_id, 'name', s.name,
    'lifecycle', upper(s.lifecycle), 'position', s.position, 'version', s.version,
    'metricIds', (SELECT coalesce(json_agg(l.metric_id), '[]') FROM metric_link l
      WHERE l.organization_id = $1 AND l.stage_id = s.id),
    'cells', ${CELLS}, 'placements', ${PLACEMENTS}) ORDER BY s.position)
  FROM journey_stage s WHERE s.organization_id = $1 AND s.journey_id = j.id)`;

const METRICS = `(SELECT json_agg(json_build_object('id', m.id, 'name', m.name, 'class', upper(v.class), 'unit', v.unit,
    'direction', upper(v.direction), 'ownerTeamName', team.name,
    'value', 100 * r.p, 'lower', 100 * (r.centre - r.half), 'upper', 100 * (r.centre + r.half), 'n', r.n,
    'lastAt', ${instant('r.last_at')}, 'suppressed', false,
    'overdue', now() - r.last_at > v.cadence_days * interval '1 day',
    'targetValue', x.value, 'targetUpperValue', x.upper_value, 'targetDueOn', x.due_on,
    'status', CASE WHEN 100 * r.p >= x.value THEN 'MET' ELSE 'NOT_DUE' END) ORDER BY lower(m.name), m.id)
  FROM metric m
  JOIN metric_version v ON v.organization_id = $1 AND v.metric_id = m.id AND v.number = 1
  LEFT JOIN team ON team.organization_id = $1 AND team.id = m.owner_team_id
  LEFT JOIN LATERAL (SELECT x.* FROM metric_target x
    WHERE x.organization_id = $1 AND x.metric_id = m.id AND x.due_on >= current_date ORDER BY x.due_on LIMIT 1) x ON true
  LEFT JOIN LATERAL (SELECT r.n, r.last_at, r.sum / r.n AS p,
      (r.sum / r.n + ${Z} * ${Z} / (2 * r.n)) / (1 + ${Z} * ${Z} / r.n) AS centre,
      ${Z} * sqrt(r.sum / r.n * (1 - r.sum / r.n) / r.n + ${Z} * ${Z} / (4 * r.n * r.n)) / (1 + ${Z} * ${Z} / r.n) AS half
    FROM rollup r WHERE r.organization_id = $1 AND r.metric_id = m.id AND r.grain = 'month' AND r.segment_set_id = 0
    ORDER BY r.bucket DESC LIMIT 1) r ON true
  WHERE m.organization_id = $1 AND m.archived_at IS NULL AND m.id IN (
    SELECT l.metric_id FROM journey_stage s
    JOIN touchpoint_placement p ON p.organization_id = $1 AND p.stage_id = s.id
    JOIN metric_link l ON l.organization_id = $1 AND l.touchpoint_id = p.touchpoint_id
    WHERE s.organization_id = $1 AND s.journey_id = j.id))`;

const text = `SELECT json_build_object('data', json_build_object('journeyMap', json_build_object(
    'id', j.id, 'name', j.name, 'summary', j.summary, 'state', upper(j.state),
    'parentName', (SELECT n.name FROM journey n WHERE n.organization_id = $1 AND n.id = j.parent_id),
    'futureOfId', j.future_of_id,
    'futureId', (SELECT f.id FROM journey f WHERE f.organization_id = $1 AND f.future_of_id = j.id),
    'personaName', (SELECT n.name FROM persona n WHERE n.organization_id = $1 AND n.id = j.persona_id),
    'productName', (SELECT n.name FROM product n WHERE n.organization_id = $1 AND n.id = j.product_id),
    'archivedAt', j.archived_at, 'version', j.version,
    'metricIds', (SELECT coalesce(json_agg(l.metric_id), '[]') FROM metric_link l
      WHERE l.organization_id = $1 AND l.journey_id = j.id),
    'metrics', ${METRICS}, 'stages', ${STAGES})))::text AS answer
  FROM journey j WHERE j.organization_id = $1 AND j.id = $2`;

const server = createServer(async (request, response) => {
  let body = '';
  for await (const piece of request) body += piece;
  const { id } = JSON.parse(body).variables;
  const { rows } = await pool.query({ name: 'map', text, values: [organizationId, id] });
  const answer = Buffer.from(rows[0].answer);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length });
  response.end(answer);
});
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
