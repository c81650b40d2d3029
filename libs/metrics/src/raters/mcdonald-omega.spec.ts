import fc from 'fast-check';
import { attitude } from '../reference/attitude.factory.js';
import { cronbachAlpha } from './cronbach-alpha.js';
import { mcdonaldOmega } from './mcdonald-omega.js';

// R's `ability.cov` (Smith & Stanley 1983): covariances of six tests.
const abilities = [
  [24.641, 5.991, 33.52, 6.023, 20.755, 29.701],
  [5.991, 6.7, 18.137, 1.782, 4.936, 7.204],
  [33.52, 18.137, 149.831, 19.424, 31.43, 50.753],
  [6.023, 1.782, 19.424, 12.711, 4.757, 9.075],
  [20.755, 4.936, 31.43, 4.757, 52.604, 66.762],
  [29.701, 7.204, 50.753, 9.075, 66.762, 135.292],
];

/** Data whose sample covariances are exactly those given: uncorrelated cosine columns times the Cholesky factor. */
function dataWith(covariance: readonly (readonly number[])[], n: number): number[][] {
  const factor = covariance.map(() => covariance.map(() => 0));
  covariance.forEach((row, i) => {
    for (let j = 0; j <= i; j += 1) {
      let rest = row[j]!;
      for (let m = 0; m < j; m += 1) rest -= factor[i]![m]! * factor[j]![m]!;
      factor[i]![j] = i === j ? Math.sqrt(rest) : rest / factor[j]![j]!;
    }
  });
  return Array.from({ length: n }, (_, row) => {
    const z = covariance.map(
      (_unused, j) => Math.SQRT2 * Math.sqrt((n - 1) / n) * Math.cos((Math.PI * (j + 1) * (2 * row + 1)) / (2 * n)),
    );
    return factor.map((line) => line.reduce((sum, entry, j) => sum + entry * z[j]!, 0));
  });
}

