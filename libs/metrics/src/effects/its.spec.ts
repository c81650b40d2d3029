import fc from 'fast-check';
import { nile } from '../reference/nile.factory.js';
import { expectClose } from '../reference/relative-error.factory.js';
import { driversKilled } from '../reference/seatbelts.factory.js';
import { its, type ItsCoefficient } from './its.js';

const coefficient = ([estimate, seNeweyWest, seOls, t, p, lower, upper]: number[]) =>
  ({ estimate, seNeweyWest, seOls, t, p, lower, upper }) as ItsCoefficient;

// All references: R 4.2 lm() and sandwich 3.0-2 NeweyWest(lag, prewhite = FALSE, adjust = TRUE).
describe('its', () => {
  it('finds what the Aswan dam changed in the Nile flow', () => {
    const { intercept, ...rest } = its({ values: nile, interventionIndex: 28, lag: 3 });
    expectClose(intercept, {
      estimate: 1080.936507936507,
      seNeweyWest: 34.32401583234162,
      seOls: 49.82054971214602,
      t: 31.49213405612056,
      lower: 1012.80387500086,
      upper: 1149.069140872153,
    });
    expectClose(
      rest,
      {
        ok: true,
        n: 100,
        lag: 3,
        r2: 0.4426498371114876,
        durbinWatson: 1.687845764578265,
        preSlope: coefficient([
          1.159551176792597, 2.565087126235924, 3.001564730242902, 0.452051380607158, 0.6522517268635876,
          -3.932106526473936, 6.25120888005913,
        ]),
        levelChange: coefficient([
          -289.1026853663844, 63.70376261867791, 58.11841540540042, -4.538235631338041, 1.643360982489054e-5,
          -415.5536547494108, -162.651715983358,
        ]),
        slopeChange: coefficient([
          -0.4690887676344511, 2.702467457813412, 3.088477030555468, -0.1735779523554354, 0.862562643641991,
          -5.833444273794052, 4.89526673852515,
        ]),
        effectAtEnd: -322.4079878684304,
        effectAtEndSe: 235.2412254227386,
      },
      1e-11,
    );
  });

  it('finds what seat belts changed, with the default lag', () => {
    expectClose(
      its({ values: driversKilled, interventionIndex: 169 }),
      {
        n: 192,
        lag: 4,
        r2: 0.1589484955048721,
        durbinWatson: 0.8728282290868787,
        levelChange: coefficient([
          -32.91851041934655, 8.71806700903932, 10.14309788702119, -3.7758955494624, 0.0002137299349716346,
          -50.11631595775862, -15.72070488093447,
        ]),
        slopeChange: coefficient([
          1.551205856901313, 0.834067424005192, 0.7384041637883323, 1.859808706414191, 0.06447484286973805,
          -0.09412783336430275, 3.196539547166929,
        ]),
        effectAtEnd: 1.208018432482341,
        effectAtEndSe: 14.54315086731911,
      },
      1e-11,
    );
  });

  it('takes ten points and no lag at all', () => {
    const values = [10, 12, 11, 13, 12, 17, 18, 20, 19, 22];
    expectClose(its({ values, interventionIndex: 5 }), {
      lag: 2,
      effectAtEnd: 6.3,
      effectAtEndSe: 1.053776278175065,
      durbinWatson: 3.37037037037037,
    });
    expectClose(its({ values: nile, interventionIndex: 28, lag: 0 }).levelChange!.seNeweyWest, 53.29376874819271);
    expect(its({ values, interventionIndex: 5, lag: 50 }).ok).toBe(true);
    expect(its({ values, interventionIndex: 5, lag: null }).lag).toBe(2);
  });

  it('has nothing to test in an exact fit', () => {
    const values = Array.from({ length: 12 }, (_, i) => (i < 6 ? 0.1 + 0.3 * i : 7 - 0.7 * i));
    const result = its({ values, interventionIndex: 6 });
    expect(result).toMatchObject({ ok: true, r2: 1, durbinWatson: null, effectAtEndSe: 0 });
    expectClose(result.slopeChange, { estimate: -1, seNeweyWest: 0, seOls: 0, t: null, p: null });
    const constant = its({ values: Array.from({ length: 8 }, () => 0.1), interventionIndex: 4 });
    expect(constant).toMatchObject({ ok: true, r2: null, levelChange: { estimate: 0, seNeweyWest: 0, t: null } });
  });

  it.each<[string, (number | null)[], number]>([
    ['no points', [], 0],
    ['one point', [1], 0],
    ['four points', [1, 2, 4, 5], 2],
    ['one point before', [1, 2, 3, 4, 6, 5], 1],
    ['one point after', [1, 2, 3, 4, 6, 5], 5],
    ['an intervention that is still to come', [1, 2, 3, 4, 6, 5], 9],
    ['a missing value', [1, 2, 3, null, 6, 5, 7], 3],
  ])('is not ok with %s', (_, values, interventionIndex) => {
    expect(its({ values, interventionIndex })).toEqual({
      ok: false,
      n: values.length,
      lag: null,
      r2: null,
      durbinWatson: null,
      intercept: null,
      preSlope: null,
      levelChange: null,
      slopeChange: null,
      effectAtEnd: null,
      effectAtEndSe: null,
    });
  });

  it('has no t where a line goes through its points and leaves nothing to judge its slope by', () => {
    const { preSlope, slopeChange } = its({ values: [0.3, 0.1, 5.2, 7.7, 6.1, 9.4], interventionIndex: 2, lag: 0 });
    expect(preSlope).toMatchObject({ seNeweyWest: 0, t: null, p: null });
    expect(slopeChange!.seNeweyWest).toBeGreaterThan(0.1);
    const linear = its({ values: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 5, 9, 7], interventionIndex: 6, lag: 2 });
    expect(linear.preSlope).toMatchObject({ seNeweyWest: 0, t: null, p: null });
    expect(linear.preSlope!.estimate).toBeCloseTo(0.1, 14);
  });

  it('does not see the level and the trend of the whole series in its changes, and scales with the unit', () => {
    const series = fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 8, maxLength: 30 });
    fc.assert(
      fc.property(series, fc.integer({ min: -9, max: 9 }), (values, slope) => {
        const interventionIndex = Math.floor(values.length / 2);
        const plain = its({ values, interventionIndex });
        const moved = its({ values: values.map((v, i) => 3 * (v + 5 + slope * i)), interventionIndex });
        for (const name of ['levelChange', 'slopeChange'] as const) {
          expect(moved[name]!.estimate).toBeCloseTo(3 * plain[name]!.estimate, 8);
          expect(moved[name]!.seNeweyWest).toBeCloseTo(3 * plain[name]!.seNeweyWest, 6);
        }
        expect(moved.effectAtEnd).toBeCloseTo(3 * plain.effectAtEnd!, 8);
      }),
    );
  });

  it.each<[string, object, RegExp]>([
    ['half an index', { interventionIndex: 2.5 }, /interventionIndex must be an integer/],
    ['a negative lag', { lag: -1 }, /lag/],
    ['text', { values: ['1'] }, /values\[0\]/],
    ['a level in percent', { confidence: 95 }, /confidence/],
  ])('refuses %s', (_, change, message) => {
    expect(() => its({ values: nile, interventionIndex: 28, ...change })).toThrow(message);
  });
});
