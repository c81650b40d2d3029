import type { Transaction } from '../../platform/database/unit-of-work.js';

/**
 * Submissions and imports share a wave; closing it waits until those under way have ended, and those that come later
 * find it closed. An advisory lock, because a row lock would make every submission write to the wave's row.
 */
export async function shareWave(transaction: Transaction, assessmentId: string): Promise<void> {
  await transaction.query('SELECT pg_advisory_xact_lock_shared(hashtextextended($1, 7))', [assessmentId]);
}

/**
 * The same as a column, for a statement that finds waves as `a`. The row itself was seen before the lock was waited for:
 * whether the wave is open still, only a later statement sees.
 */
export const SHARE_WAVE = 'pg_advisory_xact_lock_shared(hashtextextended(a.id::text, 7)) AS shared';

export async function takeWave(transaction: Transaction, assessmentId: string): Promise<void> {
  await transaction.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7))', [assessmentId]);
}