describe('mcdonaldOmega', () => {
  // R: factanal(factors = 1, covmat = ability.cov) prints uniquenesses 0.535 0.853 0.748 0.910 0.232 0.280.
  it('finds the loadings that R documents for the ability data', () => {
    const { loadings } = mcdonaldOmega({ data: dataWith(abilities, 112) });
    expect(loadings.map((loading) => (1 - loading! ** 2).toFixed(3))).toEqual(
      '0.535 0.853 0.748 0.910 0.232 0.280'.split(' '),
    );
  });

  it('recovers a one-factor model that fits exactly, with the omega of its parameters', () => {
    const lambda = [0.9, 1.2, 0.4, 2];
    const theta = [0.5, 1, 0.7, 3];
    const covariance = lambda.map((a, i) => lambda.map((b, j) => a * b + (i === j ? theta[i]! : 0)));
    const { omega, loadings } = mcdonaldOmega({ data: dataWith(covariance, 50) });
    expect(omega).toBeCloseTo(4.5 ** 2 / (4.5 ** 2 + 5.2), 10);
    loadings.forEach((loading, i) => expect(loading).toBeCloseTo(lambda[i]! / Math.sqrt(covariance[i]![i]!), 9));
  });

  it('equals alpha when loadings and error variances are equal', () => {
    const data = dataWith(
      [
        [2, 1, 1],
        [1, 2, 1],
        [1, 1, 2],
      ],
      20,
    );
    expect(mcdonaldOmega({ data }).omega).toBeCloseTo(cronbachAlpha({ data }).alpha!, 11);
    expect(mcdonaldOmega({ data }).omega).toBeCloseTo(0.75, 11);
  });

  it('is not below alpha for the attitude data, and follows a turned item with its sign', () => {
    const { omega, loadings } = mcdonaldOmega({ data: attitude });
    expect(omega).toBeGreaterThan(cronbachAlpha({ data: attitude }).alpha!);
    const turned = mcdonaldOmega({ data: attitude.map((row) => row.map((x, j) => (j === 5 ? -x : x))) });
    expect(turned.loadings[5]).toBeCloseTo(-loadings[5]!, 8);
    expect(turned.loadings[0]).toBeCloseTo(loadings[0]!, 8);
  });

  it('is a maximum: no model near it fits better', () => {
    const { loadings } = mcdonaldOmega({ data: attitude });
    const k = loadings.length;
    const n = attitude.length;
    const columns = Array.from({ length: k }, (_, j) => attitude.map((row) => row[j]!));
    const mean = columns.map((column) => column.reduce((sum, x) => sum + x, 0) / n);
    const cov = (i: number, j: number) =>
      columns[i]!.reduce((sum, x, r) => sum + (x - mean[i]!) * (columns[j]![r]! - mean[j]!), 0);
    const r = (i: number, j: number) => cov(i, j) / Math.sqrt(cov(i, i) * cov(j, j));
    // ln|Σ| + tr(RΣ⁻¹) for Σ = λλ' + Ψ, by the determinant lemma and the Sherman–Morrison formula.
    const discrepancy = (lambda: number[], psi: number[]) => {
      const common = 1 + lambda.reduce((sum, l, i) => sum + l ** 2 / psi[i]!, 0);
      const log = psi.reduce((sum, p) => sum + Math.log(p), 0) + Math.log(common);
      let trace = 0;
      for (let i = 0; i < k; i += 1) {
        for (let j = 0; j < k; j += 1) {
          const inverse = (i === j ? 1 / psi[i]! : 0) - (lambda[i]! * lambda[j]!) / (psi[i]! * psi[j]! * common);
          trace += r(i, j) * inverse;
        }
      }
      return log + trace;
    };
    const best = loadings as number[];
    const psi = best.map((loading) => 1 - loading ** 2);
    const optimum = discrepancy(best, psi);
    for (let i = 0; i < k; i += 1) {
      for (const step of [-1e-3, 1e-3]) {
        expect(
          discrepancy(
            best.map((l, j) => (i === j ? l + step : l)),
            psi,
          ),
        ).toBeGreaterThan(optimum);
        expect(
          discrepancy(
            best,
            psi.map((p, j) => (i === j ? p + step : p)),
          ),
        ).toBeGreaterThan(optimum);
      }
    }
  });

  it('has no value where the model cannot be estimated', () => {
    expect(
      mcdonaldOmega({
        data: [
          [1, 2],
          [2, 3],
          [3, 5],
        ],
      }),
    ).toEqual({ omega: null, loadings: [null, null] });
    expect(mcdonaldOmega({ data: [] })).toEqual({ omega: null, loadings: [] });
    expect(mcdonaldOmega({ data: attitude.map((row) => [...row.slice(0, 3), 4]) }).omega).toBeNull();
    expect(mcdonaldOmega({ data: attitude.map((row) => [...row.slice(0, 3), row[0]!]) }).omega).toBeNull();
    expect(mcdonaldOmega({ data: attitude.slice(0, 5) }).omega).toBeNull();
    // r12·r13/r23 > 1: the first item would have to share more than its whole variance.
    expect(
      mcdonaldOmega({
        data: dataWith(
          [
            [1, 0.8, 0.8],
            [0.8, 1, 0.4],
            [0.8, 0.4, 1],
          ],
          30,
        ),
      }).omega,
    ).toBeNull();
  });

  // r12·r13/r23 < 0: with three items the model fits exactly, and only with a negative error variance (lavaan 0.6-14:
  // θ₁ = −0.129; factanal stops at its lower bound).
  it('does not take the slow approach to an error variance of 0 for an optimum', () => {
    const data = [
      [4, 4, 4],
      [3, 1, 3],
      [4, 4, 2],
      [4, 3, 3],
      [5, 3, 3],
      [4, 4, 4],
      [4, 3, 3],
      [3, 2, 5],
      [2, 2, 3],
    ];
    expect(mcdonaldOmega({ data })).toEqual({ omega: null, loadings: [null, null, null] });
  });

  it('drops incomplete rows and refuses ragged ones', () => {
    const gap = [...attitude, [50, null, 50, 50, 50, 50, 50]];
    expect(mcdonaldOmega({ data: gap })).toEqual(mcdonaldOmega({ data: attitude }));
    expect(() => mcdonaldOmega({ data: [[1, 2, 3], [1]] })).toThrow(/data\[1\]/);
  });

  it('does not change with order, shift or a common scale', () => {
    const sample = fc.array(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 4, maxLength: 4 }), {
      minLength: 15,
      maxLength: 40,
    });
    fc.assert(
      fc.property(sample, (data) => {
        // A common part makes one factor likely; where there is none the model is null for both.
        const scale = data.map((row) => row.map((x) => x + row[0]! * 2));
        const original = mcdonaldOmega({ data: scale });
        const moved = mcdonaldOmega({ data: scale.toReversed().map((row) => row.map((x) => 10 - 3 * x)) });
        if (original.omega === null || moved.omega === null) return;
        expect(moved.omega).toBeCloseTo(original.omega, 6);
        expect(original.omega).toBeGreaterThanOrEqual(0);
        expect(original.omega).toBeLessThanOrEqual(1);
      }),
      { numRuns: 30 },
    );
  });
});
