import { welchT } from '@touchstone/metrics';
import fc from 'fast-check';
import { RuleError } from '../errors/index.js';
import type { MaturityModel } from '../maturity-model/maturity-model.js';
import { computeResults } from '../results/index.js';
import { type DimensionSketch, modelItem, smallModel } from '../results/small-model.factory.js';
import { type ChangeVerdict, compareWaves, type ComparedWave, type WaveComparison } from './compare-waves.js';

const sketch: DimensionSketch[] = [
  { id: 'd', practices: [{ id: 'p' }, { id: 'q' }] },
  { id: 'e', practices: [{ id: 'r' }] },
];
const model = smallModel(sketch);
type Said = Readonly<Record<string, readonly (number | 'na' | null)[]>>;

/** Answers by practice: entry i is what respondent i said. All are of the group `g` unless told otherwise. */
function wave(of: MaturityModel, said: Said, groupOf: (respondent: number) => string = () => 'g'): ComparedWave {
  const respondents = Math.max(...Object.values(said).map((answers) => answers.length));
  const submissions = Array.from({ length: respondents }, (_, respondent) => ({
    groupId: groupOf(respondent),
    answers: new Map(
      Object.entries(said).flatMap(([id, answers]) => {
        const answer = answers[respondent] ?? null;
        return answer === null ? [] : [[id, answer] as const];
      }),
    ),
  }));
  const groups = [...new Set(submissions.map(({ groupId }) => groupId))].map((id) => ({ id, expected: null }));
  return { model: of, cells: computeResults({ model: of, minimumGroupSize: 3, groups, submissions }).cells };
}

const groups = [{ before: 'g', after: 'g' }];
const cell = (comparison: WaveComparison, id: string, group: string | null = null) =>
  comparison.cells.find((one) => one.node.id === id && (one.group?.before ?? null) === group)!;

const low = { p: [2, 2, 3, 2, 1, 2], q: [3, 3, 2, 3, 4, 3], r: [1, 2, 1, 1, 2, 1] };
const high = { p: [4, 4, 5, 4, 3, 4], q: [3, 2, 3, 3, 4, 3], r: [1, 1, 1, 2, 2, 1] };

describe('compareWaves', () => {
  const comparison = compareWaves({ before: wave(model, low), after: wave(model, high), groups });

  it('tests each practice by Welch from what is published', () => {
    const { diff, lower, upper, p } = welchT({ a: high.p, b: low.p });
    const practice = cell(comparison, 'p', 'g');
    expect(practice).toMatchObject({ before: 2, beforeN: 6, beforeLevel: 2, after: 4, afterN: 6, afterLevel: 4 });
    expect(practice.change).toBeCloseTo(diff!, 12);
    expect(practice.lower).toBeCloseTo(lower!, 12);
    expect(practice.p).toBeCloseTo(p!, 12);
    expect(practice.smallestDetectable).toBeCloseTo((upper! - lower!) / 2, 12);
  });

  it('adjusts over the practices of the group, and says what rose and what did not', () => {
    const p = cell(comparison, 'p', 'g').p!;
    expect(cell(comparison, 'p', 'g').adjustedP).toBeCloseTo(p * 3, 12);
    expect(
      comparison.cells.filter(({ group }) => group !== null).map(({ node, verdict }) => [node.id, verdict]),
    ).toEqual([
      ['p', 'rose'],
      ['q', 'within_noise'],
      ['r', 'within_noise'],
      ['d', 'rose'],
      ['e', 'within_noise'],
      ['overall', 'rose'],
    ]);
    expect(cell(compareWaves({ before: wave(model, high), after: wave(model, low), groups }), 'p').verdict).toBe(
      'fell',
    );
  });

  it('says that it treats respondents as independent', () => {
    expect(comparison.notes).toEqual([
      'RESPONDENTS_TREATED_AS_INDEPENDENT',
      'ALL_POOLS_RESPONDENTS',
      'ADJUSTED_FOR_MANY_COMPARISONS',
    ]);
  });

  it('calls a dimension of complete answers by the respondents’ own scores', () => {
    const own = (said: Record<'p' | 'q', number[]>) => said.p.map((one, index) => (one + said.q[index]!) / 2);
    const expected = welchT({ a: own(high), b: own(low) });
    const dimension = cell(comparison, 'd');
    expect(dimension.change).toBeCloseTo(expected.diff!, 12);
    expect(dimension.p).toBeCloseTo(expected.p!, 10);
    expect(dimension.practices).toEqual({ compared: ['p', 'q'], leftOut: [] });
  });

  it('compares over the practices that both waves show', () => {
    const most = { ...high, q: [3, 2, null, null, null, 'na' as const] };
    const partly = compareWaves({ before: wave(model, low), after: wave(model, most), groups });
    expect(cell(partly, 'q')).toMatchObject({
      verdict: 'cannot_say',
      reason: 'HIDDEN_AFTER',
      after: null,
      change: null,
    });
    const dimension = cell(partly, 'd');
    expect(dimension.practices).toEqual({ compared: ['p'], leftOut: ['q'] });
    expect([dimension.before, dimension.after, dimension.beforeLevel]).toEqual([2, 4, null]);
    expect(dimension.p).toBeCloseTo(cell(partly, 'p').p!, 12);
    expect(partly.notes).toContain('COMPARED_ON_COMMON_PRACTICES');
  });

  it.each<[string, Said, Said, ChangeVerdict, string | null]>([
    ['everybody agreed on another level', { p: [2, 2, 2, 2] }, { p: [3, 3, 3, 3] }, 'cannot_say', 'NO_SPREAD'],
    ['everybody agreed on the same level twice', { p: [2, 2, 2, 2] }, { p: [2, 2, 2, 2] }, 'within_noise', null],
    ['too few before', { p: [2, 3] }, { p: [3, 4, 3, 3] }, 'cannot_say', 'HIDDEN_BEFORE'],
    ['nobody after', { p: [2, 3, 4] }, { q: [2, 3, 4] }, 'cannot_say', 'NOBODY_AFTER'],
  ])('knows when it cannot say: %s', (_, before, after, verdict, reason) => {
    const result = cell(compareWaves({ before: wave(model, before), after: wave(model, after), groups }), 'p');
    expect([result.verdict, result.reason]).toEqual([verdict, reason]);
  });

  it('cannot say where a single rater has no spread', () => {
    const alone = { ...wave(model, { p: [2] }) };
    const shown = alone.cells.map((one) =>
      one.node.id === 'p'
        ? { ...one, suppression: 'shown' as const, reason: null, n: 1, value: 2, sd: null, level: 2, explanation: null }
        : one,
    );
    const result = cell(compareWaves({ before: { model, cells: shown }, after: wave(model, high), groups }), 'p');
    expect([result.verdict, result.reason, result.change]).toEqual(['cannot_say', 'TOO_FEW', 2]);
  });
});

