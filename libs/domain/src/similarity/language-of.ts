const count = (text: string, script: RegExp): number => text.match(script)?.length ?? 0;

/**
 * The language that a text's script gives away: Chinese, Japanese or Korean. A few words of another language in between do not
 * change it, as one character of these carries about what a word does elsewhere. Latin letters say nothing: `und`.
 */
export function languageOf(text: string): 'zh' | 'ja' | 'ko' | 'und' {
  const [han, kana, hangul] = [
    count(text, /\p{Script=Han}/gu),
    count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu),
    count(text, /\p{Script=Hangul}/gu),
  ];
  const words = count(text, /\p{Script=Latin}+/gu);
  if (han + kana + hangul <= words) return 'und';
  if (hangul > han + kana) return 'ko';
  return kana * 4 > han ? 'ja' : 'zh';
}
