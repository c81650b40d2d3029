import { TimeReader } from './read-time.js';

const read = (text: string): string | undefined => {
  const at = new TimeReader('UTC', null).read(text);
  return typeof at === 'number' ? new Date(at).toISOString().slice(0, 10) : undefined;
};

describe('months and quarters that head the columns of a time series', () => {
  it.each([
    ['2026-01', '2026-01-01'],
    ['2026/1', '2026-01-01'],
    ['01/2026', '2026-01-01'],
    ['1/2026', '2026-01-01'],
    ['12.2026', '2026-12-01'],
    ['Jan 2026', '2026-01-01'],
    ['JAN-2026', '2026-01-01'],
    ['january 2026', '2026-01-01'],
    ['Sept. 2026', '2026-09-01'],
    ['2026 May', '2026-05-01'],
    ['Jan-26', '2026-01-01'],
    ['Dec ’25', '2025-12-01'],
    ['2026年1月', '2026-01-01'],
    ['2026年01月', '2026-01-01'],
    ['２０２６年十二月', '2026-12-01'],
    ['Q1 2026', '2026-01-01'],
    ['q4/2025', '2025-10-01'],
    ['2026Q2', '2026-04-01'],
    ['2026-Q3', '2026-07-01'],
    ['3Q 2026', '2026-07-01'],
    ['2026年第二季度', '2026-04-01'],
    ['2026年3季度', '2026-07-01'],
  ])('%s begins on %s', (text, day) => {
    expect(read(text)).toBe(day);
  });

  it.each([
    ...['13/2026', '00/2026', '2026-13', '2026年十三月', 'Q5 2026', '01/26', 'Jan', '2026', 'May', 'Mayor 2026'],
    ...['Marriage 2026', 'Jan 2026 total', '1 2', 'wifi', '满意度', '第一季度', '2026年', `Jan${' '.repeat(40)}2026`],
  ])('%s is no period', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('follow the clock of the organisation', () => {
    expect(new TimeReader('Asia/Shanghai', null).read('Mar 2026')).toBe(Date.UTC(2026, 1, 28, 16));
  });
});
