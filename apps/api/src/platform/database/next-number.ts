import type { Transaction } from './unit-of-work.js';

/** What people call a thing by, as in "I-12": counted per organisation and kind, without gaps. */
export async function nextNumber(
  { query, organizationId }: Transaction,
  kind: 'pain_point' | 'opportunity' | 'initiative' | 'decision',
): Promise<number> {
  const [row] = await query<{ last: number }>(
    `INSERT INTO numbering (organization_id, kind, last) VALUES ($1, $2, 1)
     ON CONFLICT (organization_id, kind) DO UPDATE SET last = numbering.last + 1 RETURNING last`,
    [organizationId, kind],
  );
  return row!.last;
}
