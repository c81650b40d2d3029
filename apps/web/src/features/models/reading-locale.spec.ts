import { readingLocale } from './reading-locale.js';

describe('readingLocale', () => {
  it.each([
    ['zh-CN', 'en', 'zh-CN'],
    ['fr', 'zh-CN', 'zh-CN'],
    [undefined, 'zh-TW', 'zh-CN'],
    [undefined, 'de', 'en'],
  ])('asked %s by a reader of %s gives %s', (asked, reader, locale) => {
    expect(readingLocale(['en', 'zh-CN'], asked, reader)).toBe(locale);
  });
});
