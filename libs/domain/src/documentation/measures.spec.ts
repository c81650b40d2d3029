import { fileURLToPath } from 'node:url';
import { LANGUAGES, problemsOf, sectionsOf } from '../../../metrics/src/documentation/measures-page.factory.js';
import { declarations } from '../../../metrics/src/documentation/source-comments.factory.js';
import { exampleDifferences } from '../../../metrics/src/documentation/worked-example.factory.js';
import * as library from '../index.js';

/** The measures of this library by the page that explains them. */
const PAGES: Record<string, string[]> = {
  maturity: [
    'maturityContinuous',
    'maturityStaged',
    'maturityIso33020',
    'maturityStageProduct',
    'samm',
    'percentToTarget',
  ],
  prioritisation: ['rice', 'ice', 'wsjf', 'weightedScoring', 'impactEffort', 'pareto'],
};
const source = fileURLToPath(new URL('..', import.meta.url));
const all = declarations(['scoring', 'prioritisation'], source);
const commentOf = new Map(all.map(({ name, comment }) => [name, comment]));
const measures = Object.entries(PAGES).flatMap(([page, names]) => names.map((name) => [name, page] as const));

describe.each(measures)('%s', (name, page) => {
  const comment = commentOf.get(name) ?? '';

  it('is documented where it stands', () => {
    expect(library).toHaveProperty(name);
    for (const part of [/^Formula: /m, /^Units: /m, /^Source: /m, /^@throws /m, /^@example$/m]) {
      expect(comment).toMatch(part);
    }
  });

  it('has an example that comes out as written', () => {
    expect(exampleDifferences(comment, library, name)).toEqual([]);
  });

  it.each([[undefined], [null], [[]], ['text'], [{}]])('refuses %j by name', (input) => {
    const measure = library[name as keyof typeof library] as (argument: unknown) => unknown;
    expect(() => measure(input)).toThrow(TypeError);
    expect(() => measure(input)).toThrow(/^\w+ must be /);
  });

  it.each(LANGUAGES)('is explained to an analyst, %s', (language) => {
    expect(problemsOf(sectionsOf(page, language).get(name), comment, language)).toEqual([]);
  });
});

describe('the pages', () => {
  it.each(LANGUAGES)('explain nothing that is not there, %s', (language) => {
    const explained = Object.entries(PAGES).map(([page]) => [...sectionsOf(page, language).keys()].toSorted());
    expect(explained).toEqual(Object.values(PAGES).map((names) => names.toSorted()));
  });

  it('find a comment on every type of the measures', () => {
    const files = new Set(all.filter(({ name }) => measures.some(([measure]) => measure === name)).map((d) => d.file));
    expect(files.size).toBe(measures.length);
    expect(all.filter(({ file, comment }) => files.has(file) && comment === '').map(({ name }) => name)).toEqual([]);
  });
});
