import {
  changePointMultiple,
  changePointSingle,
  cusum,
  ewma,
  laneyP,
  pChart,
  runRules,
  seasonalDecomposition,
  stl,
  uChart,
  xmr,
} from '@touchstone/metrics';
import { measure, randomInteger, randomNumbers } from './harness.mjs';

const random = randomNumbers();
/** Noise around 0, close to normal. */
const noise = (n) => Array.from({ length: n }, () => random() + random() + random() - 1.5);
const over = (series, work) => (n) => {
  const values = series(n);
  return () => work(values);
};
const subgroups = (work) => (n) => {
  const sizes = Array.from({ length: n }, () => randomInteger(random, 50, 500));
  const counts = sizes.map((size) => Math.floor(size * (0.1 + 0.1 * random())));
  return () => work({ counts, sizes });
};

const rules = [
  'beyond-3s',
  '9-same-side',
  '6-trend',
  '14-alternating',
  '2of3-beyond-2s',
  '4of5-beyond-1s',
  '15-within-1s',
  '8-outside-1s',
];

measure({ name: 'xmr', n: 1e5, candidate: over(noise, (values) => xmr({ values })) });
measure({ name: 'pChart', n: 1e5, cells: (n) => 2 * n, candidate: subgroups(pChart) });
measure({ name: 'uChart', n: 1e5, cells: (n) => 2 * n, candidate: subgroups(uChart) });
measure({ name: 'laneyP', n: 1e5, cells: (n) => 2 * n, candidate: subgroups(laneyP) });
measure({ name: 'cusum', n: 1e5, candidate: over(noise, (values) => cusum({ values, target: 0, k: 0.25, h: 2.5 })) });
measure({
  name: 'ewma',
  n: 1e5,
  candidate: over(noise, (values) => ewma({ values, lambda: 0.2, target: 0, sigma: 0.5, L: 3 })),
});
measure({
  name: 'runRules, all of Nelson',
  n: 1e5,
  candidate: over(noise, (values) => runRules({ values, center: 0, sigma: 0.5, rules })),
});
measure({ name: 'changePointSingle', n: 1e5, candidate: over(noise, (values) => changePointSingle({ values })) });
// Where nothing changes is the hard case: without a change, pruning by inequality alone drops nothing.
const penalty = (n) => 0.5 * Math.log(n);
for (const [what, series] of [
  ['nothing changes', noise],
  ['a shift every 200 points', (n) => noise(n).map((value, i) => value + 3 * (Math.floor(i / 200) % 2))],
  ['a slow trend', (n) => noise(n).map((value, i) => value + i / 1000)],
]) {
  measure({
    name: `changePointMultiple, ${what}`,
    n: 1e5,
    candidate: over(series, (values) => changePointMultiple({ values, penalty: penalty(values.length) })),
  });
}
measure({
  name: 'seasonalDecomposition, period 12',
  n: 1e5,
  candidate: over(noise, (values) => seasonalDecomposition({ values, period: 12 })),
});
measure({
  name: 'seasonalDecomposition, period n/4',
  n: 1e5,
  candidate: over(noise, (values) => seasonalDecomposition({ values, period: Math.floor(values.length / 4) })),
});
measure({ name: 'stl, period 12', n: 1e4, candidate: over(noise, (values) => stl({ values, period: 12 })) });
measure({
  name: 'stl, period n/4',
  n: 1e4,
  candidate: over(noise, (values) => stl({ values, period: Math.floor(values.length / 4) })),
});
