// How many verdicts the job computes in a second, and whether the memory that it holds grows with their number: initiatives with
// three years of weekly roll-ups each, judged by all three methods, in a process whose heap is looked at while it works.
import { randomUUID } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { JudgeEffectsService } from '../apps/api/dist/features/effects/index.js';
import { withInstallation } from './installation.mjs';
import { printLine } from './print-line.mjs';

const INITIATIVES = Number(process.env.BENCH_INITIATIVES ?? 500);
const SIZES = [0.1, 0.5, 1].map((part) => Math.max(3, Math.round(part * INITIATIVES)));
const WEEKS = 160;
const LAUNCH = 130;
const METHODS = ['before_after', 'interrupted_series', 'difference_in_differences'];
const DAY_MS = 86_400_000;

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc');

const today = Math.floor(Date.now() / DAY_MS);
const monday = today - ((today + 3) % 7);
const week = (index) => new Date((monday - 7 * (WEEKS - index)) * DAY_MS).toISOString().slice(0, 10);

export async function run(name) {
  await withInstallation(
    async (installation) => {
      const judge = installation.services.get(JudgeEffectsService);
      await installation.database.query(`INSERT INTO segment_set (organization_id, id, pairs) VALUES ($1, 0, '{}')`, [
        installation.organizationId,
      ]);
      // What a process does first it does slowly, and keeps some of what it has loaded.
      await seed(installation, 10);
      await judge.judgeDue(installation.principal);
      const found = [];
      for (const size of SIZES) {
        await seed(installation, size);
        await installation.database.query('VACUUM ANALYZE');
        gc();
        const before = process.memoryUsage().heapUsed;
        let most = before;
        const watch = setInterval(() => {
          gc();
          most = Math.max(most, process.memoryUsage().heapUsed);
        }, 200);
        const start = performance.now();
        const judged = await judge.judgeDue(installation.principal);
        const milliseconds = performance.now() - start;
        clearInterval(watch);
        gc();
        most = Math.max(most, process.memoryUsage().heapUsed);
        if (judged !== size) throw new Error(`Of ${size} initiatives ${judged} were judged.`);
        found.push({
          size,
          perSecond: (1000 * judged) / milliseconds,
          megabytes: (most - before) / 1e6,
          most: most / 1e6,
        });
      }
      const { rows } = await installation.database.query(
        'SELECT verdict, count(*)::int AS n FROM effect_verdict GROUP BY 1',
      );
      const [few, many] = [found[0], found.at(-1)];
      printLine({
        name,
        ratio: many.most / few.most,
        goal: 1.3,
        unit: 'megabytes of live heap at most while the most are judged, in those for the fewest; less is better',
        candidate: many.most,
        floor: few.most,
        n: many.size,
        verdictsPerSecond: Object.fromEntries(found.map((each) => [each.size, Number(each.perSecond.toPrecision(4))])),
        verdicts: Object.fromEntries(rows.map(({ verdict, n }) => [verdict, n])),
      });
    },
    { runWorkers: false },
  );
}

/** So many initiatives, each with a metric and a control of its own: every other one has worked. */
async function seed({ database, organizationId }, count) {
  for (let index = 0; index < count; index += 1) {
    const [metricId, controlId, initiativeId] = [randomUUID(), randomUUID(), randomUUID()];
    const method = METHODS[index % METHODS.length];
    for (const id of [metricId, controlId]) {
      const key = `m_${id.replaceAll('-', '')}`;
      await database.query('INSERT INTO metric (organization_id, id, key, name) VALUES ($1, $2, $3, $3)', [
        organizationId,
        id,
        key,
      ]);
      await database.query(
        `INSERT INTO metric_version (organization_id, metric_id, number, valid_from, class, category, aggregation, unit, direction)
         VALUES ($1, $2, 1, '2000-01-01', 'state', 'operational', 'mean', 'minutes', 'higher')`,
        [organizationId, id],
      );
      const gain = id === metricId && index % 2 === 0 ? 1 : 0;
      await database.query(
        `INSERT INTO rollup (organization_id, metric_id, grain, segment_set_id, bucket, observations, n, sum, sum_of_squares,
           minimum, maximum, last_value, last_at)
         SELECT $1, $2, g.grain, 0, g.bucket, 40, 40, 40 * g.level, 40 * g.level ^ 2 + 80, 0, 20, 7, g.bucket + interval '6 days'
         FROM (SELECT 'week' AS grain, ($3::date + 7 * w) AT TIME ZONE 'UTC' AS bucket,
                 7 + 0.3 * (random() - 0.5) + CASE WHEN w >= $4 THEN $5::float8 ELSE 0 END AS level
               FROM generate_series(0, $6::int - 1) AS w) g`,
        [organizationId, id, week(0), LAUNCH, gain, WEEKS],
      );
      await database.query(
        `INSERT INTO rollup SELECT organization_id, metric_id, 'quarter', 0, min(bucket), 1, 1, 1, 1, 1, 1, 1, max(last_at)
         FROM rollup WHERE metric_id = $1 GROUP BY 1, 2`,
        [id],
      );
    }
    await database.query(
      `INSERT INTO initiative (organization_id, id, number, title, stage, launched_on)
       SELECT $1, $2, coalesce(max(number), 0) + 1, 'Bench', 'evaluating', $3 FROM initiative WHERE organization_id = $1`,
      [organizationId, initiativeId, week(LAUNCH)],
    );
    await database.query(
      `INSERT INTO effect_registration (organization_id, id, initiative_id, metric_id, direction, expected_change, method, grain,
         baseline_from, baseline_to, planned_launch_on, launched_on, settling_days, evaluate_on, watch_days, control_metric_id,
         minimum_n, sealed_at, sealed_by, seal)
       VALUES ($1, $2, $3, $4, 'up', 0.5, $5, 'week', $6, $7, $7, $7, 14, $8, 0, $9, 50, now(), $3, sha256('bench'))`,
      [
        organizationId,
        randomUUID(),
        initiativeId,
        metricId,
        method,
        week(LAUNCH - 52),
        week(LAUNCH),
        week(WEEKS),
        method === 'difference_in_differences' ? controlId : null,
      ],
    );
  }
}
