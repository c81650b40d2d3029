import { formatsFor } from './format.js';
import { pickText } from './localized-text.js';

describe('formatsFor', () => {
  it('shows an instant in the organisation’s zone, not the reader’s', () => {
    expect(formatsFor('en', 'Asia/Shanghai').date('2026-03-31T20:00:00Z')).toBe('1 Apr 2026');
    expect(formatsFor('en', 'America/New_York').date('2026-03-31T20:00:00Z')).toBe('31 Mar 2026');
  });

  it('never shifts a calendar date', () => {
    expect(formatsFor('en', 'America/New_York').date('2026-04-01')).toBe('1 Apr 2026');
    expect(formatsFor('zh-CN', 'Asia/Shanghai').date('2026-04-01')).toBe('2026年4月1日');
  });

  it.each([
    [1180 / 1_570_000, 0, '0.075%'],
    [0.004, 0, '0.4%'],
    [0.00996, 1, '1%'],
    [0.494, 0, '49%'],
    [0.494, 1, '49.4%'],
    [0, 0, '0%'],
    [-0.26, 0, '−26%'],
  ])('shows a share of %p with %p digits as %s', (share, digits, expected) => {
    expect(formatsFor('en', 'UTC').percent(share, digits)).toBe(expected);
  });

  it('leaves no doubt about midnight', () => {
    expect(formatsFor('en', 'UTC').dateTime('2026-12-13T00:00:00Z')).toBe('13 Dec 2026, 00:00');
  });

  it.each([
    ['2026-01-01T11:59:30Z', '30 seconds ago'],
    ['2026-01-01T09:00:00Z', '3 hours ago'],
    ['2026-01-01T12:00:00Z', 'now'],
    ['2025-12-31T11:00:00Z', '1 day ago'],
    ['2026-01-03T08:00:00Z', 'in 1 day'],
    ['2026-01-15T08:00:00Z', 'in 13 days'],
    ['2026-01-23T12:00:00Z', 'in 3 weeks'],
    ['2025-11-20T12:00:00Z', '6 weeks ago'],
    ['2024-01-01T12:00:00Z', '2 years ago'],
  ])('says %s as %s', (instant, expected) => {
    expect(formatsFor('en', 'UTC').relative(instant, Date.parse('2026-01-01T12:00:00Z'))).toBe(expected);
  });
});

describe('pickText', () => {
  it.each([
    ['zh-CN', '体验'],
    ['zh-TW', '体验'],
    ['en-GB', 'Experience'],
    ['fr', 'Experience'],
  ])('gives a reader of %s %s', (locale, expected) => {
    expect(pickText({ en: 'Experience', 'zh-CN': '体验' }, locale)).toBe(expected);
  });

  it('gives what there is rather than nothing', () => {
    expect(pickText({ 'zh-CN': '体验' }, 'en')).toBe('体验');
    expect(pickText(null, 'en')).toBe('');
  });
});
