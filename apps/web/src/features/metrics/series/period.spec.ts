import { drawable, isGap, lengthOf, momentsOf, periodOf, referenceOf, stillRuns } from './period.js';

describe('the period of a series', () => {
  it('is a year up to today where the address says nothing, or nonsense', () => {
    expect(periodOf({}, '2026-11-22')).toEqual({ fromDay: '2025-11-23', toDay: '2026-11-22' });
    expect(periodOf({ from: '2026-12-24', to: '2026-11-22' }, '2026-11-22').fromDay).toBe('2025-11-23');
    expect(lengthOf(periodOf({}, '2026-11-22'))).toBe(365);
  });

  it('is compared with as many days before, or with the same days of last year', () => {
    const march = { fromDay: '2024-02-29', toDay: '2024-03-30' };
    expect(referenceOf(march, 'previous')).toEqual({ fromDay: '2024-01-29', toDay: '2024-02-28' });
    expect(referenceOf(march, 'year')).toEqual({ fromDay: '2023-02-28', toDay: '2023-03-30' });
  });

  it.each([
    ['MONTH', '2026-02-01', '2026-02-28T23:59', true],
    ['MONTH', '2026-02-01', '2026-03-01T00:00', false],
    ['QUARTER', '2026-10-01', '2026-12-31T23:00', true],
    ['QUARTER', '2026-10-01', '2027-01-01T00:00', false],
    ['WEEK', '2026-11-16', '2026-11-22T10:00', true],
    ['WEEK', '2026-11-09', '2026-11-22T10:00', false],
    ['DAY', '2026-11-22', '2026-11-22T10:00', true],
    ['HOUR', '2026-11-22T08:00', '2026-11-22T09:00', false],
  ] as const)('a %s from %s at %s still runs: %s', (grain, begins, now, runs) => {
    expect(
      stillRuns(Date.parse(`${begins}${begins.includes('T') ? '' : 'T00:00'}Z`), grain, Date.parse(`${now}Z`)),
    ).toBe(runs);
  });

  it('begins and ends by the organisation’s clock, also on days of 23 and 25 hours', () => {
    const day = (fromDay: string) => momentsOf({ fromDay, toDay: fromDay }, 'Europe/Berlin');
    expect(day('2026-03-29')).toEqual({ from: '2026-03-28T23:00:00.000Z', to: '2026-03-29T22:00:00.000Z' });
    expect(day('2026-10-25')).toEqual({ from: '2026-10-24T22:00:00.000Z', to: '2026-10-25T23:00:00.000Z' });
  });

  it('is drawn at a grain that leaves few enough points', () => {
    expect(drawable({ fromDay: '2026-01-01', toDay: '2026-01-31' })).toBe('HOUR');
    expect(drawable({ fromDay: '2024-01-01', toDay: '2026-01-31' })).toBe('DAY');
    expect(drawable({ fromDay: '2016-01-01', toDay: '2026-01-31' })).toBe('WEEK');
  });

  it('has a gap where a bucket is missing and none where a clock or a month is long', () => {
    const hour = 3_600_000;
    expect(isGap(0, 25 * hour, 'DAY')).toBe(false);
    expect(isGap(0, 48 * hour, 'DAY')).toBe(true);
    expect(isGap(0, 31 * 24 * hour, 'MONTH')).toBe(false);
    expect(isGap(0, 59 * 24 * hour, 'MONTH')).toBe(true);
    expect(isGap(0, 2 * hour, 'HOUR')).toBe(true);
  });
});
