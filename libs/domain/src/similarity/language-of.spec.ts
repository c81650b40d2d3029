import { languageOf } from './index.js';

describe('languageOf', () => {
  it.each([
    ['手机银行登录不了', 'zh'],
    ['APP 闪退，无法登录', 'zh'],
    ['アプリにログインできません', 'ja'],
    ['앱이 자꾸 꺼져요', 'ko'],
    ['The app keeps crashing', 'und'],
    ['The sign 出口 at the branch is hard to find', 'und'],
    ['… 12', 'und'],
  ])('%s: %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});
