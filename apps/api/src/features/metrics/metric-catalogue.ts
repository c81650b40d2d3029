import { definitionOn, type FormulaMetric } from '@touchstone/domain';
import type { Transaction } from '../../platform/database/unit-of-work.js';

interface CataloguedVersion {
  readonly validFrom: string;
  readonly unit: string;
  readonly formula: string | null;
}

export interface CataloguedMetric {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly archived: boolean;
  readonly versions: readonly CataloguedVersion[];
}

/**
 * One change of the catalogue at a time: two formulas that are each harmless could together close a circle. Held until
 * the transaction ends.
 */
export async function lockCatalogue({ query, organizationId }: Transaction): Promise<void> {
  await query(`SELECT pg_advisory_xact_lock(hashtextextended('metrics:' || $1, 0))`, [organizationId]);
}

/** Every metric with its units and formulas over time: what formulas are checked against. */
export function readCatalogue({ query, organizationId }: Transaction): Promise<CataloguedMetric[]> {
  return query<CataloguedMetric>(
    `SELECT m.id, m.key, m.name, m.archived_at IS NOT NULL AS archived,
       json_agg(json_build_object('validFrom', v.valid_from, 'unit', v.unit, 'formula', v.formula)) AS versions
     FROM metric m JOIN metric_version v ON v.organization_id = m.organization_id AND v.metric_id = m.id
     WHERE m.organization_id = $1
     GROUP BY m.id, m.key, m.name, m.archived_at`,
    [organizationId],
  );
}

/** The catalogue as a formula sees it that holds from a day on, for good. */
export function catalogueFrom(metrics: readonly CataloguedMetric[], day: string): Map<string, FormulaMetric> {
  return new Map(
    metrics.map(({ key, archived, versions }) => {
      const present = definitionOn(versions, day);
      const holding = versions.filter((version) => version === present || version.validFrom > day);
      const formulas = holding.flatMap(({ formula }) => formula ?? []);
      const unit = (present ?? holding.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))[0])?.unit ?? '';
      return [key, { unit, formulas, archived }];
    }),
  );
}

/** The day it is where the organisation is. */
export async function todayOf({ query, organizationId }: Transaction): Promise<string> {
  const [row] = await query<{ today: string }>(
    `SELECT (now() AT TIME ZONE time_zone)::date::text AS today FROM organization WHERE id = $1`,
    [organizationId],
  );
  return (row as { today: string }).today;
}
