import fc from 'fast-check';
import { cutsRevealFew, nestedCutRevealsFew, type PublishedCount, republicationProblems } from './differencing.js';
import { findLeak } from './subtraction-attack.factory.js';
import { decideSuppression } from './suppression.js';

const people = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `r${from + index}`);

describe('cutsRevealFew', () => {
  it('sees the few who are in the organisation and not in the unit', () => {
    const organisation = people(0, 40);
    expect(cutsRevealFew({ cuts: [organisation, people(0, 37)], minimumGroupSize: 5 })).toBe(true);
    expect(cutsRevealFew({ cuts: [organisation, people(0, 30)], minimumGroupSize: 5 })).toBe(false);
    expect(cutsRevealFew({ cuts: [organisation, organisation], minimumGroupSize: 5 })).toBe(false);
  });

  it('sees what only three cuts together give away', () => {
    const cuts = [people(0, 20), people(0, 10), people(7, 20)];
    expect(cutsRevealFew({ cuts, minimumGroupSize: 5 })).toBe(true);
    expect(cutsRevealFew({ cuts: cuts.slice(0, 2), minimumGroupSize: 5 })).toBe(false);
  });

  it('allows nothing that an attack can use', () => {
    const cut = fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) => {
        fc.pre(!cutsRevealFew({ cuts: cuts.map((one) => one.map(String)), minimumGroupSize: 3 }));
        const rows = cuts.map((one) => Array.from({ length: 9 }, (_, r) => (one.includes(r) ? 1 : 0)));
        expect(findLeak({ respondents: 9, width: 1, rows }, 3)).toBeNull();
      }),
      { numRuns: 60 },
    );
  });
});

describe('nestedCutRevealsFew', () => {
  it.each([
    [40, 37, true],
    [40, 35, false],
    [40, 40, false],
    [40, 4, true],
    [40, 0, false],
  ])('of %d, %d inside: %p', (outer, inner, reveals) => {
    expect(nestedCutRevealsFew({ outer, inner, minimumGroupSize: 5 })).toBe(reveals);
  });

  it('refuses an inner cut that is larger', () => {
    expect(() => nestedCutRevealsFew({ outer: 4, inner: 5, minimumGroupSize: 5 })).toThrow(RangeError);
  });
});

const counts = (cells: Record<string, number | null>, all: number | null): PublishedCount[] => [
  ...Object.entries(cells).map(([groupId, n]) => ({ nodeId: 'p', groupId, n })),
  { nodeId: 'p', groupId: null, n: all },
];
const codes = (before: PublishedCount[], after: PublishedCount[]) =>
  republicationProblems({ before, after, minimumGroupSize: 5 }).map(
    ({ code, groupId }) => `${code} ${groupId ?? 'all'}`,
  );

describe('republicationProblems', () => {
  it('allows the same answers again, and a crowd more', () => {
    expect(codes(counts({ a: 9, b: 12 }, 21), counts({ a: 9, b: 12 }, 21))).toEqual([]);
    expect(codes(counts({ a: 9, b: 12 }, 21), counts({ a: 9, b: 17 }, 26))).toEqual([]);
  });

  it('refuses one late answer: the difference is that person', () => {
    expect(codes(counts({ a: 9, b: 12 }, 21), counts({ a: 10, b: 12 }, 22))).toEqual([
      'FEW_NEW_ANSWERS a',
      'FEW_NEW_ANSWERS all',
    ]);
  });

  it('refuses to uncover a group whose first answers stood in the union of the hidden', () => {
    expect(codes(counts({ a: null, b: null, c: 20 }, 30), counts({ a: 8, b: 7, c: 20 }, 35))).toEqual([
      'HIDDEN_CELLS_CHANGED a',
      'HIDDEN_CELLS_CHANGED b',
    ]);
  });

  it('sees few new answers inside the hidden union although the whole grew by many', () => {
    expect(codes(counts({ a: null, b: null, c: 20 }, 30), counts({ a: null, b: null, c: 30 }, 42))).toEqual([
      'FEW_NEW_ANSWERS all',
    ]);
  });

  it('refuses a publication that lost answers', () => {
    expect(codes(counts({ a: 9 }, 9), counts({ a: 8 }, 8))).toEqual(['ANSWERS_REMOVED a', 'ANSWERS_REMOVED all']);
  });

  it('lets through only pairs of publications that an attack cannot use', () => {
    const minimumGroupSize = 3;
    const groups = ['a', 'b', 'c'];
    const sizes = fc.tuple(...groups.map(() => fc.integer({ min: 0, max: 4 })));
    let allowed = 0;
    fc.assert(
      fc.property(sizes, sizes, (old, more) => {
        fc.pre(old.reduce((sum, n, i) => sum + n + more[i]!, 0) <= 14);
        const publication = (n: readonly number[]) => {
          const scored = new Map(groups.map((id, i) => [id, n[i]!]));
          const decided = decideSuppression({
            minimumGroupSize,
            groups: groups.map((id, i) => ({ id, submissions: n[i]! })),
            practices: [{ id: 'p', scored }],
          });
          return [...groups, null].map((groupId) => {
            const { suppression } = decided.practice('p', groupId);
            const size = groupId === null ? n.reduce((sum, one) => sum + one, 0) : scored.get(groupId)!;
            return { nodeId: 'p', groupId, n: suppression === 'shown' || suppression === 'empty' ? size : null };
          });
        };
        const before = publication(old);
        const after = publication(old.map((n, i) => n + more[i]!));
        fc.pre(republicationProblems({ before, after, minimumGroupSize }).length === 0);
        allowed++;
        // Respondents in the order of their group; the late ones are those beyond the old number.
        const who = groups.flatMap((id, i) =>
          Array.from({ length: old[i]! + more[i]! }, (_, k) => ({ id, late: k >= old[i]! })),
        );
        const rows = [
          ...before.filter((cell) => cell.n).map((cell) => who.map((r) => Number(inCut(cell, r.id) && !r.late))),
          ...after.filter((cell) => cell.n).map((cell) => who.map((r) => Number(inCut(cell, r.id)))),
        ];
        expect(findLeak({ respondents: who.length, width: 1, rows }, minimumGroupSize)).toBeNull();
      }),
      { numRuns: 300 },
    );
    expect(allowed).toBeGreaterThan(20);
  });
});

function inCut(cell: PublishedCount, groupId: string): boolean {
  return cell.groupId === null || cell.groupId === groupId;
}
