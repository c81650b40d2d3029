import { createHash } from 'node:crypto';
import { newId } from '../../platform/database/unit-of-work.js';

interface Filled {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** For tests: a row as it lies in the table; gives its id, which is made unless `id` is there. */
export async function insertInto(database: Filled, table: string, row: Record<string, unknown>): Promise<string> {
  const full: Record<string, unknown> = { id: newId(), ...row };
  const columns = Object.keys(full).filter((column) => full[column] !== undefined);
  await database.query(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
    columns.map((column) => full[column]),
  );
  return String(full['id']);
}

/** Initiatives numbered on from those that are there. */
export async function addInitiatives(
  database: Filled,
  organizationId: string,
  rows: readonly Record<string, unknown>[],
): Promise<string[]> {
  const known = (await database.query('SELECT count(*)::int AS n FROM initiative WHERE organization_id = $1', [
    organizationId,
  ])) as { n: number }[];
  const before = known[0]!.n;
  const ids: string[] = [];
  for (const [index, row] of rows.entries()) {
    const number = before + index + 1;
    const full = { organization_id: organizationId, number, title: `Initiative ${number}`, ...row };
    ids.push(await insertInto(database, 'initiative', full));
  }
  return ids;
}

export type Outcome = 'proven' | 'not_proven' | 'worse' | 'insufficient' | null;

interface Promised {
  readonly initiativeId: string;
  /** Of its evaluation a month ago; null where nobody has judged. */
  readonly outcome: Outcome;
  readonly p?: number;
  readonly watch?: 'holding' | 'faded';
  readonly evaluateOn?: string;
  readonly confoundedWith?: readonly (string | undefined)[];
  readonly withdrawn?: boolean;
}

const ESTIMATES = { proven: 1.5, not_proven: 0.2, worse: -1.5, insufficient: null } as const;
const P = { proven: 0.001, not_proven: 0.6, worse: 0.001, insufficient: null } as const;

/** A promise over a metric of its own that was sealed at the launch, and what was found. */
export async function addPromise(database: Filled, organizationId: string, promised: Promised) {
  const organization = { organization_id: organizationId };
  const key = `ease_${newId().replaceAll('-', '')}`;
  const metricId = await insertInto(database, 'metric', { ...organization, key, name: key });
  await insertInto(database, 'metric_version', {
    ...{ id: undefined, ...organization, metric_id: metricId, number: 1, valid_from: '2000-01-01' },
    ...{ class: 'state', category: 'operational', aggregation: 'mean', unit: 'points', direction: 'higher' },
  });
  const seal = createHash('sha256').update(metricId).digest();
  const registrationId = await insertInto(database, 'effect_registration', {
    ...{ ...organization, initiative_id: promised.initiativeId, metric_id: metricId, direction: 'up' },
    ...{ expected_change: 2, method: 'before_after', baseline_from: day(-400), baseline_to: day(-210) },
    ...{ planned_launch_on: day(-200), evaluate_on: promised.evaluateOn ?? day(-30), minimum_n: 10 },
    ...{ launched_on: day(-200), sealed_at: new Date(), sealed_by: newId(), seal },
    ...(promised.withdrawn
      ? { withdrawn_at: new Date(), withdrawn_by: newId(), withdrawn_reason: 'Measured the wrong thing' }
      : {}),
  });
  if (promised.outcome === null) return { metricId, registration_id: registrationId };
  const estimate = ESTIMATES[promised.outcome];
  const confounded = promised.confoundedWith !== undefined;
  const verdict = {
    ...{ ...organization, registration_id: registrationId, formula: 'effect/1', estimate, n_before: 90, n_after: 80 },
    ...{ lower: estimate && estimate - 1, upper: estimate && estimate + 1, fingerprint: seal },
    inputs: JSON.stringify({ confoundedWith: promised.confoundedWith ?? [] }),
  };
  const verdictId = await insertInto(database, 'effect_verdict', {
    ...{ ...verdict, occasion: 'evaluation', judged_on: day(-30), verdict: promised.outcome },
    p: promised.p ?? P[promised.outcome],
    reasons: JSON.stringify(confounded ? [{ code: 'CONFOUNDED', kind: 'caution', params: {} }] : []),
  });
  if (promised.watch)
    await insertInto(database, 'effect_verdict', {
      ...{ ...verdict, occasion: 'watch', judged_on: day(-1), verdict: promised.watch },
    });
  return { metricId, registration_id: registrationId, verdict_id: verdictId };
}
