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
 * Needs a snapshot: an event that is written while the pages are read must not look like a break.
 */
export async function verifyAudit(transaction: Transaction): Promise<AuditVerdict> {
  const [head] = await transaction.query<{ sequence: string; hash: Buffer }>(
    'SELECT sequence, hash FROM audit_head WHERE organization_id = $1',
    [transaction.organizationId],
  );
  let hash = sha256(transaction.organizationId);
  let sequence = 0;
  // Null at first: an event before the first one is a forgery too.
  let lastRead: string | null = null;
  for (;;) {
    const rows: ChainRow[] = await transaction.query<ChainRow>(
      `SELECT sequence, audit_canonical(e) AS canonical, hash FROM audit_event e
       WHERE organization_id = $1 AND ($2::bigint IS NULL OR sequence > $2) ORDER BY sequence LIMIT ${PAGE}`,
      [transaction.organizationId, lastRead],
    );
    for (const row of rows) {
      sequence += 1;
      hash = sha256(hash, row.canonical);
      if (Number(row.sequence) !== sequence || !hash.equals(row.hash)) return broken(sequence, sequence);
    }
    if (rows.length < PAGE) break;
    lastRead = String(sequence);
  }
  // What the head vouches for ends where the head says; what is missing or too much begins right behind.
  const vouchedFor = Number(head?.sequence ?? 0);
  if (vouchedFor !== sequence) return broken(sequence, Math.min(vouchedFor, sequence) + 1);
  if (head && !head.hash.equals(hash)) return broken(sequence, sequence);
  return { intact: true, events: sequence, brokenAtSequence: null, headHash: hash.toString('hex') };
}

const broken = (events: number, brokenAtSequence: number): AuditVerdict => ({
  intact: false,
  events,
  brokenAtSequence,
  headHash: null,
});
