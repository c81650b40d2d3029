import { diffMaturityModels } from './diff-maturity-models.js';
import { CONTINUOUS_MODEL, STREAM_SUMS_MODEL } from './maturity-model.factory.js';
import { parseMaturityModel } from './parse-maturity-model.js';
import type { MaturityModel } from './maturity-model.js';

function read(source: string): MaturityModel {
  const reading = parseMaturityModel(source);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.model;
}

/** The diff from the small model to an edited one, as `change node id field before→after!` (`!`: affects scores). */
function changes(...edits: [string, string][]): string[] {
  const edited = edits.reduce((source, [from, to]) => {
    expect(source).toContain(from);
    return source.replace(from, to);
  }, CONTINUOUS_MODEL);
  return diffMaturityModels(read(CONTINUOUS_MODEL), read(edited)).map(
    ({ change, node, id, field, before, after, affectsScores }) =>
      `${change} ${node} ${id}${field ? ` ${field} ${before}→${after}` : ''}${affectsScores ? '!' : ''}`,
  );
}

describe('diffMaturityModels', () => {
  test('a model does not differ from itself', () => {
    expect(changes()).toEqual([]);
    expect(diffMaturityModels(read(STREAM_SUMS_MODEL), read(STREAM_SUMS_MODEL))).toEqual([]);
  });

  test('wording does not affect scores, weights and rules do', () => {
    expect(
      changes(
        ['version: 1.0.0', 'version: 1.1.0'],
        ['en: Some fix.', 'en: Some repair.'],
        ['weight: 3', 'weight: 4'],
        ['notApplicable: false', 'notApplicable: true'],
        ['practice: asking, level: 2', 'practice: asking, level: 3'],
      ),
    ).toEqual([
      'changed model small version 1.0.0→1.1.0',
      'changed practice reading weight 3→4!',
      'changed practice reading prerequisites.asking 2→3',
      'changed item reading-share notApplicableAllowed false→true!',
      'changed practice fixing descriptors.2.en Some fix.→Some repair.',
    ]);
  });

  test('a renamed id is one node removed and one added', () => {
    expect(changes(['id: fixing', 'id: repairing'])).toEqual([
      'removed practice fixing!',
      'removed item fixing!',
      'added practice repairing!',
      'added item repairing!',
    ]);
  });

  test('a free-text question comes and goes without touching scores', () => {
    const question = '          - { id: reading-why, type: text, text: { en: Why?, zh-CN: 为什么？ } }\n';
    expect(changes([question, ''])).toEqual(['removed item reading-why']);
  });

  test('an answer with another value is another answer', () => {
    expect(changes(['{ value: 5, label', '{ value: 4, label'])).toEqual(['removed answer 5!', 'added answer 4!']);
  });

  test('a practice that moves to another dimension keeps its identity', () => {
    const at = CONTINUOUS_MODEL.indexOf('      - id: reading\n');
    const end = CONTINUOUS_MODEL.indexOf('  - id: acting\n');
    const practice = CONTINUOUS_MODEL.slice(at, end);
    expect(changes([practice, ''], ['      - id: fixing\n', `${practice}      - id: fixing\n`])).toEqual([
      'changed practice reading dimension listening→acting!',
    ]);
  });

  test('a new locale appears as texts that were not there before', () => {
    const before = read(STREAM_SUMS_MODEL);
    const after = read(STREAM_SUMS_MODEL.replace('locales: [en]', 'locales: [de]').replaceAll('{ en:', '{ de:'));
    const found = diffMaturityModels(before, after);
    expect(found.every(({ affectsScores }) => !affectsScores)).toBe(true);
    expect(found.slice(0, 2)).toMatchObject([
      { node: 'model', field: 'name.en', before: 'Sums', after: null },
      { node: 'model', field: 'description.en', after: null },
    ]);
  });
});
