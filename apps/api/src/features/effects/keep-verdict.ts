import type { Day } from '@touchstone/domain';
import { newId, type Transaction } from '../../platform/database/unit-of-work.js';
import type { ComputedVerdict } from './compute-verdict.js';
import { fingerprintOf } from './fingerprint.js';

/** Keeps a verdict with its inputs; null where the day has one already. */
export async function keepVerdict(
  transaction: Transaction,
  registrationId: string,
  judgedOn: Day,
  { occasion, verdict, judged, inputs }: ComputedVerdict,
): Promise<string | null> {
  const fingerprint = fingerprintOf(inputs);
  const [kept] = await transaction.query<{ id: string }>(
    `INSERT INTO effect_verdict (organization_id, id, registration_id, occasion, judged_on, verdict, reasons, formula, estimate,
       lower, upper, standard_error, p, n_before, n_after, inputs, fingerprint)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     ON CONFLICT (organization_id, registration_id, occasion, judged_on) DO NOTHING RETURNING id`,
    [
      transaction.organizationId,
      newId(),
      registrationId,
      occasion,
      judgedOn,
      verdict,
      JSON.stringify(judged.reasons),
      judged.formula,
      judged.estimate,
      judged.lower,
      judged.upper,
      judged.standardError,
      judged.p,
      judged.nBefore,
      judged.nAfter,
      JSON.stringify(inputs),
      fingerprint,
    ],
  );
  if (!kept) return null;
  const changes = {
    registrationId,
    occasion,
    verdict,
    estimate: judged.estimate,
    fingerprint: fingerprint.toString('hex'),
  };
  transaction.audit({ act: 'effect.judged', objectKind: 'Effect', objectId: registrationId, changes });
  return kept.id;
}
