import { addMetric } from './metrics.js';
import type { TestApplication } from './test-application.js';
import { newId } from '../src/platform/database/unit-of-work.js';
import { ObservedFactory, type Place } from '../src/features/observations/observed.factory.js';
import { type EffectRow, sealOf } from '../src/features/effects/effect-row.js';

const DAY_MS = 86_400_000;
const thisMonday = (): number => {
  const today = Math.floor(Date.now() / DAY_MS);
  return today - ((today + 3) % 7);
};

/** The Monday so many weeks before this week's. */
export const weeksAgo = (weeks: number): string =>
  new Date((thisMonday() - 7 * weeks) * DAY_MS).toISOString().slice(0, 10);

export const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** Evenly spread numbers below 1 from a seed, and normal ones from those. */
export function normals(seed: number): () => number {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
}

export interface Course {
  /** Weeks ago in which the series begins and, the last one excluded, ends. */
  readonly from: number;
  readonly to?: number;
  readonly level: (weeksAgo: number) => number;
  readonly perWeek?: number;
  readonly sd?: number;
  readonly weekSd?: number;
  readonly seed?: number;
  /** A place in the factory's sets. */
  readonly set?: number;
}

export const SETS = ['{}', '{"region":"North"}', '{"region":"South"}'];

/** An organisation with initiatives whose launches lie in the past, and with what was really observed of their metrics. */
export class EffectsFactory {
  readonly observed: ObservedFactory;
  private numbers = 0;
  private keys = 0;

  constructor(private readonly application: TestApplication) {
    this.observed = new ObservedFactory(application, SETS);
  }

  place = (perception = false): Promise<Place> =>
    this.observed.place(
      { timeZone: 'UTC', weekStart: 1 },
      { key: 'ease', name: 'Ease of opening', unit: 'points', scale: [0, 20], perception },
    );

  another = async ({ principal }: Place, key: string): Promise<Place> => ({
    principal,
    metricId: await addMetric(this.application.database, principal.organizationId, {
      key,
      unit: 'points',
      scale: [0, 20],
    }),
  });

  /** Observations around a level, brought in and rolled up as an import would. */
  async observe(place: Place, course: Course): Promise<void> {
    const { from, to = 0, level, perWeek = 12, sd = 0.6, weekSd = 0.08, seed = 1, set = 0 } = course;
    const normal = normals(seed);
    const rows = [];
    for (let week = from; week > to; week -= 1) {
      const begin = Date.parse(weeksAgo(week));
      const shock = weekSd * normal();
      for (let index = 0; index < perWeek; index += 1) {
        const value = Math.round(1000 * Math.min(20, Math.max(0, level(week) + shock + sd * normal()))) / 1000;
        rows.push({ key: (this.keys += 1), at: begin + (index + 0.5) * ((7 * DAY_MS) / perWeek), value, set });
      }
    }
    await this.observed.bringIn(place, rows);
    await this.observed.recompute(place);
  }

  /** An initiative that was launched, with a pain point that counts as fixed. */
  async initiative({ principal }: Place, launchedOn: string, stage = 'launched') {
    const { organizationId } = principal;
    const [initiativeId, painPointId] = [newId(), newId()];
    const number = (this.numbers += 1);
    const { database } = this.application;
    await database.query(
      `INSERT INTO initiative (organization_id, id, number, title, stage, launched_on) VALUES ($1, $2, $3, $4, $5, $6)`,
      [organizationId, initiativeId, number, `Initiative ${number}`, stage, launchedOn],
    );
    await database.query(
      `INSERT INTO pain_point (organization_id, id, number, title, state) VALUES ($1, $2, $3, $4, 'fixed')`,
      [organizationId, painPointId, number, `Pain ${number}`],
    );
    await database.query(
      `INSERT INTO initiative_pain_point (organization_id, initiative_id, pain_point_id) VALUES ($1, $2, $3)`,
      [organizationId, initiativeId, painPointId],
    );
    return { initiativeId, painPointId };
  }

  /** What was promised before that launch, sealed as the launch would have: ended 16 weeks ago, judged until this week. */
  async sealed(place: Place, initiativeId: string, changes: Partial<EffectRow> = {}): Promise<string> {
    const { organizationId } = place.principal;
    const by = newId();
    const row = {
      id: newId(),
      initiative_id: initiativeId,
      metric_id: place.metricId,
      segment_dimension: null,
      segment_value: null,
      direction: 'up',
      expected_change: 1,
      method: 'interrupted_series',
      grain: 'week',
      baseline_from: weeksAgo(42),
      baseline_to: weeksAgo(16),
      planned_launch_on: weeksAgo(16),
      settling_days: 14,
      evaluate_on: weeksAgo(0),
      watch_days: 180,
      control_metric_id: null,
      control_segment_dimension: null,
      control_segment_value: null,
      minimum_n: 50,
      alpha: 0.05,
      power: 0.8,
      plan: {},
      launched_on: weeksAgo(16),
      sealed_at: `${weeksAgo(16)}T09:00:00.000Z`,
      sealed_by: by,
      ...changes,
    } as EffectRow;
    const columns = { organization_id: organizationId, ...row, plan: JSON.stringify(row.plan), seal: sealOf(row) };
    await this.application.database.query(
      `INSERT INTO effect_registration (${Object.keys(columns).join(', ')})
       VALUES (${Object.keys(columns)
         .map((_, index) => `$${index + 1}`)
         .join(', ')})`,
      Object.values(columns),
    );
    return row.id;
  }
}
export type { Place };
