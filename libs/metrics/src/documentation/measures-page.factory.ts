import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sourceOf } from './source-comments.factory.js';

/** What every explanation of a measure answers, in this order, by language. */
const LABELS = {
  en: ['What it says.', 'Use it when', 'Not when', 'Reading the interval.', 'Source.'],
  'zh-CN': ['反映什么。', '适用。', '不适用。', '区间怎么读。', '出处。'],
} as const;

/** The languages of the pages. */
export type Language = keyof typeof LABELS;
export const LANGUAGES = Object.keys(LABELS) as Language[];

/** The text of each section of a page by the function that its heading names; empty when there is no such page. */
export function sectionsOf(area: string, language: Language): Map<string, string> {
  const name = language === 'en' ? `${area}.md` : `${area}.${language}.md`;
  const path = fileURLToPath(new URL(`../../../../docs/measures/${name}`, import.meta.url));
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const parts = text.split(/^### `(\w+)`.*$/m).slice(1);
  return new Map(parts.flatMap((part, i) => (i % 2 ? [] : [[part, parts[i + 1]!.trim()] as [string, string]])));
}

/** What a section lacks: one of the five paragraphs, words in it, or the citation of the doc comment. */
export function problemsOf(section: string | undefined, comment: string, language: Language): string[] {
  const paragraphs = (section ?? '').split(/\n\n+/);
  const labels = paragraphs.map((paragraph) => /^\*\*(.+?)\*\*/.exec(paragraph)?.[1] ?? '');
  const texts = paragraphs.map((paragraph) => paragraph.replace(/^\*\*.+?\*\* ?/, '').trim());
  return [
    ...(labels.join() === LABELS[language].join() ? [] : [`paragraphs: ${labels.join(' ')}`]),
    ...labels.filter((_, i) => texts[i]!.length <= 5).map((label) => `nothing under ${label}`),
    ...(texts.at(-1) === sourceOf(comment) ? [] : [`source: ${texts.at(-1)}`]),
  ];
}
