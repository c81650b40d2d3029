// How many executive portfolios a second the API serves over HTTP, against the very same statement behind bare node:http.
// Both get the same load from this process: 1,000 initiatives in all stages, their promises, verdicts, benefits and plans.
import { demandData, httpClient } from './http-client.mjs';
import { withInstallation } from './installation.mjs';
import { documents, pagesPerSecond, signedIn, withFloor } from './pages.mjs';
import { printLine } from './print-line.mjs';
import { withServer } from './served.mjs';
import { bestInTurn } from './take-turns.mjs';

const ROUNDS = 8;
const INITIATIVES = 1000;
const FRAGMENTS = [
  'PortfolioRef',
  'PortfolioBenefitFields',
  'PortfolioMoneyFields',
  'PortfolioEffectFields',
  'PortfolioVerdictFields',
  'PortfolioStageFields',
  'PortfolioLateFields',
  'PortfolioMapFields',
];

export async function run(name) {
  await withInstallation(async (installation) => {
    await undertake(installation);
    await withServer(installation, (address) =>
      withFloor('./portfolio.floor.mjs', installation, async (floorAddress) => {
        const candidate = httpClient(address);
        const floor = httpClient(floorAddress);
        const reader = await signedIn(installation, candidate);
        const query = documents('portfolio/portfolio.graphql', [...FRAGMENTS, 'Portfolio']);
        const body = JSON.stringify({ query, variables: {} });
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
          unit: 'portfolios per second, of those that its statement behind node:http gives',
          ...best,
          n: INITIATIVES,
        });
        for (const client of [candidate, floor]) client.close();
      }),
    );
  });
}

/** The floor says what the database says, the candidate what the rules make of it: the same initiatives, all of them. */
async function demandSame(page) {
  const [{ portfolio }, floor] = (await Promise.all([page.candidate(), page.floor()])).map((answer) =>
    demandData(answer),
  );
  const counted = floor.portfolio.launched.filter(({ counted: within }) => within).length;
  const sum = portfolio.verdicts.outcomes.reduce((total, { count }) => total + count, 0);
  if (portfolio.initiatives !== floor.portfolio.initiatives || portfolio.initiatives < INITIATIVES * 0.9)
    throw new Error('Initiatives are missing.');
  if (portfolio.verdicts.launched !== counted || sum !== counted || counted === 0)
    throw new Error('Verdicts are missing.');
  if (portfolio.benefitCount !== floor.portfolio.benefitCount || portfolio.benefitCount === 0)
    throw new Error('Benefits are missing.');
  if (portfolio.late.some(({ kind, count }) => kind !== 'STAGE' && count === 0)) throw new Error('Nothing is late.');
}

