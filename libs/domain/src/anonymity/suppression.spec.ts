import fc from 'fast-check';
import { findLeak } from './subtraction-attack.factory.js';
import { decideSuppression, isHidden, type SuppressionInput } from './suppression.js';

const table = (
  minimumGroupSize: number,
  submissions: Record<string, number>,
  practices: Record<string, Record<string, number>>,
) =>
  decideSuppression({
    minimumGroupSize,
    groups: Object.entries(submissions).map(([id, count]) => ({ id, submissions: count })),
    practices: Object.entries(practices).map(([id, scored]) => ({ id, scored: new Map(Object.entries(scored)) })),
  });

describe('decideSuppression', () => {
  it('shows groups that are large enough', () => {
    const decided = table(5, { a: 5, b: 9 }, { p: { a: 5, b: 9 } });
    expect(decided.practice('p', 'a')).toEqual({ suppression: 'shown', reason: null });
    expect(decided.practice('p', null)).toEqual({ suppression: 'shown', reason: null });
  });

  it('hides a group below the minimum, and the smallest other one that would give it away', () => {
    const decided = table(5, { a: 4, b: 9, c: 30 }, { p: { a: 4, b: 9, c: 30 } });
    expect(decided.practice('p', 'a')).toEqual({ suppression: 'primary', reason: 'group-below-minimum' });
    expect(decided.practice('p', 'b')).toEqual({ suppression: 'complementary', reason: 'protects-another-group' });
    expect(decided.practice('p', 'c').suppression).toBe('shown');
    expect(decided.practice('p', null).suppression).toBe('shown');
  });

  it('needs no partner when the small groups hide each other', () => {
    const decided = table(5, { a: 2, b: 3, c: 30 }, { p: { a: 2, b: 3, c: 30 } });
    expect(decided.practice('p', 'c').suppression).toBe('shown');
  });

  it('hides a small group everywhere, also where nobody of it answered', () => {
    const decided = table(5, { a: 4, b: 9, c: 30 }, { p: { b: 9, c: 30 } });
    expect(decided.practice('p', 'a').suppression).toBe('primary');
    expect(decided.group('a').suppression).toBe('primary');
  });

  it('hides a practice that few of a group could score, and keeps the group elsewhere', () => {
    const decided = table(5, { a: 8, b: 9, c: 30 }, { p: { a: 3, b: 9, c: 30 }, q: { a: 8, b: 9, c: 30 } });
    expect(decided.practice('p', 'a')).toEqual({ suppression: 'primary', reason: 'answers-below-minimum' });
    expect(decided.practice('p', 'b').suppression).toBe('complementary');
    expect(decided.practice('q', 'a').suppression).toBe('shown');
    expect(decided.combination(['p', 'q'], 'a').suppression).toBe('shown');
    expect(decided.combination(['p'], 'a')).toEqual({ suppression: 'primary', reason: 'no-practice-shown' });
    expect(decided.combination(['p'], 'b').suppression).toBe('complementary');
  });

  it('hides everything of a wave that fewer than the minimum answered', () => {
    const decided = table(5, { a: 3, b: 1 }, { p: { a: 3, b: 1 } });
    for (const groupId of ['a', 'b', null]) {
      expect(decided.group(groupId).suppression).toBe('primary');
      expect(decided.practice('p', groupId).suppression).toBe('primary');
      expect(decided.combination(['p'], groupId).suppression).toBe('primary');
    }
  });

  it('tells nobody from few', () => {
    const decided = table(5, { a: 0, b: 9 }, { p: { b: 9 }, q: {} });
    expect(decided.practice('p', 'a')).toEqual({ suppression: 'empty', reason: 'nobody-answered' });
    expect(decided.practice('q', null).suppression).toBe('empty');
    expect(decided.combination(['q'], 'b').suppression).toBe('empty');
  });

  it('picks the same partner at every practice, ties by id', () => {
    const decided = table(5, { d: 3, c: 9, b: 9 }, { p: { d: 3, c: 8, b: 9 }, q: { d: 3, c: 9, b: 8 } });
    for (const practice of ['p', 'q']) expect(decided.practice(practice, 'b').suppression).toBe('complementary');
    expect(decided.practice('p', 'c').suppression).toBe('shown');
  });

  it('refuses unknown names and a minimum that is none', () => {
    expect(() => table(0, {}, {})).toThrow(RangeError);
    expect(() => table(5, { a: 9 }, { p: { a: 9 } }).practice('p', 'x')).toThrow('unknown group x');
    expect(() => table(5, { a: 9 }, { p: { a: 9 } }).practice('x', null)).toThrow('unknown practice x');
  });
});

/** Respondents as the set of practices each has scored, by group. */
interface Respondent {
  readonly group: string;
  readonly scored: readonly boolean[];
}

const MINIMUM = 3;
const PRACTICES = ['p', 'q', 'r'];
const DIMENSIONS = [['p', 'q'], ['r'], ['p', 'q', 'r']];

const anyWave: fc.Arbitrary<Respondent[]> = fc.array(
  fc.record({
    group: fc.constantFrom('a', 'b', 'c', 'd'),
    // Mostly answered, so that most tables have something to show.
    scored: fc.tuple(...PRACTICES.map(() => fc.integer({ min: 0, max: 4 }).map((dice) => dice > 0))),
  }),
  { minLength: 1, maxLength: 11 },
);

