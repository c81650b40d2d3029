import { parsePercentage } from './percentage.js';

const cases: [string, number | null][] = [
  ['0', 0],
  [' 42 % ', 42],
  ['12,5', 12.5],
  ['７５％', 75],
  ['100', 100],
  ['100.1', null],
  ['-1', null],
  ['1e2', null],
  ['a lot', null],
  ['', null],
];
it.each(cases)('reads "%s" as %s', (typed, expected) => expect(parsePercentage(typed)).toBe(expected));
