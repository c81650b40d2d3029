// How many traces a second the API serves over HTTP, against the same SQL behind bare node:http. Both get the same load from
// this process: a goal from which 2,000 objects hang, down to the verdicts on what was done.
import { isDeepStrictEqual } from 'node:util';
import { demandData, httpClient } from './http-client.mjs';
import { withInstallation } from './installation.mjs';
import { documents, pagesPerSecond, signedIn, withFloor } from './pages.mjs';
import { printLine } from './print-line.mjs';
import { withServer } from './served.mjs';
import { bestInTurn } from './take-turns.mjs';

const ROUNDS = 6;
const NODES = 2_000;

export async function run(name) {
  await withInstallation(async (installation) => {
    const id = await grownThread(installation);
    await withServer(installation, (address) =>
      withFloor('./trace.floor.mjs', installation, async (floorAddress) => {
        const candidate = httpClient(address);
        const floor = httpClient(floorAddress);
        const reader = await signedIn(installation, candidate);
        const query = documents('trace/trace.graphql', ['TraceNodeFields', 'Trace']);
        const body = JSON.stringify({ query, variables: { kind: 'GOAL', id, breadth: 500 } });
        const page = { candidate: () => candidate.send('/graphql', body, reader), floor: () => floor.send('/', body) };
        await demandSame(page);
        const best = await bestInTurn({
          rounds: ROUNDS,
          floor: () => pagesPerSecond(page.floor),
          candidate: () => pagesPerSecond(page.candidate),
        });
        printLine({
          name,
          ratio: best.candidate / best.floor,
          goal: 0.5,
          unit: 'traces per second, of those that the same SQL behind node:http gives',
          ...best,
          n: NODES,
        });
        for (const client of [candidate, floor]) client.close();
      }),
    );
  });
}

/** The words of the domain are enums to GraphQL, and facts that a kind does not have are left out by the floor. */
async function demandSame(page) {
  const [candidate, floor] = (await Promise.all([page.candidate(), page.floor()])).map(
    (answer) => demandData(answer).trace,
  );
  if (candidate.nodes.length !== NODES || !candidate.complete)
    throw new Error(`Not ${NODES} but ${candidate.nodes.length}.`);
  const shown = ({ nodes, edges }) => [
    nodes.map(({ kind, id, name, state, distance, facts }) => [
      kind.toLowerCase(),
      id,
      name,
      state,
      distance,
      facts?.estimate ?? null,
    ]),
    edges.map(({ from, to, relation }) => [from, to, relation.toLowerCase()]),
  ];
  if (!isDeepStrictEqual(shown(candidate), shown(floor))) throw new Error('Candidate and floor differ.');
}

/** A thread that fans out as an organisation's does; every fifth object has a neighbour more than its parent. */
async function grownThread({ database, organizationId }) {
  const some = (table, count, columns, values) =>
    `INSERT INTO ${table} (organization_id, id, ${columns}) SELECT $1, gen_random_uuid(), ${values} FROM generate_series(1, ${count}) n`;
  const places = (table, order) => `(SELECT id, row_number() OVER (ORDER BY ${order}) - 1 AS n FROM ${table})`;
  const statements = [
    some('business_goal', 1, 'name', `'Keep customers'`),
    `INSERT INTO experience_objective (organization_id, id, goal_id, name)
     SELECT $1, gen_random_uuid(), g.id, 'Objective ' || n FROM business_goal g, generate_series(1, 9) n`,
    some('metric', 40, 'key, name', `'metric_' || n, 'Metric ' || n`),
    `INSERT INTO metric_version (organization_id, metric_id, number, valid_from, class, category, aggregation, unit, direction)
     SELECT $1, id, 1, '2024-01-01', 'state', 'operational', 'mean', 'minutes', 'lower' FROM metric`,
    `INSERT INTO metric_link (organization_id, id, metric_id, objective_id)
     SELECT $1, gen_random_uuid(), m.id, o.id FROM ${places('metric', 'name')} m JOIN ${places('experience_objective', 'name')} o ON o.n = m.n % 9`,
    some('touchpoint', 200, 'name, channel', `'Touchpoint ' || n, 'app'`),
    `INSERT INTO metric_link (organization_id, id, metric_id, touchpoint_id)
     SELECT $1, gen_random_uuid(), m.id, t.id FROM ${places('touchpoint', 'name')} t JOIN ${places('metric', 'name')} m ON m.n = t.n % 40`,
    some('team', 20, 'name, kind', `'Team ' || n, 'service'`),
    `INSERT INTO ownership (organization_id, id, touchpoint_id, team_id, responsibility, valid_from)
     SELECT $1, gen_random_uuid(), t.id, team.id, 'accountable', '2024-01-01'
     FROM ${places('touchpoint', 'name')} t JOIN ${places('team', 'name')} team ON team.n = t.n % 20`,
    some('pain_point', 500, 'number, title', `n, 'What goes wrong ' || n`),
    `INSERT INTO pain_point_touchpoint (organization_id, pain_point_id, touchpoint_id)
     SELECT $1, p.id, t.id FROM ${places('pain_point', 'number')} p JOIN ${places('touchpoint', 'name')} t ON t.n IN (p.n % 200, (p.n * 7) % 200)`,
    some('opportunity', 330, 'number, title', `n, 'What could be done ' || n`),
    `INSERT INTO opportunity_pain_point (organization_id, opportunity_id, pain_point_id)
     SELECT $1, o.id, p.id FROM ${places('opportunity', 'number')} o JOIN ${places('pain_point', 'number')} p ON p.n = o.n`,
    some('initiative', 300, 'number, title', `n, 'What is done ' || n`),
    `UPDATE initiative i SET opportunity_id = o.id FROM opportunity o WHERE o.number = i.number AND i.organization_id = $1`,
    `INSERT INTO initiative_pain_point (organization_id, initiative_id, pain_point_id)
     SELECT $1, i.id, p.id FROM ${places('initiative', 'number')} i JOIN ${places('pain_point', 'number')} p ON p.n = i.n + 200`,
    `INSERT INTO effect_registration (organization_id, id, initiative_id, metric_id, direction, expected_change, method, baseline_from,
       baseline_to, planned_launch_on, evaluate_on, minimum_n)
     SELECT $1, gen_random_uuid(), i.id, m.id, 'down', 2, 'before_after', '2025-01-01', '2025-06-01', '2025-06-01', '2025-12-01', 30
     FROM ${places('initiative', 'number')} i JOIN ${places('metric', 'name')} m ON m.n = i.n % 40`,
    `INSERT INTO effect_verdict (organization_id, id, registration_id, occasion, judged_on, verdict, formula, estimate, lower, upper,
       n_before, n_after, inputs, fingerprint)
     SELECT $1, gen_random_uuid(), r.id, 'evaluation', '2025-12-01', 'proven', 'before-after/1', -2.5, -3, -2, 40, 40, '{}',
       decode(repeat('00', 32), 'hex') FROM effect_registration r`,
  ];
  for (const text of statements) await database.query(text, text.includes('$1') ? [organizationId] : []);
  await database.query('ANALYZE');
  const { rows } = await database.query('SELECT id FROM business_goal');
  return rows[0].id;
}
