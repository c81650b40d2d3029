import { newId } from '../../platform/database/unit-of-work.js';

/** The part of a test's application that fills tables. */
interface Filled {
  readonly database: { query(sql: string, parameters?: unknown[]): Promise<unknown> };
}

interface Definition {
  readonly class: 'perception' | 'state';
  readonly aggregation: string;
  readonly unit: string;
  readonly direction: string;
  readonly scale: readonly [number, number] | null;
}

interface Hung {
  readonly touchpoint?: string;
  readonly stage?: string;
  readonly objective?: string;
  readonly owner?: string;
  readonly formula?: string;
}

/** The beginning of the month that lies so many months back; tests run in an organisation on UTC. */
export const monthStart = (back: number, now = new Date()): string =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString();

export type Measured = Awaited<ReturnType<typeof measuredAtlas>>;

/** For tests: one journey of one product with a counter that a team answers for and an app that nobody does. */
export async function measuredAtlas(application: Filled, organizationId: string) {
  const insert = async (table: string, values: Record<string, unknown>): Promise<string> => {
    const row = { organization_id: organizationId, ...values } as Record<string, unknown>;
    const columns = Object.keys(row);
    const places = columns.map((_, at) => `$${at + 1}`).join(', ');
    await application.database.query(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`,
      Object.values(row),
    );
    return String(values['id']);
  };
  await insert('segment_set', { id: 0, pairs: '{}' });
  const north = await insert('business_unit', { id: newId(), name: 'North' });
  const retail = await insert('business_unit', { id: newId(), name: 'Retail', parent_id: north });
  const team = await insert('team', { id: newId(), name: 'Branches', kind: 'operations', business_unit_id: retail });
  const product = await insert('product', { id: newId(), name: 'Current account' });
  const journeyId = await insert('journey', {
    id: newId(),
    name: 'Open an account',
    product_id: product,
    lifecycle: 'purchase',
  });
  const stage = 'Proving who I am';
  const stageId = await insert('journey_stage', { id: newId(), journey_id: journeyId, position: 0, name: stage });
  const touchpoint = async (name: string, position: number, into = stageId): Promise<string> => {
    const id = await insert('touchpoint', { id: newId(), name, channel: 'branch' });
    await insert('touchpoint_placement', { id: newId(), stage_id: into, touchpoint_id: id, position });
    return id;
  };
  const [counter, app] = [await touchpoint('Counter', 0), await touchpoint('App', 1)];
  await insert('ownership', {
    id: newId(),
    touchpoint_id: counter,
    team_id: team,
    responsibility: 'accountable',
    valid_from: '2020-01-01',
  });
  const link = (metric_id: string, column: string, id: string) =>
    insert('metric_link', { id: newId(), metric_id, [column]: id });

  return {
    insert,
    link,
    touchpoint,
    ...{ counter, app, team, product, journeyId, stage, stageId },

    async metric(key: string, { scale, ...definition }: Definition, hung: Hung = {}): Promise<string> {
      const id = await insert('metric', { id: newId(), key, name: key, owner_team_id: hung.owner ?? null });
      await insert('metric_version', {
        metric_id: id,
        number: 1,
        valid_from: '2000-01-01',
        category: definition.class === 'perception' ? 'perception' : 'operational',
        scale_minimum: scale?.[0] ?? null,
        scale_maximum: scale?.[1] ?? null,
        formula: hung.formula ?? null,
        ...definition,
      });
      if (hung.touchpoint) await link(id, 'touchpoint_id', hung.touchpoint);
      if (hung.stage) await link(id, 'stage_id', hung.stage);
      if (hung.objective) await link(id, 'objective_id', hung.objective);
      return id;
    },

    /** What was observed in a month, as its roll-ups have it. */
    async month(metric_id: string, back: number, values: readonly number[]): Promise<void> {
      const counts: Record<string, number> = {};
      for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
      const bucket = monthStart(back);
      for (const grain of ['month', 'quarter'])
        await application.database.query(
          `INSERT INTO rollup (organization_id, metric_id, grain, segment_set_id, bucket, observations, n, sum,
             sum_of_squares, minimum, maximum, last_value, last_at, counts)
           VALUES ($1, $2, $3, 0, $4::timestamptz, $5::int, $5::int, $6, $7, $8, $9, $10, $4::timestamptz, $11)
           ON CONFLICT DO NOTHING`,
          [
            organizationId,
            metric_id,
            grain,
            bucket,
            values.length,
            values.reduce((sum, value) => sum + value, 0),
            values.reduce((sum, value) => sum + value * value, 0),
            Math.min(...values),
            Math.max(...values),
            values.at(-1),
            JSON.stringify(counts),
          ],
        );
    },

    target(metric_id: string, value: number, days: number, objective_id: string | null = null): Promise<string> {
      const due_on = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
      return insert('metric_target', { id: newId(), metric_id, objective_id, due_on, value, created_at: '2020-01-01' });
    },

    breakAt: (metric_id: string, back: number): Promise<string> =>
      insert('series_break', { id: newId(), metric_id, begins_on: monthStart(back).slice(0, 10), cause: 'source' }),

    async feel(touchpoint_id: string, emotion: number, how: { n?: number; judgedBy?: string }): Promise<void> {
      await application.database.query(
        `UPDATE touchpoint_placement SET emotion = $3, emotion_n = $4, emotion_judged_by = $5
         WHERE organization_id = $1 AND touchpoint_id = $2`,
        [organizationId, touchpoint_id, emotion, how.n ?? null, how.judgedBy ?? null],
      );
    },

    async objective(goal: string | null, name: string): Promise<{ goalId: string | null; objectiveId: string }> {
      const goal_id = goal === null ? null : await insert('business_goal', { id: newId(), name: goal });
      const objectiveId = await insert('experience_objective', { id: newId(), goal_id, name });
      return { goalId: goal_id, objectiveId };
    },

    /** Observations that no job has taken up. */
    async rawRows(metric_id: string, rows: number): Promise<void> {
      await application.database.query(`SELECT add_observation_month('2026-01-01')`);
      await application.database.query(
        `INSERT INTO observation (organization_id, metric_id, observed_at, natural_key, segment_set_id, value)
         SELECT $1, $2, timestamptz '2026-01-01 00:00Z' + i * interval '1 minute', gen_random_uuid(), 0, i
         FROM generate_series(1, $3::int) AS i`,
        [organizationId, metric_id, rows],
      );
    },
  };
}
