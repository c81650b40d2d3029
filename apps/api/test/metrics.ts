import { v7 as uuidv7 } from 'uuid';
import type { TestDatabase } from './test-database.js';

export interface MetricToAdd {
  readonly key: string;
  readonly name?: string;
  readonly aggregation?: string;
  readonly unit?: string;
  readonly scale?: readonly [number, number];
  readonly notApplicable?: readonly number[];
  readonly perception?: boolean;
  readonly teamId?: string;
}

/** A metric with one definition that has held since 2000, as the catalogue would have made it. */
export async function addMetric(database: TestDatabase, organizationId: string, metric: MetricToAdd): Promise<string> {
  const id = uuidv7();
  await database.query(
    'INSERT INTO metric (organization_id, id, key, name, owner_team_id) VALUES ($1, $2, $3, $4, $5)',
    [organizationId, id, metric.key, metric.name ?? metric.key, metric.teamId ?? null],
  );
  await database.query(
    `INSERT INTO metric_version (organization_id, metric_id, number, valid_from, class, category, aggregation, unit, direction,
       scale_minimum, scale_maximum, not_applicable, formula)
     VALUES ($1, $2, 1, '2000-01-01', $3, $4, $5, $6, 'higher', $7, $8, $9, $10)`,
    [
      organizationId,
      id,
      metric.perception ? 'perception' : 'state',
      metric.perception ? 'perception' : 'operational',
      metric.aggregation ?? 'mean',
      metric.unit ?? 'minutes',
      metric.scale?.[0] ?? null,
      metric.scale?.[1] ?? null,
      metric.notApplicable ?? null,
      metric.aggregation === 'formula' ? '1' : null,
    ],
  );
  return id;
}
