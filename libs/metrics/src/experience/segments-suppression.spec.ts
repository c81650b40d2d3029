import fc from 'fast-check';
import { segmentsSuppression, type SegmentRecord, type SegmentsSuppressionResult } from './segments-suppression.js';

function answers(sizes: Record<string, number>): SegmentRecord[] {
  return Object.entries(sizes).flatMap(([segment, n]) =>
    Array.from({ length: n }, (_, i) => ({ segment, score: [10, 7, 3, 9][i % 4]! })),
  );
}

function hiddenNames({ segments }: SegmentsSuppressionResult): string[] {
  return Object.keys(segments).filter((name) => segments[name]!.suppressed);
}

describe('segmentsSuppression', () => {
  it('publishes segments of at least minN', () => {
    const { overall, segments } = segmentsSuppression({ records: answers({ a: 8, b: 5 }) });
    expect(overall).toEqual({ n: 13, nps: (100 * (7 - 3)) / 13, suppressed: false });
    expect(segments.b).toEqual({ n: 5, nps: (100 * (3 - 1)) / 5, suppressed: false, reason: null });
  });

  it('withholds a small segment and the smallest of the others with it', () => {
    const { segments } = segmentsSuppression({ records: answers({ a: 8, b: 6, c: 2 }) });
    expect(segments.c).toEqual({ n: null, nps: null, suppressed: true, reason: 'primary' });
    expect(segments.b).toEqual({ n: null, nps: null, suppressed: true, reason: 'complementary' });
    expect(segments.a!.suppressed).toBe(false);
  });

  it('takes equal sizes by name, and nothing more when the small ones cover each other', () => {
    expect(hiddenNames(segmentsSuppression({ records: answers({ z: 6, b: 6, a: 9, c: 1 }) }))).toEqual(['b', 'c']);
    expect(hiddenNames(segmentsSuppression({ records: answers({ a: 9, b: 3, c: 2 }) }))).toEqual(['b', 'c']);
  });

  it('withholds everything when there are fewer than minN answers overall', () => {
    expect(segmentsSuppression({ records: answers({ a: 3, b: 1 }) })).toEqual({
      overall: { n: null, nps: null, suppressed: true },
      segments: {
        a: { n: null, nps: null, suppressed: true, reason: 'primary' },
        b: { n: null, nps: null, suppressed: true, reason: 'primary' },
      },
    });
    expect(segmentsSuppression({ records: [] })).toEqual({
      overall: { n: null, nps: null, suppressed: true },
      segments: {},
    });
  });

  it('counts valid scores only; a segment without any has nothing to hide', () => {
    const records = [...answers({ a: 5 }), { segment: 'b', score: null }, { segment: null, score: null }];
    expect(segmentsSuppression({ records }).segments).toEqual({
      a: { n: 5, nps: 40, suppressed: false, reason: null },
      b: { n: 0, nps: null, suppressed: false, reason: null },
      '(none)': { n: 0, nps: null, suppressed: false, reason: null },
    });
  });

  it('takes any text as a name', () => {
    const { segments } = segmentsSuppression({ records: answers({ ['__proto__x']: 5, constructor: 5 }) });
    expect(Object.keys(segments)).toEqual(['__proto__x', 'constructor']);
    const proto = segmentsSuppression({ records: [{ segment: '__proto__', score: 9 }], minN: 1 });
    expect(Object.keys(proto.segments)).toEqual(['__proto__']);
  });

  it.each([
    [{ records: [{ segment: 'a', score: 11 }] }, RangeError, /records\[0\].score must be an integer from 0 to 10/],
    [{ records: [{ segment: 7, score: 1 }] }, TypeError, /records\[0\].segment must be text or null/],
    [{ records: ['a'] }, TypeError, /records\[0\] must be an object/],
    [{ records: [], minN: 0 }, RangeError, /minN must be an integer of at least 1/],
  ])('refuses %j', (input, kind, message) => {
    expect(() => segmentsSuppression(input as never)).toThrow(kind);
    expect(() => segmentsSuppression(input as never)).toThrow(message);
  });
});

describe('what is published', () => {
  const record = fc.record({
    segment: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', null),
    score: fc.option(fc.integer({ min: 0, max: 10 }), { freq: 9 }),
  });
  const table = fc.record({
    records: fc.array(record, { maxLength: 60 }),
    minN: fc.integer({ min: 1, max: 12 }),
  });

  it('never leaves a hidden remainder smaller than minN, or one hidden segment alone', () => {
    fc.assert(
      fc.property(table, ({ records, minN }) => {
        const result = segmentsSuppression({ records, minN });
        const hidden = hiddenNames(result);
        const published = Object.values(result.segments).reduce((sum, { n }) => sum + (n ?? 0), 0);
        if (hidden.length === 0) return;
        expect(hidden.length === 1 && !result.overall.suppressed).toBe(false);
        if (!result.overall.suppressed) expect(result.overall.n! - published).toBeGreaterThanOrEqual(minN);
      }),
      { numRuns: 2000 },
    );
  });

  // The attack: exchange two hidden answers of different segments. Everything that is published must stay as it is
  // while the hidden scores change: then no computation on it, however clever, can tell the two tables apart.
  it('is the same for tables whose hidden scores differ', () => {
    const value = (score: number) => (score >= 9 ? 1 : score >= 7 ? 0 : -1);
    let attacked = 0;
    fc.assert(
      fc.property(table, ({ records, minN }) => {
        const result = segmentsSuppression({ records, minN });
        const hidden = new Set(hiddenNames(result));
        const candidates = records.filter(({ segment, score }) => score !== null && hidden.has(segment ?? '(none)'));
        for (const name of hidden) {
          const inside = candidates.find(({ segment }) => (segment ?? '(none)') === name)!;
          const outside = candidates.find(
            ({ segment, score }) => (segment ?? '(none)') !== name && value(score!) !== value(inside.score!),
          );
          if (!outside) continue;
          attacked += 1;
          const exchanged = records.map((entry) =>
            entry === inside
              ? { ...entry, score: outside.score }
              : entry === outside
                ? { ...entry, score: inside.score }
                : entry,
          );
          expect(segmentsSuppression({ records: exchanged, minN })).toEqual(result);
        }
      }),
      { numRuns: 1000, seed: 7 },
    );
    expect(attacked).toBeGreaterThan(500);
  });

  it('does not depend on the order of the records', () => {
    fc.assert(
      fc.property(table, ({ records, minN }) => {
        const reversed = segmentsSuppression({ records: records.toReversed(), minN });
        expect(reversed).toEqual(segmentsSuppression({ records, minN }));
      }),
    );
  });
});
