import { createHash } from 'node:crypto';
import type { Transaction } from '../database/unit-of-work.js';

export interface AuditVerdict {
  readonly intact: boolean;
  readonly events: number;
  readonly brokenAtSequence: number | null;
  readonly headHash: string | null;
}

interface ChainRow {
  sequence: string;
  canonical: string;
  hash: Buffer;
}

const PAGE = 5000;
const sha256 = (...parts: (Buffer | string)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/**
 * Recomputes the organisation's chain outside the database: h₀ = SHA-256(organisation id), hᵢ = SHA-256(hᵢ₋₁ ‖ eventᵢ).
 * Broken where an event was changed, removed or put in between, and where the head does not match the last event.
 */
export async function verifyAudit(transaction: Transaction): Promise<AuditVerdict> {
  const [head] = await transaction.query<{ sequence: string; hash: Buffer }>(
    'SELECT sequence, hash FROM audit_head WHERE organization_id = $1',
    [transaction.organizationId],
  );
  let hash = sha256(transaction.organizationId);
  let sequence = 0;
  for (;;) {
    const rows = await transaction.query<ChainRow>(
      `SELECT sequence, audit_canonical(e) AS canonical, hash FROM audit_event e
       WHERE organization_id = $1 AND sequence > $2 ORDER BY sequence LIMIT ${PAGE}`,
      [transaction.organizationId, sequence],
    );
    for (const row of rows) {
      sequence += 1;
      hash = sha256(hash, row.canonical);
      if (Number(row.sequence) !== sequence || !hash.equals(row.hash)) {
        return { intact: false, events: sequence, brokenAtSequence: sequence, headHash: null };
      }
    }
    if (rows.length < PAGE) break;
  }
  const headMatches = head ? Number(head.sequence) === sequence && head.hash.equals(hash) : sequence === 0;
  return {
    intact: headMatches,
    events: sequence,
    brokenAtSequence: headMatches ? null : sequence + 1,
    headHash: hash.toString('hex'),
  };
}
