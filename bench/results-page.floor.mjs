// The floor of results-page: the page's answer made by one SQL statement, prepared, and sent as the text that it is. No
// session, no permission, no transaction, no row-level security.   node bench/results-page.floor.mjs URL ORGANIZATION
import { createServer } from 'node:http';
import pg from 'pg';

const [connectionString, organizationId] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString, max: 10 });

const instant = (column) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const MODEL = `json_build_object(
  'id', v.id, 'modelKey', v.model_key, 'version', v.model_version, 'name', v.content -> 'name',
  'scoringMethod', upper(v.content #>> '{scoring,method}'),
  'levels', (SELECT json_agg(json_build_object('value', l -> 'value', 'id', l -> 'id', 'name', l -> 'name',
      'description', l -> 'description') ORDER BY place)
    FROM jsonb_array_elements(v.content -> 'levels') WITH ORDINALITY AS levels (l, place)),
  'dimensions', (SELECT json_agg(json_build_object('id', d -> 'id', 'name', d -> 'name',
      'description', d -> 'description', 'weight', d -> 'weight',
      'practices', (SELECT json_agg(json_build_object('id', p -> 'id', 'name', p -> 'name',
          'description', p -> 'description', 'weight', p -> 'weight',
          'descriptors', (SELECT json_agg(json_build_object('level', l -> 'value',
              'text', p -> 'descriptors' -> (l ->> 'value')) ORDER BY place)
            FROM jsonb_array_elements(v.content -> 'levels') WITH ORDINALITY AS levels (l, place))) ORDER BY place)
        FROM jsonb_array_elements(d -> 'practices') WITH ORDINALITY AS practices (p, place))) ORDER BY place)
    FROM jsonb_array_elements(v.content -> 'dimensions') WITH ORDINALITY AS dimensions (d, place)))`;

const ASSESSMENT = `json_build_object(
  'id', a.id, 'name', a.name, 'state', upper(a.state), 'modelName', v.content -> 'name',
  'modelVersion', v.model_version, 'scopeKind', upper(a.scope_kind), 'businessUnitName', u.name,
  'periodStart', a.period_start, 'periodEnd', a.period_end, 'deadline', ${instant('a.deadline')},
  'expected', (SELECT sum(expected_size) FROM rater_group g
    WHERE g.organization_id = a.organization_id AND g.assessment_id = a.id),
  'submitted', (SELECT count(*) FROM submission s
    WHERE s.organization_id = a.organization_id AND s.assessment_id = a.id),
  'publishedAt', ${instant('a.published_at')}, 'version', a.version)`;

const GROUPS = `(SELECT json_agg(json_build_object('id', g.id, 'kind', upper(g.kind), 'name', g.name,
    'expected', g.expected_size, 'submitted', rg.submitted, 'suppression', upper(rg.suppression)) ORDER BY g.position)
  FROM result_group rg JOIN rater_group g ON g.organization_id = rg.organization_id AND g.id = rg.rater_group_id
  WHERE rg.organization_id = r.organization_id AND rg.result_set_id = r.id)`;

const CELLS = `(SELECT json_agg(json_build_object('nodeKind', upper(c.node_kind), 'nodeId', c.node_id,
    'groupId', c.rater_group_id, 'n', c.n, 'value', c.value, 'sd', c.sd, 'lower', c.lower, 'upper', c.upper,
    'level', c.level, 'agreement', c.agreement, 'coverage', c.coverage, 'notApplicable', c.not_applicable,
    'suppression', upper(c.suppression), 'reason', c.reason, 'distribution', c.distribution) ORDER BY c.id)
  FROM result_cell c WHERE c.organization_id = r.organization_id AND c.result_set_id = r.id)`;

const GAPS = `(SELECT json_agg(json_build_object('nodeKind', upper(p.node_kind), 'nodeId', p.node_id,
    'groupA', p.group_a, 'groupB', p.group_b, 'difference', p.difference, 'lower', p.lower, 'upper', p.upper,
    'p', p.p, 'adjustedP', p.adjusted_p, 'beyondNoise', p.beyond_noise) ORDER BY abs(p.difference) DESC)
  FROM result_gap p WHERE p.organization_id = r.organization_id AND p.result_set_id = r.id)`;

const text = `SELECT json_build_object('data', json_build_object('results', json_build_object(
    'assessment', ${ASSESSMENT}, 'anonymity', upper(a.anonymity), 'minimumGroupSize', a.minimum_group_size,
    'resultSetId', r.id, 'computedAt', ${instant('r.computed_at')}, 'formula', r.formula, 'confidence', r.confidence,
    'submissions', r.submissions, 'icc', r.icc, 'krippendorffAlpha', r.krippendorff_alpha, 'unit', upper(r.unit),
    'notes', r.notes, 'model', ${MODEL}, 'groups', ${GROUPS}, 'cells', ${CELLS}, 'gaps', ${GAPS})))::text AS answer
  FROM assessment a
  JOIN maturity_model_version v ON v.organization_id = a.organization_id AND v.id = a.model_version_id
  LEFT JOIN business_unit u ON u.organization_id = a.organization_id AND u.id = a.business_unit_id
  JOIN result_set r ON r.organization_id = a.organization_id AND r.assessment_id = a.id AND r.superseded_at IS NULL
  WHERE a.organization_id = $1 AND a.id = $2`;

const server = createServer(async (request, response) => {
  let body = '';
  for await (const piece of request) body += piece;
  const { assessmentId } = JSON.parse(body).variables;
  const { rows } = await pool.query({ name: 'results', text, values: [organizationId, assessmentId] });
  const answer = Buffer.from(rows[0].answer);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length });
  response.end(answer);
});
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