function countsOf(wave: readonly Respondent[]): SuppressionInput {
  const groupIds = ['a', 'b', 'c', 'd'];
  const size = (group: string, k?: number) =>
    wave.filter((one) => one.group === group && (k === undefined || one.scored[k])).length;
  return {
    minimumGroupSize: MINIMUM,
    groups: groupIds.map((id) => ({ id, submissions: size(id) })),
    practices: PRACTICES.map((id, k) => ({ id, scored: new Map(groupIds.map((group) => [group, size(group, k)])) })),
  };
}

/** The linear part of what a policy publishes: practice sums, and per dimension what `dimensionRow` makes of it. */
function publish(
  wave: readonly Respondent[],
  shown: (practiceId: string, groupId: string | null) => boolean,
  dimension: 'from-practices' | 'own-scores',
) {
  const row = (weight: (one: Respondent, k: number) => number) =>
    wave.flatMap((one) => PRACTICES.map((_, k) => (one.scored[k] ? weight(one, k) : 0)));
  const rows: number[][] = [];
  for (const groupId of ['a', 'b', 'c', 'd', null]) {
    const inCut = (one: Respondent) => groupId === null || one.group === groupId;
    const n = (k: number) => wave.filter((one) => inCut(one) && one.scored[k]).length;
    const shownHere = PRACTICES.map((id) => shown(id, groupId));
    PRACTICES.forEach((_, k) => {
      if (shownHere[k]) rows.push(row((one, j) => (inCut(one) && j === k ? 1 : 0)));
    });
    for (const practices of DIMENSIONS) {
      const part = PRACTICES.map((id, k) => practices.includes(id) && (shownHere[k] ?? false));
      if (!part.includes(true)) continue;
      if (dimension === 'from-practices') rows.push(row((one, k) => (inCut(one) && part[k] ? (k + 1) / n(k) : 0)));
      else {
        const own = (one: Respondent) => one.scored.reduce((sum, yes, k) => sum + (yes && part[k] ? k + 1 : 0), 0);
        rows.push(row((one, k) => (inCut(one) && part[k] ? (k + 1) / own(one) : 0)));
      }
    }
  }
  return {
    respondents: wave.length,
    width: PRACTICES.length,
    rows: rows.filter((cells) => cells.some((x) => x !== 0)),
  };
}

describe('what the table gives away', () => {
  it('is never about fewer people than the minimum, whatever is combined', () => {
    let shownCells = 0;
    fc.assert(
      fc.property(anyWave, (wave) => {
        const decided = decideSuppression(countsOf(wave));
        const shown = (id: string, group: string | null) => decided.practice(id, group).suppression === 'shown';
        const system = publish(wave, shown, 'from-practices');
        shownCells += system.rows.length;
        expect(findLeak(system, MINIMUM)).toBeNull();
      }),
      { numRuns: 250 },
    );
    // A rule that hides everything would be safe as well.
    expect(shownCells).toBeGreaterThan(1000);
  });

  it('would be, if only cells below the minimum were hidden: the attack finds that out', () => {
    const wave = 'aabbbbcccc'.split('').map((group) => ({ group, scored: [true, true, true] }));
    const counts = countsOf(wave);
    const large = (id: string, group: string | null) =>
      group === null || counts.practices.find((practice) => practice.id === id)!.scored.get(group)! >= MINIMUM;
    expect(findLeak(publish(wave, large, 'from-practices'), MINIMUM)).toEqual([0, 1]);
  });

  it('would be, if dimensions were means of the respondents’ own scores: one missing answer is enough', () => {
    const wave = 'aaaaaa'.split('').map((group, index) => ({ group, scored: [true, index !== 4, true] }));
    const everything = (_: string, group: string | null) => group === 'a' || group === null;
    expect(findLeak(publish(wave, everything, 'own-scores'), MINIMUM)).toContain(4);
    expect(findLeak(publish(wave, everything, 'from-practices'), MINIMUM)).toBeNull();
  });

  it('keeps every hidden union at the minimum or empty', () => {
    const size = fc.integer({ min: 0, max: 14 });
    fc.assert(
      fc.property(fc.array(size, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 6 }), (sizes, minimum) => {
        const ids = sizes.map((_, index) => `g${index}`);
        const decided = decideSuppression({
          minimumGroupSize: minimum,
          groups: ids.map((id, index) => ({ id, submissions: sizes[index]! })),
          practices: [{ id: 'p', scored: new Map(ids.map((id, index) => [id, Math.max(0, sizes[index]! - index)])) }],
        });
        const n = (index: number) => Math.max(0, sizes[index]! - index);
        const hidden = ids.reduce((sum, id, i) => sum + (isHidden(decided.practice('p', id)) ? n(i) : 0), 0);
        const all = ids.reduce((sum, _, i) => sum + n(i), 0);
        if (all >= minimum) expect(hidden === 0 || hidden >= minimum).toBe(true);
        else expect(decided.practice('p', null).suppression).not.toBe('shown');
        ids.forEach((id, i) => {
          if (decided.practice('p', id).suppression === 'shown') expect(n(i)).toBeGreaterThanOrEqual(minimum);
        });
      }),
    );
  });

  it('does not depend on the order in which groups are listed', () => {
    fc.assert(
      fc.property(anyWave, (wave) => {
        const counts = countsOf(wave);
        const there = decideSuppression(counts);
        const back = decideSuppression({ ...counts, groups: counts.groups.toReversed() });
        for (const id of PRACTICES)
          for (const group of ['a', 'b', 'c', 'd', null])
            expect(back.practice(id, group)).toEqual(there.practice(id, group));
      }),
    );
  });
});
