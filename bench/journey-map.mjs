// How many journey maps a second the API serves over HTTP, against the same answer made by one SQL statement behind bare
// node:http. Both get the same load from this process: 8 stages, 100 touchpoints, their owners and a metric each.
import { isDeepStrictEqual } from 'node:util';
import { demandData, httpClient } from './http-client.mjs';
import { withInstallation } from './installation.mjs';
import { documents, pagesPerSecond, signedIn, withFloor } from './pages.mjs';
import { printLine } from './print-line.mjs';
import { withServer } from './served.mjs';
import { bestInTurn } from './take-turns.mjs';

const ROUNDS = 8;
const STAGES = 8;
const TOUCHPOINTS = 100;
const FRAGMENTS = ['CellFields', 'PlacementFields', 'StageFields', 'JourneyMetricFields', 'MapFields'];

export async function run(name) {
  await withInstallation(async (installation) => {
    const id = await drawnMap(installation);
    await withServer(installation, (address) =>
      withFloor('./journey-map.floor.mjs', installation, async (floorAddress) => {
        const candidate = httpClient(address);
        const floor = httpClient(floorAddress);
        const reader = await signedIn(installation, candidate);
        const query = documents('journeys/journey-map.graphql', [...FRAGMENTS, 'JourneyMap']);
        const body = JSON.stringify({ query, variables: { id } });
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
          unit: 'maps per second, of those that one statement behind node:http gives',
          ...best,
          n: TOUCHPOINTS,
        });
        for (const client of [candidate, floor]) client.close();
      }),
    );
  });
}

/** Two engines may round the last digit of an interval differently; everything else must be the same. */
async function demandSame(page) {
  const [candidate, floor] = (await Promise.all([page.candidate(), page.floor()])).map((answer) => demandData(answer));
  const { stages, metrics } = candidate.journeyMap;
  if (stages.length !== STAGES || metrics.length !== TOUCHPOINTS) throw new Error('A part of the map is missing.');
  if (metrics.some(({ value, lower }) => value === null || lower === null)) throw new Error('A metric has no number.');
  const rounded = (answer) =>
    JSON.parse(JSON.stringify(answer), (_, value) =>
      typeof value === 'number' ? Number(value.toPrecision(12)) : value,
    );
  if (!isDeepStrictEqual(rounded(candidate), rounded(floor))) throw new Error('Candidate and floor differ.');
}

/** As an office would have drawn it in two years: texts in every cell, an owner then and now, 24 months of numbers. */
async function drawnMap({ database, organizationId }) {
  const statements = [
    `INSERT INTO segment_set (organization_id, id, pairs) VALUES ($1, 0, '{}')`,
    `INSERT INTO team (organization_id, id, name, kind)
     SELECT $1, gen_random_uuid(), 'Team ' || n, 'service' FROM generate_series(1, 10) n`,
    `INSERT INTO journey (organization_id, id, name, summary, state) VALUES ($1, gen_random_uuid(), 'Account opening',
       'From the first look at the bank to the first payment.', 'current')`,
    `INSERT INTO journey_stage (organization_id, id, journey_id, position, name, lifecycle)
     SELECT $1, gen_random_uuid(), j.id, n, 'Stage ' || n, 'purchase' FROM journey j, generate_series(0, ${STAGES - 1}) n`,
    `INSERT INTO stage_cell (organization_id, stage_id, lane, text, evidence)
     SELECT $1, s.id, lane, repeat('What is written in a cell of a map. ', 3), 'Interviews'
     FROM journey_stage s, unnest(ARRAY['scenario', 'doing', 'thinking', 'expectation', 'pain', 'opportunity',
       'front_stage', 'back_stage', 'support']) lane`,
    `INSERT INTO touchpoint (organization_id, id, name, channel)
     SELECT $1, gen_random_uuid(), 'Touchpoint ' || lpad(n::text, 3, '0'), 'app' FROM generate_series(0, ${TOUCHPOINTS - 1}) n`,
    `INSERT INTO touchpoint_placement (organization_id, id, stage_id, touchpoint_id, position, factor, emotion, emotion_n)
     SELECT $1, gen_random_uuid(), s.id, t.id, t.n, 'key_moment', 1, 40
     FROM (SELECT id, row_number() OVER (ORDER BY name) - 1 AS n FROM touchpoint) t
     JOIN journey_stage s ON s.position = t.n % ${STAGES}`,
    `INSERT INTO ownership (organization_id, id, touchpoint_id, team_id, responsibility, valid_from, valid_to)
     SELECT $1, gen_random_uuid(), t.id, team.id, 'accountable', period.begins, period.ends
     FROM (SELECT id, row_number() OVER (ORDER BY name) AS n FROM touchpoint) t
     JOIN (SELECT id, row_number() OVER (ORDER BY name) AS n FROM team) team ON team.n = 1 + t.n % 10,
       (VALUES ('2024-01-01'::date, '2025-01-01'::date), ('2025-01-01', NULL)) period (begins, ends)`,
    `INSERT INTO metric (organization_id, id, key, name, owner_team_id)
     SELECT $1, t.id, 'metric_' || t.n, 'Answered at once ' || t.n, team.id
     FROM (SELECT id, row_number() OVER (ORDER BY name) AS n FROM touchpoint) t
     JOIN (SELECT id, row_number() OVER (ORDER BY name) AS n FROM team) team ON team.n = 1 + t.n % 10`,
    `INSERT INTO metric_version (organization_id, metric_id, number, valid_from, class, category, aggregation, unit,
       direction, cadence_days)
     SELECT $1, id, 1, '2024-01-01', 'state', 'operational', 'share', '%', 'higher', 31 FROM metric`,
    `INSERT INTO metric_link (organization_id, id, metric_id, touchpoint_id)
     SELECT $1, gen_random_uuid(), id, id FROM metric`,
    `INSERT INTO metric_target (organization_id, id, metric_id, due_on, value)
     SELECT $1, gen_random_uuid(), id, current_date + 90, 80 FROM metric`,
    `INSERT INTO rollup (organization_id, metric_id, grain, segment_set_id, bucket, observations, n, sum, sum_of_squares,
       minimum, maximum, last_value, last_at)
     SELECT $1, m.id, 'month', 0, b, 400, 400, 200 + n, 200 + n, 0, 1, 1, b + interval '20 days'
     FROM (SELECT id, row_number() OVER (ORDER BY name) AS n FROM metric) m,
       generate_series(date_trunc('month', now()) - interval '24 months', date_trunc('month', now()) - interval '1 month',
         interval '1 month') b`,
  ];
  for (const text of statements) {
    await database.query(text, text.includes('$1') ? [organizationId] : []);
  }
  await database.query('ANALYZE');
  const { rows } = await database.query('SELECT id FROM journey');
  return rows[0].id;
}