/** A large programme after three years: half of it launched, each launch with a promise, two thirds of them judged. */
async function undertake({ database, organizationId }) {
  const day = (days) => `current_date + (${days})::int`;
  const statements = [
    `INSERT INTO team (organization_id, id, name, kind)
     SELECT $1, gen_random_uuid(), 'Team ' || n, 'service' FROM generate_series(1, 20) n`,
    `INSERT INTO metric (organization_id, id, key, name)
     SELECT $1, gen_random_uuid(), 'metric_' || n, 'Answered at once ' || n FROM generate_series(1, 50) n`,
    `INSERT INTO metric_version (organization_id, metric_id, number, valid_from, class, category, aggregation, unit, direction)
     SELECT $1, id, 1, '2020-01-01', 'state', 'operational', 'share', '%', 'higher' FROM metric`,
    `INSERT INTO initiative (organization_id, id, number, title, stage, stage_since, team_id, starts_on, due_on, launched_on,
       currency, cost_planned_minor, value, effort, update_every_days)
     SELECT $1, gen_random_uuid(), n, 'What is undertaken, number ' || n, s.stage, now() - make_interval(days => 1 + n % 300),
       t.id, ${day('-400')}, ${day('n % 200 - 100')},
       CASE WHEN s.stage IN ('launched', 'evaluating', 'closed') THEN ${day('-(120 + n % 700)')} END,
       'EUR', 100000 * (n % 90 + 1), CASE WHEN n % 11 > 0 THEN 1 + n % 5 END, CASE WHEN n % 13 > 0 THEN 1 + n % 4 END, 30
     FROM generate_series(1, ${INITIATIVES}) n
     JOIN (SELECT id, row_number() OVER (ORDER BY name) AS at FROM team) t ON t.at = 1 + n % 20,
       LATERAL (SELECT (ARRAY['proposed', 'approved', 'in_progress', 'in_progress', 'launched', 'launched', 'evaluating',
         'closed', 'closed', 'closed', 'withdrawn'])[1 + n % 11] AS stage) s`,
    `INSERT INTO stage_change (organization_id, id, initiative_id, from_stage, to_stage, changed_at)
     SELECT $1, gen_random_uuid(), i.id, NULL, g.stage, i.stage_since - make_interval(days => 30 * g.back)
     FROM initiative i, (VALUES ('proposed', 4), ('approved', 3), ('in_progress', 2), ('launched', 1)) g (stage, back)`,
    `INSERT INTO milestone (organization_id, id, initiative_id, name, due_on, reached_on)
     SELECT $1, gen_random_uuid(), i.id, 'Milestone ' || k, ${day('i.number % 200 - 150 + 20 * k')},
       CASE WHEN k = 1 THEN ${day('-160')} END FROM initiative i, generate_series(1, 3) k`,
    `INSERT INTO action (organization_id, id, initiative_id, text, due_on, state, finished_at)
     SELECT $1, gen_random_uuid(), i.id, 'Something that somebody does, ' || k, ${day('i.number % 150 - 100 + 10 * k')},
       CASE WHEN k % 2 = 0 THEN 'done' ELSE 'open' END, CASE WHEN k % 2 = 0 THEN now() END
     FROM initiative i, generate_series(1, 6) k`,
    `INSERT INTO status_update (organization_id, id, initiative_id, health, text, created_at)
     SELECT $1, gen_random_uuid(), i.id, 'on_track', 'What has moved since', now() - make_interval(days => 30 * k + i.number % 60)
     FROM initiative i, generate_series(0, 5) k`,
    `INSERT INTO effect_registration (organization_id, id, initiative_id, metric_id, direction, expected_change, method,
       baseline_from, baseline_to, planned_launch_on, evaluate_on, minimum_n, launched_on, sealed_at, sealed_by, seal)
     SELECT $1, gen_random_uuid(), i.id, m.id, 'up', 2, 'interrupted_series', i.launched_on - 200, i.launched_on, i.launched_on,
       i.launched_on + 150, 100, i.launched_on, i.launched_on, gen_random_uuid(), sha256(i.id::text::bytea)
     FROM initiative i JOIN (SELECT id, row_number() OVER (ORDER BY key) AS at FROM metric) m ON m.at = 1 + i.number % 50
     WHERE i.launched_on IS NOT NULL AND i.number % 10 > 0`,
    `INSERT INTO effect_verdict (organization_id, id, registration_id, occasion, judged_on, verdict, reasons, formula, estimate,
       lower, upper, p, n_before, n_after, inputs, fingerprint)
     SELECT $1, gen_random_uuid(), r.id, o.occasion, r.evaluate_on + o.later, CASE o.occasion WHEN 'watch' THEN
         (ARRAY['holding', 'faded'])[1 + i.number % 2] ELSE (ARRAY['proven', 'proven', 'not_proven', 'worse', 'insufficient'])[1 + i.number % 5] END,
       CASE WHEN i.number % 7 = 0 THEN '[{"code": "CONFOUNDED", "kind": "caution", "params": {}}]'::jsonb ELSE '[]' END,
       'effect/1', 1.4, 0.4, 2.4, 0.001 * (i.number % 90), 900, 800,
       jsonb_build_object('points', (SELECT jsonb_agg(jsonb_build_object('start', x, 'value', x * 1.1, 'n', x)) FROM generate_series(1, 120) x),
         'confoundedWith', jsonb_build_array((SELECT id FROM initiative WHERE number = i.number % ${INITIATIVES} + 1))),
       sha256(r.id::text::bytea)
     FROM effect_registration r JOIN initiative i ON i.id = r.initiative_id, (VALUES ('evaluation', 0), ('watch', 30)) o (occasion, later)
     WHERE r.evaluate_on + o.later < current_date AND i.number % 9 > 0 AND (o.occasion = 'evaluation' OR i.number % 5 < 2)`,
    `INSERT INTO benefit (organization_id, id, initiative_id, name, kind, currency, target_minor, forecast_minor, registration_id,
       worth_per_unit_minor, actual_minor, actual_lower_minor, actual_upper_minor, verdict_id, locked_at, locked_by, created_by)
     SELECT $1, gen_random_uuid(), i.id, 'Worth of ' || i.number, 'saving', (ARRAY['EUR', 'EUR', 'GBP'])[1 + i.number % 3],
       1000000, 900000, r.id, CASE WHEN r.id IS NOT NULL THEN 500000 END, CASE WHEN v.id IS NOT NULL THEN 700000 END,
       CASE WHEN v.id IS NOT NULL THEN 200000 END, CASE WHEN v.id IS NOT NULL THEN 1200000 END, v.id, now(), gen_random_uuid(), gen_random_uuid()
     FROM initiative i LEFT JOIN effect_registration r ON r.initiative_id = i.id
     LEFT JOIN effect_verdict v ON v.registration_id = r.id AND v.occasion = 'evaluation' AND v.verdict <> 'insufficient'
     WHERE i.number % 4 > 0`,
  ];
  for (const text of statements) await database.query(text, text.includes('$1') ? [organizationId] : []);
  await database.query('ANALYZE');
}
