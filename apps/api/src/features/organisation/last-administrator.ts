import { RuleError } from '@touchstone/domain';
import type { Transaction } from '../../platform/database/unit-of-work.js';

/**
 * Somebody must remain who can let others in. Locks the administrators, so that two of them cannot step down at once,
 * each counting on the other.
 */
export async function demandAnotherAdministrator(
  { query, organizationId }: Transaction,
  membershipId: string,
): Promise<void> {
  const administrators = await query<{ id: string }>(
    `SELECT id FROM membership
     WHERE organization_id = $1 AND role = 'administrator' AND account_id IS NOT NULL AND valid_to IS NULL
     ORDER BY id FOR NO KEY UPDATE`,
    [organizationId],
  );
  if (!administrators.some(({ id }) => id !== membershipId)) {
    throw new RuleError('LAST_ADMINISTRATOR', 'This is the last administrator.');
  }
}
