import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as library from '../index.js';
import { AREAS, declarations, sourceOf } from './source-comments.factory.js';

const LABELS = {
  en: ['What it says.', 'Use it when', 'Not when', 'Reading the interval.', 'Source.'],
  'zh-CN': ['反映什么。', '适用。', '不适用。', '区间怎么读。', '出处。'],
} as const;
type Language = keyof typeof LABELS;

/** The page of an area, which has the name of its folder; empty when there is none. */
function page(area: string, language: Language): string {
  const name = language === 'en' ? `${area}.md` : `${area}.${language}.md`;
  const path = fileURLToPath(new URL(`../../../../docs/measures/${name}`, import.meta.url));
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** The text of each section of a page by the function that its heading names. */
function sectionsOf(text: string): Map<string, string> {
  const parts = text.split(/^### `(\w+)`.*$/m).slice(1);
  return new Map(parts.flatMap((part, i) => (i % 2 ? [] : [[part, parts[i + 1]!.trim()] as [string, string]])));
}

const areaOf = new Map(declarations().map(({ name, file, comment }) => [name, { area: file.split('/')[0]!, comment }]));
const functions = Object.entries(library).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));

describe.each(['en', 'zh-CN'] as const)('the pages on measures, %s', (language) => {
  const sections = new Map(AREAS.map((area) => [area, sectionsOf(page(area, language))]));

  it.each(functions)('explain %s', (name) => {
    const { area, comment } = areaOf.get(name)!;
    const section = sections.get(area)!.get(name);
    expect(section).toBeDefined();
    const paragraphs = section!.split(/\n\n+/);
    expect(paragraphs.map((paragraph) => /^\*\*(.+?)\*\*/.exec(paragraph)?.[1])).toEqual(LABELS[language]);
    for (const paragraph of paragraphs) expect(paragraph.replace(/^\*\*.+?\*\*/, '').trim().length).toBeGreaterThan(5);
    expect(paragraphs.at(-1)!.replace(/^\*\*.+?\*\* ?/, '')).toBe(sourceOf(comment));
  });

  it('explain nothing that is not there', () => {
    const explained = [...sections.values()].flatMap((section) => [...section.keys()]);
    expect(explained.filter((name) => !functions.includes(name))).toEqual([]);
  });
});
