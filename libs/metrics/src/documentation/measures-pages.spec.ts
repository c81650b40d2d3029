import * as library from '../index.js';
import { LANGUAGES, problemsOf, sectionsOf } from './measures-page.factory.js';
import { AREAS, declarations } from './source-comments.factory.js';

const areaOf = new Map(declarations().map(({ name, file, comment }) => [name, { area: file.split('/')[0]!, comment }]));
const functions = Object.entries(library).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));

describe.each(LANGUAGES)('the pages on measures, %s', (language) => {
  const sections = new Map(AREAS.map((area) => [area, sectionsOf(area, language)]));

  it.each(functions)('explain %s', (name) => {
    const { area, comment } = areaOf.get(name)!;
    expect(problemsOf(sections.get(area)!.get(name), comment, language)).toEqual([]);
  });

  it('explain nothing that is not there', () => {
    const explained = [...sections.values()].flatMap((section) => [...section.keys()]);
    expect(explained.filter((name) => !functions.includes(name))).toEqual([]);
  });

  it('would be missed', () => {
    expect(problemsOf(undefined, 'Source: Student (1908).', language)).not.toEqual([]);
  });
});
