import { digestIsDue } from './digest.js';

const MONDAY = '2026-11-16';
const TUESDAY = '2026-11-17';
const SATURDAY = '2026-11-21';
const SUNDAY = '2026-11-22';

describe('a weekly digest', () => {
  it.each([
    ['on the first day of the week', MONDAY, null, 1, true],
    ['on another day to somebody who never had one', TUESDAY, null, 1, false],
    ['a second time on one day', MONDAY, MONDAY, 1, false],
    ['later in the week where Monday was missed', TUESDAY, '2026-11-09', 1, true],
    ['again in a week that had its letter', SATURDAY, MONDAY, 1, false],
    ['a week after the last', MONDAY, '2026-11-09', 1, true],
    ['on a Sunday where weeks begin then', SUNDAY, '2026-11-15', 7, true],
    ['on a Saturday where weeks begin then and none came before', SATURDAY, null, 6, true],
  ])('%s', (_, today, lastOn, weekStart, due) => expect(digestIsDue('weekly', today, lastOn, weekStart)).toBe(due));
});

it.each([
  [MONDAY, null, true],
  [TUESDAY, MONDAY, true],
  [TUESDAY, TUESDAY, false],
  [SATURDAY, TUESDAY, false],
  [SUNDAY, null, false],
])('a digest of working days on %s after %s', (today, lastOn, due) =>
  expect(digestIsDue('working_days', today, lastOn, 7)).toBe(due),
);

it('nobody who wants none gets one', () => expect(digestIsDue('none', MONDAY, null, 1)).toBe(false));
