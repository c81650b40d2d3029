import fc from 'fast-check';
import { decideSuppression } from '@touchstone/domain';
import { answerVisibility } from './answer-visibility.js';

const GROUPS = ['a', 'b', 'c', 'd'];
const PRACTICES = ['p', 'q'];

interface Person {
  readonly group: string;
  readonly answered: readonly string[];
}

/** What the results publish of these people, decided as the results decide it. */
function published(people: readonly Person[], minimumGroupSize: number) {
  const count = (group: string, practice?: string) =>
    people.filter((person) => person.group === group && (!practice || person.answered.includes(practice))).length;
  const table = decideSuppression({
    minimumGroupSize,
    groups: GROUPS.map((id) => ({ id, submissions: count(id) })),
    practices: PRACTICES.map((id) => ({ id, scored: new Map(GROUPS.map((group) => [group, count(group, id)])) })),
  });
  return {
    groups: GROUPS.map((id) => ({ id, suppression: table.group(id).suppression })),
    cells: PRACTICES.flatMap((nodeId) =>
      [null, ...GROUPS].map((groupId) => ({
        nodeKind: 'practice',
        nodeId,
        groupId,
        suppression: table.practice(nodeId, groupId).suppression,
      })),
    ),
  } as unknown as Parameters<typeof answerVisibility>[0];
}

const person = fc.record({ group: fc.constantFrom(...GROUPS), answered: fc.subarray(PRACTICES) });

describe('what single responses may show', () => {
  it('never leaves a remainder of fewer people than the minimum', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 40 }), fc.integer({ min: 3, max: 6 }), (people, minimum) => {
        const results = published(people, minimum);
        const visible = answerVisibility(results);
        for (const practice of PRACTICES) {
          const answered = people.filter((each) => each.answered.includes(practice));
          const listed = answered.filter((each) => visible.showsValue(practice, each.group));
          const cells = (
            results.cells as unknown as { nodeId: string; groupId: string | null; suppression: string }[]
          ).filter(({ nodeId }) => nodeId === practice);
          const pooled = cells.find(({ groupId }) => groupId === null)!.suppression;
          if (pooled !== 'shown') expect(listed).toEqual([]);
          // The whole is published, so what is not listed must be nobody, or a crowd.
          else
            expect([0, ...Array.from({ length: 41 - minimum }, (_, index) => index + minimum)]).toContain(
              answered.length - listed.length,
            );
          // Under the name of a group stand its whole crowd or nobody; the same for those without a name.
          for (const group of GROUPS) {
            if (!visible.namesGroup(group)) continue;
            const crowd = listed.filter((each) => each.group === group).length;
            expect(crowd === 0 || crowd >= minimum).toBe(true);
          }
          const nameless = listed.filter((each) => !visible.namesGroup(each.group)).length;
          expect(nameless === 0 || nameless >= minimum).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('lists nobody where the whole wave is too small', () => {
    const people: Person[] = [{ group: 'a', answered: ['p'] }];
    expect(answerVisibility(published(people, 3))).toMatchObject({ any: false });
  });
});
