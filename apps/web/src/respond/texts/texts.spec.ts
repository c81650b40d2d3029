import { readdirSync, readFileSync } from 'node:fs';
import { catalogues, textsIn } from './index.js';

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
const [reference, ...others] = Object.entries(catalogues);

describe.each(others)('%s', (_, catalogue) => {
  it('has the same keys as the reference', () => {
    expect(Object.keys(catalogue)).toEqual(Object.keys(reference![1]));
  });

  it.each(Object.entries(reference![1]))('fills in the same values: %s', (key, text) => {
    const translated = catalogue[key as keyof typeof catalogue];
    expect(placeholders(translated)).toEqual(placeholders(text));
    expect(translated.trim()).not.toBe('');
  });
});

it('has no text that nobody shows', () => {
  const root = new URL('../', import.meta.url);
  const sources = ['', 'screens/', 'parts/']
    .flatMap((folder) => readdirSync(new URL(folder, root)).map((file) => new URL(folder + file, root)))
    .filter((file) => file.pathname.endsWith('.tsx'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const unused = Object.keys(catalogues.en)
    .map((key) => key.replace(/_(one|other)$/, ''))
    .filter((key) => !sources.includes(`'${key}'`));
  expect(unused).toEqual([]);
});

it('chooses the plural and formats numbers by language', () => {
  expect(textsIn('en').count('reviewOpen', 1)).toBe('1 question is still open.');
  expect(textsIn('en').count('reviewOpen', 1200)).toBe('1,200 questions are still open.');
  expect(textsIn('zh-CN').count('reviewOpen', 1)).toBe('还有 1 道题未答。');
});
