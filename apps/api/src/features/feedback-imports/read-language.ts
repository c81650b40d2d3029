import { plainName } from '../observations/index.js';

const NAMES: Readonly<Record<string, readonly string[]>> = {
  zh: ['chinese', 'mandarin', 'cantonese', '中文', '汉语', '简体中文', '繁体中文', '普通话', '粤语', 'cn'],
  en: ['english', '英文', '英语'],
  ja: ['japanese', '日语', '日文', '日本語', 'jp'],
  ko: ['korean', '韩语', '韩文', '한국어', 'kr'],
  fr: ['french', 'français', '法语'],
  de: ['german', 'deutsch', '德语'],
  es: ['spanish', 'español', '西班牙语'],
  pt: ['portuguese', 'português', '葡萄牙语'],
  it: ['italian', 'italiano', '意大利语'],
  ru: ['russian', 'русский', '俄语'],
  ar: ['arabic', 'العربية', '阿拉伯语'],
  he: ['hebrew', 'עברית', '希伯来语'],
  th: ['thai', 'ไทย', '泰语'],
  vi: ['vietnamese', 'tiếng việt', '越南语'],
  id: ['indonesian', 'bahasa indonesia', '印尼语'],
  ms: ['malay', 'bahasa melayu', '马来语'],
  hi: ['hindi', 'हिन्दी', '印地语'],
};
const BY_NAME = new Map(Object.entries(NAMES).flatMap(([code, names]) => names.map((name) => [plainName(name), code])));
const TAG = /^([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*$/;

/** The language that a cell names, by its code without region or script: zh-Hant and 中文 are zh. Null for what names none. */
export function languageCalled(cell: string): string | null {
  const name = plainName(cell);
  return BY_NAME.get(name) ?? TAG.exec(name)?.[1] ?? null;
}