describe('between versions of a model', () => {
  it('lists what only one version has and compares the rest', () => {
    const next = smallModel(
      [
        { id: 'd', practices: [{ id: 'p' }, { id: 'new' }] },
        { id: 'f', practices: [{ id: 'r' }] },
      ],
      {
        version: '2.0.0',
      },
    );
    const after = wave(next, { p: high.p, new: [5, 5, 4, 5, 5, 5], r: high.r });
    const comparison = compareWaves({ before: wave(model, low), after, groups });
    expect(comparison.unmatchedBefore).toEqual(['e', 'q']);
    expect(comparison.unmatchedAfter).toEqual(['f', 'new']);
    expect(comparison.notes).toContain('MODEL_VERSION_CHANGED');
    expect(cell(comparison, 'd')).toMatchObject({
      before: 2,
      after: 4,
      practices: { compared: ['p'], leftOut: ['q', 'new'] },
    });
    // p and r, by the weights of the later version: each stands for one of two dimensions.
    expect(cell(comparison, 'overall').before).toBeCloseTo((2 + 8 / 6) / 2, 12);
    expect(cell(comparison, 'overall').practices!.compared).toEqual(['p', 'r']);
  });

  it('weighs both waves as the later version does, so that new weights are no progress', () => {
    const heavier = smallModel([{ id: 'd', practices: [{ id: 'p' }, { id: 'q', weight: 3 }] }, sketch[1]!], {
      version: '2.0.0',
    });
    const comparison = compareWaves({ before: wave(model, low), after: wave(heavier, low), groups });
    expect(cell(comparison, 'd').change).toBeCloseTo(0, 12);
    expect(cell(comparison, 'd').before).toBeCloseTo((2 + 3 * 3) / 4, 12);
  });

  it('does not compare a practice whose question became another one', () => {
    const reworked = smallModel(
      [
        { id: 'd', practices: [{ id: 'p', items: [modelItem({ id: 'p', type: 'percentage' })] }, { id: 'q' }] },
        sketch[1]!,
      ],
      { version: '2.0.0' },
    );
    const after = wave(reworked, { ...high, p: [75, 75, 100, 75, 50, 75] });
    const comparison = compareWaves({ before: wave(model, low), after, groups });
    expect(cell(comparison, 'p')).toMatchObject({ verdict: 'cannot_say', reason: 'PRACTICE_CHANGED', change: null });
    expect(cell(comparison, 'd').practices).toEqual({ compared: ['q'], leftOut: ['p'] });
  });

  it('compares nothing across scales', () => {
    const seven = smallModel(sketch, { version: '2.0.0', levels: [1, 2, 3, 4, 5, 6, 7] });
    const comparison = compareWaves({ before: wave(model, low), after: wave(seven, high), groups });
    for (const { verdict, reason } of comparison.cells)
      expect([verdict, reason]).toEqual(['cannot_say', 'SCALE_CHANGED']);
  });

  it('refuses two different models', () => {
    const other = { ...wave(model, low), model: { ...model, id: 'other' } };
    expect(() => compareWaves({ before: wave(model, low), after: other, groups })).toThrow(RuleError);
  });
});

describe('whatever the two waves hold', () => {
  const answers = fc.array(
    fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 5 }) }, fc.constant('na' as const)),
    {
      minLength: 1,
      maxLength: 12,
    },
  );
  const said = fc.record({ p: answers, q: answers, r: answers });

  it('turning time round turns every sign and keeps every p value', () => {
    fc.assert(
      fc.property(said, said, (first, second) => {
        const [one, two] = [wave(model, first), wave(model, second)];
        const forth = compareWaves({ before: one, after: two, groups });
        const back = compareWaves({ before: two, after: one, groups });
        forth.cells.forEach((there, index) => {
          const here = back.cells[index]!;
          expect(here.p ?? -1).toBeCloseTo(there.p ?? -1, 9);
          expect(here.change ?? 99).toBeCloseTo(there.change === null ? 99 : -there.change, 9);
          if (there.verdict === 'rose') expect(here.verdict).toBe('fell');
        });
      }),
    );
  });

  it('never calls a change that its own interval takes for noise, and never without a reason', () => {
    fc.assert(
      fc.property(said, said, (first, second) => {
        const { cells } = compareWaves({ before: wave(model, first), after: wave(model, second), groups });
        for (const { verdict, change, smallestDetectable, reason } of cells) {
          if (verdict === 'rose' || verdict === 'fell')
            expect(Math.abs(change!)).toBeGreaterThanOrEqual(smallestDetectable! - 1e-9);
          expect(reason === null).toBe(verdict !== 'cannot_say');
        }
      }),
    );
  });
});
