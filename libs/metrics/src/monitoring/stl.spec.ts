import fc from 'fast-check';
import { expectClose } from '../reference/relative-error.factory.js';
import { nottem, ukGas } from '../reference/seasons.factory.js';
import { stl } from './stl.js';

const nothing = { seasonal: null, trend: null, remainder: null };

// All references: R 4.2 stl(x, s.window = "periodic").
describe('stl', () => {
  it('decomposes the Nottingham temperatures as R does', () => {
    const { seasonal, trend, remainder } = stl({ values: nottem, period: 12, periodic: true });
    expectClose(
      seasonal!.slice(0, 12),
      [
        -9.347198027476404, -9.85524962154722, -6.853300788958457, -2.763471022165407, 3.501356924071408,
        8.983303177822927, 12.84525009587273, 11.47638128097928, 7.447511401387163, 0.4736898944836197,
        -6.43013085559349, -9.478142278296948,
      ],
      1e-11,
    );
    expectClose(
      [0, 1, 99, 238, 239].map((i) => trend![i]),
      [49.68067264856322, 49.54552081703584, 48.8048013596672, 49.08076187981157, 49.00509708238569],
    );
    expectClose(
      [0, 99, 239].map((i) => remainder![i]),
      [0.2665253789131796, 1.258669662498207, -1.726954804088741],
      1e-10,
    );
  });

  it('decomposes a short odd season with an unfinished last period', () => {
    const { seasonal, trend } = stl({ values: nottem.slice(0, 45), period: 7 });
    expectClose(
      seasonal!.slice(0, 7),
      [
        2.676004910914921, -0.3830833137502807, -1.045277539150015, -1.061972400543072, 0.6374411864138467,
        0.5560388045535939, -1.379156034826891,
      ],
      1e-11,
    );
    expectClose(
      [0, 1, 2, 28, 43, 44].map((i) => trend![i]),
      [39.04131041110927, 42.14417622116, 45.24704203121071, 49.6443846390699, 58.11216726796702, 60.71185338515912],
    );
  });

  it('decomposes quarters, where every local fit is made', () => {
    const { seasonal, trend } = stl({ values: ukGas, period: 4 });
    expectClose(
      seasonal!.slice(0, 4),
      [171.3332655979598, -33.17831937841795, -173.489084206161, 35.33389278950806],
      1e-11,
    );
    expectClose(
      [0, 1, 49, 106, 107].map((i) => trend![i]),
      [88.70421201901084, 105.3056350402599, 249.6235080647423, 683.0945535808821, 644.0340082663215],
    );
  });

  it('decomposes ten thousand points', () => {
    const values = Array.from({ length: 10_000 }, (_, i) => {
      const noise = ((i * 7919) % 101) / 10;
      return Number((100 + 0.01 * i + 10 * Math.sin((2 * Math.PI * i) / 24) + noise).toFixed(3));
    });
    const { seasonal, trend } = stl({ values, period: 24 });
    expectClose([seasonal![0], seasonal![6]], [0.008757207922224742, 10.00333257546083], 1e-9);
    expectClose([trend![0], trend![4999], trend![9999]], [104.7278512628704, 155.0199106360793, 204.8891468660837]);
  });

  it('adds up to the values, with a season that repeats', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 8 }),
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 17, maxLength: 60 }),
        (period, values) => {
          const { seasonal, trend, remainder } = stl({ values, period });
          values.forEach((value, i) => {
            expect(seasonal![i]! + trend![i]! + remainder![i]!).toBeCloseTo(value, 9);
            expect(seasonal![i]).toBe(seasonal![i % period]);
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is undefined with a missing value or no more than two periods', () => {
    expect(stl({ values: [], period: 2 })).toEqual(nothing);
    expect(stl({ values: [1, 2, 1, 2], period: 2 })).toEqual(nothing);
    expect(stl({ values: [1, 2, 1, 2, 1, null], period: 2 })).toEqual(nothing);
  });

  it('leaves a constant all to the trend', () => {
    const { seasonal, trend, remainder } = stl({ values: Array.from({ length: 30 }, () => 7), period: 5 });
    seasonal!.forEach((v) => expect(v).toBeCloseTo(0, 12));
    trend!.forEach((v) => expect(v).toBeCloseTo(7, 12));
    remainder!.forEach((v) => expect(v).toBeCloseTo(0, 12));
  });

  it('refuses a season that is not periodic and a period of 1', () => {
    expect(() => stl({ values: [1], period: 2, periodic: false as unknown as true })).toThrow(/periodic must be true/);
    expect(() => stl({ values: [1], period: 1 })).toThrow(/period/);
  });
});
