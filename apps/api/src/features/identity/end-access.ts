import type { Transaction } from '../../platform/database/unit-of-work.js';

/** Signs somebody out of the organisation of this transaction, on every device. */
export async function endSessions({ query, organizationId }: Transaction, accountId: string): Promise<void> {
  await query('DELETE FROM session WHERE account_id = $1 AND organization_id = $2', [accountId, organizationId]);
}

/** Signs somebody out everywhere, but for one session if named: whoever learned the old password is out. */
export async function endAllSessions({ query }: Transaction, accountId: string, except?: Buffer): Promise<void> {
  await query('DELETE FROM session WHERE account_id = $1 AND token_hash IS DISTINCT FROM $2', [
    accountId,
    except ?? null,
  ]);
}

/** Makes every access token of a membership void. */
export async function revokeTokens({ query, organizationId }: Transaction, membershipId: string): Promise<void> {
  await query(
    'UPDATE access_token SET revoked_at = now() WHERE organization_id = $1 AND membership_id = $2 AND revoked_at IS NULL',
    [organizationId, membershipId],
  );
}
