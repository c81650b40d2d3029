import type { AnonymityPolicy } from '../assessment/assessment-policy.js';
import { isHidden, type SuppressionTable } from './suppression.js';

export interface Comment {
  readonly practiceId: string;
  readonly text: string;
  /** Null where the text was stored apart from its group to begin with. */
  readonly groupId: string | null;
}

/**
 * The comments of a wave as they may be read by the programme office.
 *
 * - In a named wave respondents were told that their words carry their group: everything is released as it is.
 * - Otherwise a comment is released only where the practice has a shown cell over all respondents, and keeps its group
 *   only where the group's own cell is shown. Comments without a group then come from the union of the hidden groups,
 *   which suppression has made at least as large as the minimum.
 * - The order is that of the texts, never that of arrival, which would tie one person's comments together.
 */
export function releaseComments(input: {
  readonly comments: readonly Comment[];
  readonly policy: AnonymityPolicy;
  readonly suppression: SuppressionTable;
}): Comment[] {
  const { comments, policy, suppression } = input;
  const released =
    policy === 'named'
      ? [...comments]
      : comments
          .filter(({ practiceId }) => suppression.practice(practiceId, null).suppression === 'shown')
          .map(({ practiceId, text, groupId }) => ({
            practiceId,
            text,
            groupId: groupId !== null && mayName(suppression, practiceId, groupId) ? groupId : null,
          }));
  return released.sort(
    (a, b) =>
      compare(a.practiceId, b.practiceId) || compare(a.groupId ?? '', b.groupId ?? '') || compare(a.text, b.text),
  );
}

/** An empty cell counts as hidden here: a comment by somebody who left the practice unanswered stands alone in its group. */
function mayName(suppression: SuppressionTable, practiceId: string, groupId: string): boolean {
  return !isHidden(suppression.group(groupId)) && suppression.practice(practiceId, groupId).suppression === 'shown';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
