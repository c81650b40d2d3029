import type { WaveResults } from '@touchstone/domain';
import { newId, type Transaction } from '../../platform/database/unit-of-work.js';

export interface ResultsToStore {
  readonly id: string;
  readonly assessmentId: string;
  readonly reason: string;
  readonly results: WaveResults;
}

/** Writes a result set and makes it the current one; an earlier set stays beside it, superseded. */
export async function storeResults(
  transaction: Transaction,
  { id, assessmentId, reason, results }: ResultsToStore,
): Promise<void> {
  const { organizationId } = transaction;
  await transaction.query(
    'UPDATE result_set SET superseded_at = now() WHERE organization_id = $1 AND assessment_id = $2 AND superseded_at IS NULL',
    [organizationId, assessmentId],
  );
  await transaction.query(
    `INSERT INTO result_set (organization_id, id, assessment_id, formula, confidence, unit, submissions, icc, krippendorff_alpha, notes, reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      organizationId,
      id,
      assessmentId,
      results.formula,
      results.confidence,
      results.unit,
      results.submissions,
      results.icc,
      results.krippendorffAlpha,
      results.notes,
      reason,
    ],
  );
  await transaction.query(
    `INSERT INTO result_group (organization_id, result_set_id, rater_group_id, submitted, suppression, reason)
     SELECT $1, $2, "groupId", submitted, suppression, reason
     FROM jsonb_to_recordset($3) AS g("groupId" uuid, submitted int, suppression text, reason text)`,
    [organizationId, id, JSON.stringify(results.groups)],
  );
  await transaction.query(
    `INSERT INTO result_cell (organization_id, result_set_id, id, node_kind, node_id, rater_group_id, suppression, reason,
       n, value, sd, lower, upper, level, distribution, agreement, coverage, not_applicable, explanation)
     SELECT $1, $2, id, node ->> 'kind', node ->> 'id', "groupId", suppression, reason,
       n, value, sd, lower, upper, level, nullif(distribution, 'null'), agreement, coverage, "notApplicable", nullif(explanation, 'null')
     FROM jsonb_to_recordset($3) AS c(id uuid, node jsonb, "groupId" uuid, suppression text, reason text, n int,
       value float8, sd float8, lower float8, upper float8, level int, distribution jsonb, agreement float8,
       coverage float8, "notApplicable" int, explanation jsonb)`,
    [organizationId, id, JSON.stringify(results.cells.map((cell) => ({ id: newId(), ...cell })))],
  );
  await transaction.query(
    `INSERT INTO result_gap (organization_id, result_set_id, node_kind, node_id, group_a, group_b, difference, lower, upper, p, adjusted_p, beyond_noise)
     SELECT $1, $2, node ->> 'kind', node ->> 'id', "groupA", "groupB", difference, lower, upper, p, "adjustedP", "beyondNoise"
     FROM jsonb_to_recordset($3) AS g(node jsonb, "groupA" uuid, "groupB" uuid, difference float8, lower float8,
       upper float8, p float8, "adjustedP" float8, "beyondNoise" boolean)`,
    [organizationId, id, JSON.stringify(results.gaps)],
  );
}
