import type { Transaction } from '../../platform/database/unit-of-work.js';

/**
 * Turns a verdict into money where an initiative said what one unit is worth: effect and interval, signed as promised. What
 * nothing is claimed about is worth nothing known; a later verdict of the evaluation takes the place of an earlier one. A worth
 * so large that no amount of money holds the product is passed over: it must not keep the verdict from being kept.
 */
export async function fillBenefits(transaction: Transaction, verdictId: string): Promise<void> {
  const filled = await transaction.query<{ id: string; actual: number }>(
    `UPDATE benefit b SET verdict_id = v.id,
       actual_minor = round(b.worth_per_unit_minor * v.estimate * s.sign),
       actual_lower_minor = round(least(b.worth_per_unit_minor * v.lower * s.sign, b.worth_per_unit_minor * v.upper * s.sign)),
       actual_upper_minor = round(greatest(b.worth_per_unit_minor * v.lower * s.sign, b.worth_per_unit_minor * v.upper * s.sign)),
       version = b.version + 1
     FROM effect_verdict v
     JOIN effect_registration r ON r.organization_id = v.organization_id AND r.id = v.registration_id
     CROSS JOIN LATERAL (SELECT CASE r.direction WHEN 'up' THEN 1 ELSE -1 END AS sign) s
     WHERE v.organization_id = $1 AND v.id = $2 AND v.occasion = 'evaluation' AND v.verdict <> 'insufficient'
       AND b.organization_id = v.organization_id AND b.registration_id = v.registration_id
       AND abs(b.worth_per_unit_minor) * greatest(abs(v.estimate), abs(v.lower), abs(v.upper)) <= ${Number.MAX_SAFE_INTEGER}
     RETURNING b.id, b.actual_minor::float8 AS actual`,
    [transaction.organizationId, verdictId],
  );
  for (const { id, actual } of filled) {
    const changes = { verdictId, actualMinor: actual };
    transaction.audit({ act: 'benefit.filled', objectKind: 'Benefit', objectId: id, changes });
  }
}
