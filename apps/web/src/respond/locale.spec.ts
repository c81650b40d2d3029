import { formatDate, initialLocale, localized, offeredLocales, pageLocale, regionOf } from './locale.js';
import { questionnaire } from './questionnaire.fixture.js';
import { estimatedMinutes } from './reading-time.js';

describe('initialLocale', () => {
  const cases: [string, string | undefined, string[], string[], string][] = [
    ['what was chosen before wins', 'zh-CN', ['en-GB'], ['en'], 'zh-CN'],
    ['the browser speaks a page language', undefined, ['en-GB'], ['zh-CN'], 'en'],
    ['the browser speaks a region of one', undefined, ['zh-Hans-CN'], ['en'], 'zh-CN'],
    ['a language only the model has', undefined, ['de-CH'], ['en', 'de'], 'de'],
    ['the second preference counts', undefined, ['fi', 'zh-TW'], ['en'], 'zh-CN'],
    ['nothing fits: the model leads', undefined, ['fi'], ['zh-CN', 'en'], 'zh-CN'],
  ];
  it.each(cases)('%s', (_, remembered, browser, model, expected) => {
    expect(initialLocale(remembered, browser, model)).toBe(expected);
  });
});

describe('localized', () => {
  it('names the language that the text is really in', () => {
    expect(localized({ en: 'Goal', 'zh-CN': '目标' }, 'zh-TW')).toEqual({ text: '目标', lang: 'zh-CN' });
    expect(localized({ en: 'Goal', 'zh-CN': '' }, 'zh-CN')).toEqual({ text: 'Goal', lang: 'en' });
    expect(localized({ de: 'Ziel' }, 'zh-CN')).toEqual({ text: 'Ziel', lang: 'de' });
    expect(localized(undefined, 'en')).toEqual({ text: '', lang: 'en' });
  });
});

it('offers the page languages and the model languages once each', () => {
  expect(offeredLocales(['zh-CN', 'de'])).toEqual(['en', 'zh-CN', 'de']);
  expect(pageLocale('de')).toBe('en');
  expect(pageLocale('zh-TW')).toBe('zh-CN');
});

it('writes dates as the region does that the browser names', () => {
  expect(formatDate('2026-12-01', regionOf('en', ['zh-CN', 'en-GB']))).toBe('1 December 2026');
  expect(regionOf('zh-CN', ['en-GB'])).toBe('zh-CN');
});

it('does not shift a calendar date by the time zone', () => {
  expect(formatDate('2026-12-01', 'en')).toBe('December 1, 2026');
  expect(formatDate('2026-12-01', 'zh-CN')).toBe('2026年12月1日');
});

it('estimates longer for longer texts and never below a minute', () => {
  expect(estimatedMinutes({ description: {}, levels: [], dimensions: [] }, 'en')).toBe(1);
  const long = {
    ...questionnaire,
    dimensions: questionnaire.dimensions.map((dimension) => ({
      ...dimension,
      practices: dimension.practices.map((practice) => ({ ...practice, description: { en: 'word '.repeat(1300) } })),
    })),
  };
  // Three practices of five minutes each, four decisions of ten seconds.
  expect(estimatedMinutes(long, 'en')).toBe(20);
});
