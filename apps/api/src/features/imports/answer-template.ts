import type { MaturityModel } from '@touchstone/domain';
import { importItems } from './item-names.js';

const HEADINGS = {
  en: { respondent: 'respondent', group: 'rater group', name: 'answers' },
  'zh-CN': { respondent: '答题人标识', group: '评价群体', name: '答案' },
};

/** The headings of a file that is understood as it is: a key, the group, and a column for every question. */
export function answerTemplate(model: MaturityModel, locale: string): { name: string; headings: string[] } {
  const language = locale.startsWith('zh') ? 'zh-CN' : 'en';
  const words = HEADINGS[language];
  const said = (text: Readonly<Record<string, string>>) => text[language] ?? text.en ?? Object.values(text)[0] ?? '';
  const questions = importItems(model)
    .filter(({ item }) => item.type !== 'text')
    .map(({ item, practice }) => said(practice.items.length === 1 ? practice.name : item.text) || item.id);
  return { name: `${words.name}.csv`, headings: [words.respondent, words.group, ...questions] };
}
