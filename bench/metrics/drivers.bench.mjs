import {
  correlation,
  ipa,
  kano,
  lmgShapley,
  penaltyReward,
  regressionStandardized,
  relativeWeights,
} from '@touchstone/metrics';
import { measure, randomInteger, randomNumbers } from './harness.mjs';

const random = randomNumbers();
const reals = (n) => Array.from({ length: n }, () => random() * 10);

/** Predictors that share something, and a response that depends on all of them. */
function survey(n, predictors) {
  const X = Array.from({ length: n }, () => {
    const shared = random() * 3;
    return Array.from({ length: predictors }, () => shared + random() * 4);
  });
  return { y: X.map((row) => row.reduce((sum, x, j) => sum + x / (j + 1), random() * 5)), X };
}

/** Correlations among k predictors and with a response. */
function correlations(k) {
  const rxx = Array.from({ length: k }, (_, i) => Array.from({ length: k }, (_, j) => (i === j ? 1 : 0.4)));
  return { rxx, rxy: rxx.map((_, j) => 0.3 + 0.02 * j) };
}

const names = Array.from({ length: 12 }, (_, j) => `x${j}`);
const cells = (n) => 13 * n;

measure({
  name: 'correlation (Pearson, Spearman, Kendall), n pairs',
  n: 1e5,
  cells: (n) => 2 * n,
  candidate: (n) => {
    const input = { x: reals(n), y: reals(n) };
    return () => correlation(input);
  },
});
measure({
  name: 'regressionStandardized, n × 12',
  n: 1e5,
  cells,
  candidate: (n) => {
    const input = { names, ...survey(n, 12) };
    return () => regressionStandardized(input);
  },
});
measure({
  name: 'relativeWeights, n × 12',
  n: 1e5,
  cells,
  candidate: (n) => {
    const input = survey(n, 12);
    return () => relativeWeights(input);
  },
});
measure({
  name: 'lmgShapley, n × 12',
  n: 1e5,
  cells,
  candidate: (n) => {
    const input = survey(n, 12);
    return () => lmgShapley(input);
  },
});
// The decomposition alone: n is the number of sub-models, 2^12 of 12 predictors and a tenth of them of 9.
measure({
  name: 'lmgShapley, 12 predictors from their correlations',
  n: 2 ** 12,
  candidate: (n) => {
    const input = correlations(Math.round(Math.log2(n)));
    return () => lmgShapley(input);
  },
});
measure({
  name: 'penaltyReward, n × 12',
  n: 2e4,
  cells,
  candidate: (n) => {
    const ratings = Array.from({ length: n }, () => names.map(() => randomInteger(random, 1, 5)));
    const overall = ratings.map((row) => row.reduce((sum, rating) => sum + rating, random() * 9));
    return () => penaltyReward({ names, overall, ratings, lowMax: 2, highMin: 4 });
  },
});
measure({
  name: 'ipa, n attributes',
  n: 1e5,
  cells: (n) => 2 * n,
  candidate: (n) => {
    const attributes = reals(n).map((importance, i) => ({ id: `a${i}`, importance, performance: random() }));
    return () => ipa({ attributes });
  },
});
measure({
  name: 'kano, n responses',
  n: 1e6,
  cells: (n) => 2 * n,
  candidate: (n) => {
    const answer = () => randomInteger(random, 1, 5);
    const responses = Array.from({ length: n }, () => ({ functional: answer(), dysfunctional: answer() }));
    return () => kano({ responses });
  },
});
