import type { ResultsType } from '../results/index.js';

type Results = Pick<ResultsType, 'groups' | 'cells'>;

/**
 * What single responses may show once results are published, so that nothing hidden in the results can be worked out
 * from them:
 * - without a shown cell over all respondents a practice shows nothing, and without one anywhere there are no rows;
 * - a response carries the name of its group only where the group itself is shown;
 * - at a practice, responses of a group show their values only where the group's cell there is shown;
 * - responses without a group show theirs only where no named group is hidden at that practice: otherwise the whole
 *   minus everything listed would be the answers of that one group.
 */
export interface AnswerVisibility {
  readonly any: boolean;
  namesGroup(groupId: string): boolean;
  showsValue(practiceId: string, groupId: string): boolean;
}

const NOT_HIDDEN = new Set<string>(['shown', 'empty']);

export function answerVisibility({ groups, cells }: Results): AnswerVisibility {
  const named = new Set(groups.filter(({ suppression }) => suppression === 'shown').map(({ id }) => id));
  const decisions = new Map(
    cells
      .filter(({ nodeKind }) => nodeKind === 'practice')
      .map(({ nodeId, groupId, suppression }) => [`${nodeId} ${groupId ?? ''}`, suppression as string]),
  );
  const decision = (practiceId: string, groupId: string | null): string =>
    decisions.get(`${practiceId} ${groupId ?? ''}`) ?? 'primary';
  const shownToAll = (practiceId: string): boolean => decision(practiceId, null) === 'shown';
  return {
    any: cells.some(
      ({ nodeKind, nodeId, groupId }) => nodeKind === 'practice' && groupId === null && shownToAll(nodeId),
    ),
    namesGroup: (groupId) => named.has(groupId),
    showsValue: (practiceId, groupId) => {
      if (!shownToAll(practiceId)) return false;
      if (named.has(groupId)) return decision(practiceId, groupId) === 'shown';
      return [...named].every((each) => NOT_HIDDEN.has(decision(practiceId, each)));
    },
  };
}
