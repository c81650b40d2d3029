import { latestValues, type MeasurableMetric } from './latest-values.js';

const MARCH = '2026-03-01T00:00:00Z';
const APRIL = '2026-04-01T00:00:00Z';
const metric = (
  key: string,
  given: Partial<MeasurableMetric> & { n?: number; sum?: number; bucket?: string } = {},
): MeasurableMetric => {
  const { n = 100, sum = 40, bucket = MARCH, ...rest } = given;
  const rollup = {
    bucket,
    day: bucket.slice(0, 10),
    observations: n,
    n,
    sum,
    sumOfSquares: sum,
    minimum: 0,
    maximum: 1,
    last: 1,
    lastAt: bucket,
    counts: null,
  };
  const definition = { people: null, aggregation: 'share', scaleMinimum: null, scaleMaximum: null, formula: null };
  return { key, ...definition, rollup, ...rest };
};
const formula = (key: string, text: string) => metric(key, { aggregation: 'formula', formula: text, rollup: null });

describe('the latest value of a metric', () => {
  it('comes with what it rests on', () => {
    const value = latestValues([metric('done')], 5)('done');
    expect(value).toMatchObject({ value: 40, n: 100, bucket: MARCH, suppressed: false });
    expect(value!.lower).toBeLessThan(40);
    expect(value!.upper).toBeGreaterThan(40);
    expect(latestValues([], 5)('done')).toBeNull();
    expect(latestValues([metric('done', { rollup: null })], 5)('done')).toBeNull();
  });

  it('is withheld where too few people were asked, and so is what is computed from it', () => {
    const few = metric('asked', { people: [{ day: '2026-03-01', n: 4 }], n: 4, sum: 2 });
    const latest = latestValues([few, metric('seen', { n: 4, sum: 2 }), formula('both', 'asked + seen')], 5);
    expect(latest('asked')).toMatchObject({ value: null, n: 0, lower: null, suppressed: true });
    expect(latest('seen')).toMatchObject({ value: 50, suppressed: false });
    expect(latest('both')).toMatchObject({ value: null, suppressed: true });
  });

  it('is withheld where the quarter less it, or it beside the quarter, would tell of a few', () => {
    const quarter = (january: number, february: number) => [
      { day: '2026-01-01', n: january },
      { day: '2026-02-01', n: february },
      { day: '2026-03-01', n: 100 },
    ];
    const latest = latestValues(
      [metric('beside', { people: quarter(3, 200) }), metric('alone', { people: quarter(50, 200) })],
      5,
    );
    // The three of January are hidden by the smallest other month, which is the latest one.
    expect(latest('beside')).toMatchObject({ value: null, n: 0, suppressed: true });
    expect(latest('alone')).toMatchObject({ value: 40, suppressed: false });
  });

  it('is withheld where nobody counted the people', () => {
    expect(latestValues([metric('uncounted', { people: [] })], 5)('uncounted')).toMatchObject({ suppressed: true });
  });

  it('of a formula takes parts of one bucket only, and never ends in a circle', () => {
    const parts = [metric('a'), metric('b', { sum: 10, n: 50 }), metric('c', { bucket: APRIL })];
    const formulas = [
      formula('same', 'a + b'),
      formula('mixed', 'a + c'),
      formula('x', 'y + 1'),
      formula('y', 'x + 1'),
    ];
    const latest = latestValues([...parts, ...formulas], 5);
    expect(latest('same')).toMatchObject({ value: 60, n: 50, lower: null, bucket: MARCH });
    expect([latest('mixed'), latest('x'), latest('y')]).toEqual([null, null, null]);
  });
});
