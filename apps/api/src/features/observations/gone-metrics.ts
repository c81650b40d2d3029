import type { Transaction } from '../../platform/database/unit-of-work.js';
import { type ObservationMapping, metricsOf } from './observation-mapping.js';
import { type ObservationProblem, observationProblem } from './observation-problem.js';

interface Gone {
  readonly id: string;
  readonly name: string | null;
}

/** Of these metrics those that have left the catalogue: between the start of an import and its turn somebody may archive one. */
export const goneMetrics = (transaction: Transaction, ids: readonly string[]): Promise<Gone[]> =>
  transaction.query<Gone>(
    `SELECT asked.id, m.name FROM unnest($2::uuid[]) AS asked(id)
     LEFT JOIN metric m ON m.organization_id = $1 AND m.id = asked.id
     WHERE m.archived_at IS NOT NULL OR m.id IS NULL ORDER BY lower(m.name)`,
    [transaction.organizationId, ids],
  );

export const goneBeforeReading = (transaction: Transaction, mapping: ObservationMapping): Promise<Gone[]> =>
  goneMetrics(transaction, metricsOf(mapping));

/** In the row of the headers, at the column that was to hold the metric. */
export const goneProblems = (
  gone: readonly Gone[],
  { columns }: ObservationMapping,
  { headers, headerRow }: { readonly headers: readonly string[]; readonly headerRow: number },
): ObservationProblem[] =>
  gone.map(({ id, name }) => {
    const column = columns.find(({ metricId }) => metricId === id)?.column;
    return observationProblem(headerRow, 'METRIC_ARCHIVED', {
      column: column === undefined ? null : headers[column],
      params: { metric: name ?? '' },
    });
  });
