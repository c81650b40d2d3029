import { v7 as uuidv7 } from 'uuid';
import type { SystemPrincipal } from '../src/platform/tenancy/principal.js';
import { addMetric, type MetricToAdd } from './metrics.js';
import type { TestApplication, TestMember } from './test-application.js';

export const CREATE_TEAM = 'mutation ($name: String!) { createTeam(name: $name, kind: SERVICE) { id } }';

/** The first moment of a month, so many before the present one; in UTC, as test organisations live. */
export function monthAgo(months: number): Date {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1));
}

export const systemIn = (organizationId: string): SystemPrincipal => ({ kind: 'system', organizationId, name: 'test' });

/** One organisation with what alerts are about, written as imports and roll-ups would have. */
export class WatchedPlace {
  constructor(
    private readonly application: TestApplication,
    readonly organizationId: string,
  ) {}

  static async make(application: TestApplication): Promise<WatchedPlace> {
    const organizationId = await application.organization(`Harbour ${uuidv7()}`);
    await application.database.query(
      `INSERT INTO segment_set (organization_id, id, pairs) VALUES ($1, 0, '{}') ON CONFLICT DO NOTHING`,
      [organizationId],
    );
    return new WatchedPlace(application, organizationId);
  }

  /** Judged by the month, as one number without an interval. */
  async metric(key: string, more: Partial<MetricToAdd> = {}, cadenceDays = 30): Promise<string> {
    const id = await addMetric(this.application.database, this.organizationId, { key, aggregation: 'sum', ...more });
    await this.query('UPDATE metric_version SET cadence_days = $3 WHERE organization_id = $1 AND metric_id = $2', [
      id,
      cadenceDays,
    ]);
    return id;
  }

  target(metricId: string, value: number): Promise<unknown> {
    return this.query(
      `INSERT INTO metric_target (organization_id, id, metric_id, due_on, value) VALUES ($1, $3, $2, '2020-01-01', $4)`,
      [metricId, uuidv7(), value],
    );
  }

  /** What a month came to; once more puts it right. */
  async rollup(
    metricId: string,
    month: Date,
    value: number,
    lastAt = new Date(month.getTime() + 86_400_000),
  ): Promise<void> {
    for (const grain of ['month', 'quarter']) {
      await this.query(
        `INSERT INTO rollup (organization_id, metric_id, grain, segment_set_id, bucket, observations, n, sum, sum_of_squares,
           minimum, maximum, last_value, last_at)
         VALUES ($1, $2, $3, 0, $4, 9, 9, $5, $5, $5, $5, $5, $6)
         ON CONFLICT (organization_id, metric_id, grain, segment_set_id, bucket)
         DO UPDATE SET sum = excluded.sum, last_at = greatest(rollup.last_at, excluded.last_at)`,
        [metricId, grain, month, value, lastAt],
      );
    }
  }

  /** A metric that misses its target of 80 in the last month that is over; fresh. */
  async missing(key: string, more: Partial<MetricToAdd> = {}): Promise<string> {
    const id = await this.metric(key, more);
    await this.target(id, 80);
    await this.rollup(id, monthAgo(1), 70, new Date());
    return id;
  }

  async team(office: TestMember, name: string): Promise<string> {
    return (await office.client.data(CREATE_TEAM, { name })).createTeam.id;
  }

  async joins({ membershipId }: TestMember, teamId: string): Promise<void> {
    await this.query(
      `INSERT INTO team_membership (organization_id, id, team_id, membership_id) VALUES ($1, $2, $3, $4)`,
      [uuidv7(), teamId, membershipId],
    );
  }

  async touchpoint(name: string, teamId: string | null, metricId: string | null): Promise<string> {
    const id = uuidv7();
    await this.query(`INSERT INTO touchpoint (organization_id, id, name, channel) VALUES ($1, $2, $3, 'branch')`, [
      id,
      name,
    ]);
    if (teamId)
      await this.query(
        `INSERT INTO ownership (organization_id, id, touchpoint_id, team_id, responsibility, valid_from)
         VALUES ($1, $2, $3, $4, 'accountable', '2020-01-01')`,
        [uuidv7(), id, teamId],
      );
    if (metricId)
      await this.query(
        `INSERT INTO metric_link (organization_id, id, metric_id, touchpoint_id) VALUES ($1, $2, $3, $4)`,
        [uuidv7(), metricId, id],
      );
    return id;
  }

  alerts(metricId: string) {
    return this.query<{
      id: string;
      rule: string;
      state: string;
      severity: string;
      points: number;
      version: number;
      close_reason: string | null;
      escalation_level: number;
      last_point: Date;
      evidence: unknown;
    }>('SELECT * FROM alert WHERE organization_id = $1 AND metric_id = $2 ORDER BY opened_at, id', [metricId]);
  }

  events(alertId: string): Promise<{ act: string }[]> {
    return this.query('SELECT act FROM alert_event WHERE organization_id = $1 AND alert_id = $2 ORDER BY id', [
      alertId,
    ]);
  }

  /** Its organisation is the first parameter. */
  query<Row extends object>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.application.database.query(sql, [this.organizationId, ...parameters]) as Promise<Row[]>;
  }
}
