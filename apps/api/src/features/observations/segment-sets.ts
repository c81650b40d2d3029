import type { Transaction } from '../../platform/database/unit-of-work.js';

/** Of one dimension, in a file and in all files of an organisation together: every value is a series of its own. */
export const MOST_VALUES = 500;
/** In all files of an organisation together; how many one file may have stands with its mapping. */
export const MOST_DIMENSIONS_KEPT = 40;
/** Combinations of values within a file. */
export const MOST_SETS = 20_000;
const LONGEST = 100;

export type SegmentRefusal = 'SEGMENT_TOO_LONG' | 'SEGMENT_TOO_MANY_VALUES' | 'SEGMENTS_TOO_MANY';

/** The sets of segments that the rows of one file belong to, each with a number within the file. Number 0 is no segment. */
export class SegmentSets {
  private readonly places = new Map<string, number>([['{}', 0]]);
  /** In the order of their numbers. */
  readonly texts: string[] = ['{}'];
  private readonly values: Set<string>[];

  constructor(private readonly dimensions: readonly string[]) {
    this.values = dimensions.map(() => new Set());
  }

  /** Cells in the order of the dimensions; an empty one says nothing of its dimension. */
  place(cells: readonly string[]): number | { readonly refusal: SegmentRefusal; readonly index: number } {
    const pairs: Record<string, string> = {};
    for (const [index, cell] of cells.entries()) {
      const value = cell
        .normalize('NFKC')
        .trim()
        .replace(/[\s\p{Cc}]+/gu, ' ');
      if (value === '') continue;
      if (value.length > LONGEST) return { refusal: 'SEGMENT_TOO_LONG', index };
      const known = this.values[index]!;
      if (!known.has(value)) {
        if (known.size >= MOST_VALUES) return { refusal: 'SEGMENT_TOO_MANY_VALUES', index };
        known.add(value);
      }
      pairs[this.dimensions[index]!] = value;
    }
    const text = JSON.stringify(pairs);
    let place = this.places.get(text);
    if (place === undefined) {
      if (this.places.size >= MOST_SETS) return { refusal: 'SEGMENTS_TOO_MANY', index: 0 };
      place = this.places.size;
      this.places.set(text, place);
      this.texts.push(text);
    }
    return place;
  }
}

export interface SegmentsBeyond {
  readonly dimension: string;
  readonly code: 'SEGMENT_VALUES_FULL' | 'DIMENSIONS_FULL';
  readonly params: { readonly most: number; readonly found: number; readonly dimension: string };
}

/** What the segments of a file would be too many for, beside those that are there: roll-ups grow with each value. */
export async function segmentsBeyond(
  { query, organizationId }: Pick<Transaction, 'query' | 'organizationId'>,
  texts: readonly string[],
): Promise<SegmentsBeyond[]> {
  const found = await query<{ dimension: string; values: number; isNew: boolean }>(
    `WITH given AS (
       SELECT DISTINCT pair.key, pair.value FROM jsonb_array_elements($2::jsonb) AS given(pairs)
       CROSS JOIN LATERAL jsonb_each_text(given.pairs) AS pair
     ), known AS (
       SELECT DISTINCT pair.key, pair.value FROM segment_set s CROSS JOIN LATERAL jsonb_each_text(s.pairs) AS pair
       WHERE s.organization_id = $1
     )
     SELECT key AS dimension, count(*)::int AS values, NOT EXISTS (SELECT FROM known WHERE known.key = both_of.key) AS "isNew"
     FROM (SELECT * FROM known UNION SELECT * FROM given) AS both_of GROUP BY key ORDER BY key`,
    [organizationId, `[${texts.join(',')}]`],
  );
  const beyond: SegmentsBeyond[] = found
    .filter(({ values }) => values > MOST_VALUES)
    .map(({ dimension, values }) => ({
      dimension,
      code: 'SEGMENT_VALUES_FULL',
      params: { most: MOST_VALUES, found: values, dimension },
    }));
  if (found.length <= MOST_DIMENSIONS_KEPT) return beyond;
  const added = found.filter(({ isNew }) => isNew);
  const params = { most: MOST_DIMENSIONS_KEPT, found: found.length };
  return [
    ...beyond,
    ...added.map(({ dimension }) => ({
      dimension,
      code: 'DIMENSIONS_FULL' as const,
      params: { ...params, dimension },
    })),
  ];
}

/**
 * Gives every set its number in the organisation and says which cuts it counts in: everybody, and each of its pairs alone.
 * The caller holds the lock under which observations are merged, so that no two give the same number.
 */
export async function keepSegmentSets(transaction: Transaction, texts: readonly string[]): Promise<number[]> {
  const cuts = new Set(['{}', ...texts]);
  for (const text of texts)
    for (const pair of Object.entries(JSON.parse(text) as Record<string, string>))
      cuts.add(JSON.stringify(Object.fromEntries([pair])));
  const { organizationId } = transaction;
  await transaction.query(
    `INSERT INTO segment_set (organization_id, id, pairs)
     SELECT $1, CASE WHEN wanted.pairs = '{}' THEN 0
         ELSE coalesce((SELECT max(id) FROM segment_set WHERE organization_id = $1), 0) + wanted.place END::int, wanted.pairs
     FROM (SELECT pairs, row_number() OVER (ORDER BY min(place)) AS place
           FROM (SELECT value AS pairs, place FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS given(value, place)) given
           WHERE NOT EXISTS (SELECT FROM segment_set known WHERE known.organization_id = $1 AND known.pairs = given.pairs)
           GROUP BY pairs) AS wanted`,
    [organizationId, `[${[...cuts].join(',')}]`],
  );
  const rows = await transaction.query<{ ids: number[] }>(
    `WITH named AS (
       SELECT s.id, s.pairs, given.place FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS given(value, place)
       JOIN segment_set s ON s.organization_id = $1 AND s.pairs = given.value
     ), margins AS (
       INSERT INTO segment_margin (organization_id, segment_set_id, margin_id)
       SELECT $1, id, 0 FROM named
       UNION
       SELECT $1, n.id, cut.id FROM named n CROSS JOIN LATERAL jsonb_each(n.pairs) AS pair
         JOIN segment_set cut ON cut.organization_id = $1 AND cut.pairs = jsonb_build_object(pair.key, pair.value)
       ON CONFLICT DO NOTHING
     )
     SELECT array_agg(id ORDER BY place) AS ids FROM named`,
    [organizationId, `[${texts.join(',')}]`],
  );
  return rows[0]!.ids;
}
