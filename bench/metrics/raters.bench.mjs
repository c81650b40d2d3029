import {
  cronbachAlpha,
  iccMultilevel,
  iccShroutFleiss,
  kendallW,
  krippendorffAlpha,
  mcdonaldOmega,
  rwgAd,
  weightedKappa,
} from '@touchstone/metrics';
import { measure, randomInteger, randomNumbers } from './harness.mjs';

const random = randomNumbers();

/** Ratings of 1 to 5 that share something within a row, with a few missing. */
function table(rows, columns, missing = 0) {
  return Array.from({ length: rows }, () => {
    const level = randomInteger(random, 1, 4);
    return Array.from({ length: columns }, () => (random() < missing ? null : level + randomInteger(random, 0, 1)));
  });
}
const over = (columns, missing, work) => (n) => {
  const data = table(n, columns, missing);
  return () => work(data);
};

const items = 20;
const cells = (n) => items * n;

measure({
  name: 'cronbachAlpha, n × 20',
  n: 1e5,
  cells,
  candidate: over(items, 0.01, (data) => cronbachAlpha({ data })),
});
measure({
  name: 'cronbachAlpha pairwise, n × 20',
  n: 1e4,
  cells,
  candidate: over(items, 0.01, (data) => cronbachAlpha({ data, missing: 'pairwise' })),
});
measure({
  name: 'mcdonaldOmega, n × 20',
  n: 1e5,
  cells,
  candidate: over(items, 0.01, (data) => mcdonaldOmega({ data })),
});
measure({
  name: 'rwgAd, n × 20',
  n: 1e5,
  cells,
  candidate: over(items, 0.01, (ratings) => rwgAd({ ratings, categories: 5 })),
});
measure({
  name: 'iccShroutFleiss, n × 20',
  n: 1e5,
  cells,
  candidate: over(items, 0.01, (ratings) => iccShroutFleiss({ ratings })),
});
measure({
  name: 'iccMultilevel, n groups of 20',
  n: 5e4,
  cells,
  candidate: over(items, 0, (groups) => iccMultilevel({ groups })),
});
// Both sides of the table grow: 316 × 316 ratings and 1000 × 1000, n is the number of ratings.
for (const level of ['nominal', 'ordinal', 'interval', 'ratio']) {
  measure({
    name: `krippendorffAlpha ${level}, √n raters × √n units`,
    n: 1e6,
    candidate: (n) => {
      const side = Math.round(Math.sqrt(n));
      const ratings = table(side, side, 0.1);
      return () => krippendorffAlpha({ ratings, level });
    },
  });
}
measure({
  name: 'krippendorffAlpha ratio, 10 raters × n/10 units, all values different',
  n: 1e5,
  candidate: (n) => {
    const ratings = Array.from({ length: 10 }, () => Array.from({ length: n / 10 }, () => 100 * random()));
    return () => krippendorffAlpha({ ratings, level: 'ratio' });
  },
});
measure({
  name: 'kendallW, 100 raters × n objects',
  n: 1e4,
  cells: (n) => 100 * n,
  candidate: (n) => {
    const scores = table(100, n);
    return () => kendallW({ scores });
  },
});
measure({
  name: 'weightedKappa, n pairs',
  n: 1e6,
  candidate: (n) => {
    const [rater1, rater2] = [table(1, n)[0], table(1, n)[0]];
    return () => weightedKappa({ rater1, rater2, categories: [1, 2, 3, 4, 5], weights: 'quadratic' });
  },
});
