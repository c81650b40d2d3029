import fc from 'fast-check';
import { findLeak } from '../anonymity/subtraction-attack.factory.js';
import { computeResults, type WaveResults } from './compute-results.js';
import type { ResultSubmission } from './score-table.js';
import { modelItem, smallModel } from './small-model.factory.js';

const PRACTICES = ['p', 'q', 'r'];
const percentage = (id: string) => ({ id, items: [modelItem({ id, type: 'percentage' })] });
const model = smallModel([
  { id: 'd', weight: 2, practices: [percentage('p'), { ...percentage('q'), weight: 2 }] },
  { id: 'e', practices: [percentage('r')] },
]);
const MINIMUM = 3;
const GROUPS = ['a', 'b', 'c', 'd'];

interface Respondent {
  readonly groupId: string;
  readonly said: readonly (number | 'na')[];
}

const answer = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 90 }) },
  { weight: 1, arbitrary: fc.constant('na' as const) },
);
const anyWave = (maxLength: number): fc.Arbitrary<Respondent[]> =>
  fc.array(fc.record({ groupId: fc.constantFrom(...GROUPS), said: fc.tuple(answer, answer, answer) }), {
    minLength: 1,
    maxLength,
  });

function publish(wave: readonly Respondent[], minimumGroupSize = MINIMUM): WaveResults {
  return computeResults({
    model,
    minimumGroupSize,
    groups: GROUPS.map((id) => ({ id, expected: null })),
    submissions: wave.map(({ groupId, said }): ResultSubmission => ({
      groupId,
      answers: new Map(PRACTICES.map((id, index) => [id, said[index]!])),
    })),
  });
}

/** What is published and linear in the answers: scores and the gaps between them. */
function linearFigures(results: WaveResults): number[] {
  return [...results.cells.map(({ value }) => value ?? 0), ...results.gaps.map(({ difference }) => difference)];
}

/**
 * How every published figure depends on every answer, found by changing one answer after the other and looking at the
 * output; the attack knows nothing of how results are computed.
 */
function dependence(wave: readonly Respondent[]) {
  const before = linearFigures(publish(wave));
  const columns = wave.flatMap((respondent, r) =>
    PRACTICES.map((_, k) => {
      const one = respondent.said[k]!;
      if (one === 'na') return before.map(() => 0);
      const said = respondent.said.map((other, j) => (j === k ? one + 10 : other));
      const after = linearFigures(publish(wave.with(r, { ...respondent, said })));
      return after.map((figure, i) => (figure - before[i]!) * 2.5);
    }),
  );
  const rows = before.map((_, i) => columns.map((column) => (Math.abs(column[i]!) < 1e-9 ? 0 : column[i]!)));
  return { respondents: wave.length, width: PRACTICES.length, rows: rows.filter((row) => row.some((x) => x !== 0)) };
}

describe('published results', () => {
  it('give no figure about fewer people than the minimum, however they are combined', () => {
    let figures = 0;
    fc.assert(
      fc.property(anyWave(10), (wave) => {
        const system = dependence(wave);
        figures += system.rows.length;
        expect(findLeak(system, MINIMUM)).toBeNull();
      }),
      { numRuns: 80 },
    );
    expect(figures).toBeGreaterThan(300);
  });

  it('are the same when two people of the hidden groups change places', () => {
    fc.assert(
      fc.property(anyWave(24), fc.nat(), fc.nat(), (wave, first, second) => {
        const hidden = new Set(
          publish(wave)
            .groups.filter(({ suppression }) => suppression === 'primary' || suppression === 'complementary')
            .map(({ groupId }) => groupId),
        );
        const candidates = wave.flatMap(({ groupId }, index) => (hidden.has(groupId) ? [index] : []));
        fc.pre(candidates.length >= 2);
        const [i, j] = [candidates[first % candidates.length]!, candidates[second % candidates.length]!];
        const swapped = wave
          .with(i, { ...wave[i]!, said: wave[j]!.said })
          .with(j, { ...wave[j]!, said: wave[i]!.said });
        expect(withoutCorrelation(publish(swapped))).toEqual(withoutCorrelation(publish(wave)));
        expect(publish(swapped).groups).toEqual(publish(wave).groups);
      }),
    );
  });

  it('are the same when people of a group exchange their answers to one practice, where somebody left one out', () => {
    let compared = 0;
    fc.assert(
      fc.property(anyWave(24), fc.nat({ max: 2 }), (wave, k) => {
        const turned = exchanged(wave, k);
        const [there, back] = [publish(wave), publish(turned)];
        fc.pre(there.correlation.withinGroups === back.correlation.withinGroups);
        fc.pre(there.correlation.pooled === back.correlation.pooled);
        there.cells.forEach((cell, index) => {
          if (cell.explanation?.kind === 'combination' && cell.explanation.spread === 'own-scores') return;
          expect(back.cells[index]).toEqual(cell);
          if (cell.explanation?.kind === 'combination') compared++;
        });
      }),
    );
    expect(compared).toBeGreaterThan(0);
  });

  it('carry no number in a hidden cell', () => {
    let hidden = 0;
    fc.assert(
      fc.property(anyWave(24), fc.integer({ min: 1, max: 6 }), (wave, minimum) => {
        const { cells, groups } = publish(wave, minimum);
        for (const cell of cells) {
          if (cell.suppression === 'shown' || cell.suppression === 'empty') continue;
          hidden++;
          const { node, groupId, suppression, reason, formula, ...numbers } = cell;
          expect([node.id, groupId === undefined, suppression, reason, formula]).not.toContain(null);
          expect(Object.values(numbers).every((one) => one === null)).toBe(true);
        }
        for (const { suppression, submitted } of groups)
          if (suppression !== 'shown' && suppression !== 'empty') expect(submitted).toBeNull();
        for (const { n, suppression } of cells) if (suppression === 'shown') expect(n).toBeGreaterThanOrEqual(minimum);
      }),
    );
    expect(hidden).toBeGreaterThan(100);
  });
});

/** The correlations are two of 21 values for the whole wave, and everything that is made with them. */
function withoutCorrelation(results: WaveResults) {
  return results.cells.map((cell) => {
    if (cell.explanation?.kind !== 'combination') return cell;
    if (cell.explanation.spread === 'own-scores')
      return { ...cell, explanation: { ...cell.explanation, correlation: 1 } };
    const { node, groupId, suppression, reason, n, value, level, agreement, coverage, notApplicable } = cell;
    return { node, groupId, suppression, reason, n, value, level, agreement, coverage, notApplicable };
  });
}

/** Everybody of a group who answered practice k hands the answer to the next one who did. */
function exchanged(wave: readonly Respondent[], k: number): Respondent[] {
  const next = new Map<number, number>();
  for (const groupId of GROUPS) {
    const scored = wave.flatMap((one, index) => (one.groupId === groupId && one.said[k] !== 'na' ? [index] : []));
    scored.forEach((index, place) => next.set(index, scored[(place + 1) % scored.length]!));
  }
  return wave.map((one, index) => {
    const from = next.get(index);
    return from === undefined ? one : { ...one, said: one.said.with(k, wave[from]!.said[k]!) };
  });
}
