import {
  ces,
  csat,
  meanInterval,
  mergeNpsCounts,
  mergeRatingCounts,
  mergeValueSums,
  nps,
  npsCounts,
  npsDifference,
  npsScoreInterval,
  ratingCounts,
  segmentsSuppression,
  servqual,
  twoProportions,
  valueSums,
  welchT,
  wilsonInterval,
} from '@touchstone/metrics';
import { measure, randomInteger, randomNumbers } from './harness.mjs';

const random = randomNumbers();
const ratings = (n, low, high) =>
  Array.from({ length: n }, () => (random() < 0.02 ? null : randomInteger(random, low, high)));
const reals = (n) => Array.from({ length: n }, () => random() * 100 - 20);
/** A call with other arguments each time, n times. */
const calls = (n, call) => () => {
  let result;
  for (let i = 0; i < n; i += 1) result = call(i);
  return result;
};

const million = 1e6;
const overRatings = (low, high, work) => (n) => {
  const list = ratings(n, low, high);
  return () => work(list);
};

measure({ name: 'nps', n: million, goal: 5, candidate: overRatings(0, 10, (scores) => nps({ scores })) });
measure({ name: 'csat', n: million, goal: 5, candidate: overRatings(1, 5, (list) => csat({ ratings: list })) });
measure({ name: 'ces', n: million, candidate: overRatings(1, 7, (list) => ces({ ratings: list })) });
measure({ name: 'npsCounts', n: million, candidate: overRatings(0, 10, (scores) => npsCounts({ scores })) });
measure({ name: 'ratingCounts', n: million, candidate: overRatings(1, 5, (list) => ratingCounts({ ratings: list })) });
measure({
  name: 'mergeNpsCounts of n parts',
  n: 1e4,
  candidate: (n) => {
    const parts = Array.from({ length: n }, () => npsCounts({ scores: ratings(10, 0, 10) }));
    return () => parts.reduce((a, b) => mergeNpsCounts({ a, b }));
  },
});
measure({
  name: 'mergeRatingCounts of n parts',
  n: 1e4,
  candidate: (n) => {
    const parts = Array.from({ length: n }, () => ratingCounts({ ratings: ratings(10, 1, 5) }));
    return () => parts.reduce((a, b) => mergeRatingCounts({ a, b }));
  },
});
measure({
  name: 'meanInterval',
  n: million,
  candidate: (n) => {
    const values = reals(n);
    return () => meanInterval({ values });
  },
});
measure({
  name: 'valueSums',
  n: million,
  candidate: (n) => {
    const values = reals(n);
    return () => valueSums({ values });
  },
});
measure({
  name: 'mergeValueSums of n parts',
  n: 1e4,
  candidate: (n) => {
    const parts = Array.from({ length: n }, () => valueSums({ values: reals(10) }));
    return () => parts.reduce((a, b) => mergeValueSums({ a, b }));
  },
});
measure({
  name: 'welchT',
  n: million,
  candidate: (n) => {
    const [a, b] = [reals(n / 2), reals(n / 2)];
    return () => welchT({ a, b });
  },
});
measure({
  name: 'segmentsSuppression, 50 segments',
  n: million,
  candidate: (n) => {
    const records = ratings(n, 0, 10).map((score) => ({ segment: `s${randomInteger(random, 1, 50)}`, score }));
    return () => segmentsSuppression({ records, minN: 5 });
  },
});
measure({
  name: 'servqual, n respondents',
  n: 1e4,
  cells: (n) => 44 * n,
  candidate: (n) => {
    const points = { tangibles: 11, reliability: 32, responsiveness: 22, assurance: 19, empathy: 16 };
    const respondents = Array.from({ length: n }, () => ({
      expectations: ratings(22, 1, 7),
      perceptions: ratings(22, 1, 7),
      points,
    }));
    return () => servqual({ respondents });
  },
});
measure({
  name: 'wilsonInterval, n calls',
  n: 1e4,
  candidate: (n) => calls(n, (i) => wilsonInterval({ successes: i % 100, n: 120 })),
});
measure({
  name: 'twoProportions, n calls',
  n: 1e4,
  candidate: (n) => calls(n, (i) => twoProportions({ x1: i % 100, n1: 120, x2: i % 70, n2: 90 })),
});
measure({
  name: 'npsDifference, n calls',
  n: 1e4,
  candidate: (n) =>
    calls(n, (i) =>
      npsDifference({
        a: { detractors: i % 50, passives: 20, promoters: 30 },
        b: { detractors: 20, passives: i % 60, promoters: 30 },
      }),
    ),
});
measure({
  name: 'npsScoreInterval, n calls',
  n: 1e3,
  candidate: (n) => calls(n, (i) => npsScoreInterval({ counts: { detractors: i % 50, passives: 20, promoters: 30 } })),
});
