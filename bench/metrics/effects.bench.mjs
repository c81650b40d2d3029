import {
  benjaminiHochberg,
  bootstrapCi,
  differenceInDifferences,
  differenceInDifferencesSummary,
  estimateDifference,
  estimateInterval,
  its,
} from '@touchstone/metrics';
import { measure, randomNumbers } from './harness.mjs';

const random = randomNumbers();
const reals = (n) => Array.from({ length: n }, () => random() * 100 - 20);

measure({
  name: 'its',
  n: 1e4,
  candidate: (n) => {
    const values = reals(n);
    return () => its({ values, interventionIndex: n / 2 });
  },
});
measure({
  name: 'differenceInDifferences',
  n: 1e6,
  candidate: (n) => {
    const [treatPre, treatPost, controlPre, controlPost] = [0, 1, 2, 3].map(() => reals(n / 4));
    return () => differenceInDifferences({ treatPre, treatPost, controlPre, controlPost });
  },
});
measure({
  name: 'differenceInDifferencesSummary, n calls',
  n: 1e4,
  candidate: (n) => () => {
    let result;
    const cell = { mean: 5, se: 1 };
    for (let i = 0; i < n; i += 1) {
      const treatPost = { mean: i, se: 1 };
      result = differenceInDifferencesSummary({ treatPre: cell, treatPost, controlPre: cell, controlPost: cell });
    }
    return result;
  },
});
for (const [name, call] of [
  ['estimateInterval', (i) => estimateInterval({ value: i, se: 1, df: 9 })],
  ['estimateDifference', (i) => estimateDifference({ a: { value: i, se: 1, df: 9 }, b: { value: 5, se: 2, df: 4 } })],
]) {
  measure({
    name: `${name}, n calls`,
    n: 1e4,
    candidate: (n) => () => {
      let result;
      for (let i = 0; i < n; i += 1) result = call(i);
      return result;
    },
  });
}
measure({
  name: 'benjaminiHochberg, n tests',
  n: 1e5,
  candidate: (n) => {
    const pValues = Array.from({ length: n }, () => random());
    return () => benjaminiHochberg({ pValues, q: 0.05 });
  },
});
for (const statistic of ['mean', 'median']) {
  measure({
    name: `bootstrapCi of a ${statistic}, n observations × 1000 resamples`,
    n: 1e4,
    cells: (n) => 1000 * n,
    candidate: (n) => {
      const data = reals(n);
      return () => bootstrapCi({ data, statistic, minB: 1000 });
    },
  });
}
measure({
  name: 'bootstrapCi of n replicates',
  n: 1e5,
  candidate: (n) => {
    const replicates = reals(n);
    return () => bootstrapCi({ replicates, estimate: 30, jackknife: replicates.slice(0, 100) });
  },
});
