/**
 * Which cells of a wave's results may be shown.
 *
 * A respondent is hidden in a crowd of at least `minimum` people or not at all, so the promise is stated over what a
 * reader can work out and not over single cells: **no arithmetic on everything published (sums, differences, weighted
 * combinations, in any number) gives a figure about fewer than `minimum` respondents.**
 *
 * The rule
 * 1. A group with fewer than `minimum` submissions is hidden everywhere, counts included (primary).
 * 2. At a practice, a group of which fewer than `minimum` people have a score is hidden there (primary); a practice
 *    that fewer than `minimum` people of the whole wave scored is hidden for everybody.
 * 3. While the people of all hidden groups together are fewer than `minimum`, the smallest group still shown is hidden
 *    as well (complementary), first over the wave, then at every practice: the whole minus the shown groups would be
 *    about those few.
 * 4. A dimension and the overall score are computed **from the practice cells that are shown for the same group and
 *    from nothing else** (`combine-practices.ts`). They are hidden where no practice is shown. Gaps, agreement and
 *    staged levels follow from cells in the same way.
 * 5. Their spread is that of the respondents' own scores only where everybody in the cut scored all of these practices
 *    (or none of them). Otherwise it is put together from the practices' standard errors and a correlation: one
 *    for all groups of the wave and one for everybody, each rounded to one of 21 values (`rater-correlation.ts`).
 *
 * Why it holds. Scores of different practices are different unknowns, so by rule 4 it is enough to look at one
 * practice. What is published there – n, sum, sum of squares, counts by level, not-applicable – are sums over all
 * people of a shown group, or over all people of the wave. In any combination of them everybody of one shown group
 * therefore has one and the same coefficient, and so has everybody in the union of the hidden groups (they occur only
 * in the whole). The people a combination is about are those whose coefficient is not zero: a union of shown groups,
 * by rule 2 at least `minimum` each, and perhaps of the hidden union, by rule 3 at least `minimum` (or nobody).
 *
 * Spreads by rule 5 add sums of products of two practices' scores, new unknowns that occur nowhere else. Where they
 * come from own scores, everybody with such products has them all, so that the coefficients are equal as above.
 *
 * Rule 4 is not a nicety. A mean of the respondents' own dimension scores would give a single person away: when one of
 * twelve marks one practice as not applicable, that mean minus the weighted practice means is exactly this person's score.
 *
 * Out of scope, as in every scheme of this kind: respondents of a hidden union who pool what they know of themselves,
 * and groups in which everybody answered the same.
 */
export type Suppression = 'shown' | 'empty' | 'primary' | 'complementary';

export type SuppressionReason =
  'nobody-answered' | 'group-below-minimum' | 'answers-below-minimum' | 'protects-another-group' | 'no-practice-shown';

export interface CellDecision {
  readonly suppression: Suppression;
  readonly reason: SuppressionReason | null;
}

export interface SuppressionInput {
  readonly minimumGroupSize: number;
  readonly groups: readonly { readonly id: string; readonly submissions: number }[];
  /** For every practice, how many people of each group have a score there; a group left out has nobody. */
  readonly practices: readonly { readonly id: string; readonly scored: ReadonlyMap<string, number> }[];
}

/** Null stands for all respondents pooled. */
export type GroupOrAll = string | null;

export interface SuppressionTable {
  /** Whether anything at all may be said of the group, its number of submissions included. */
  group(groupId: GroupOrAll): CellDecision;
  practice(practiceId: string, groupId: GroupOrAll): CellDecision;
  /** A dimension, or the overall score: whatever rests on these practices. */
  combination(practiceIds: readonly string[], groupId: GroupOrAll): CellDecision;
}

const SHOWN: CellDecision = { suppression: 'shown', reason: null };
const EMPTY: CellDecision = { suppression: 'empty', reason: 'nobody-answered' };
const SMALL_GROUP: CellDecision = { suppression: 'primary', reason: 'group-below-minimum' };
const FEW_ANSWERS: CellDecision = { suppression: 'primary', reason: 'answers-below-minimum' };
const PROTECTS: CellDecision = { suppression: 'complementary', reason: 'protects-another-group' };

export function isHidden(decision: CellDecision): boolean {
  return decision.suppression === 'primary' || decision.suppression === 'complementary';
}

export function decideSuppression(input: SuppressionInput): SuppressionTable {
  const { minimumGroupSize: minimum } = input;
  if (!Number.isInteger(minimum) || minimum < 1) throw new RangeError('minimumGroupSize must be a whole number from 1');

  // One order for the wave, so that the same group is the partner at every practice and cuts stay comparable.
  const order = [...input.groups]
    .sort((a, b) => a.submissions - b.submissions || (a.id < b.id ? -1 : 1))
    .map((group) => group.id);
  const submissions = new Map(input.groups.map((group) => [group.id, group.submissions]));

  const wave = decideColumn({ order, sizes: submissions, minimum, tooSmall: SMALL_GROUP, decided: new Map() });
  const hiddenInWave = new Map([...wave].filter(([groupId, decision]) => groupId !== null && isHidden(decision)));
  const practices = new Map(
    input.practices.map(({ id, scored }) => [
      id,
      decideColumn({ order, sizes: scored, minimum, tooSmall: FEW_ANSWERS, decided: hiddenInWave }),
    ]),
  );

  const group = (groupId: GroupOrAll) => known(wave.get(groupId), 'group', groupId);
  const practice = (practiceId: string, groupId: GroupOrAll) =>
    known(known(practices.get(practiceId), 'practice', practiceId).get(groupId), 'group', groupId);
  return {
    group,
    practice,
    combination(practiceIds, groupId) {
      const whole = group(groupId);
      if (isHidden(whole)) return whole;
      const parts = practiceIds.map((id) => practice(id, groupId).suppression);
      if (parts.includes('shown')) return SHOWN;
      if (parts.includes('primary')) return { suppression: 'primary', reason: 'no-practice-shown' };
      if (parts.includes('complementary')) return { suppression: 'complementary', reason: 'no-practice-shown' };
      return EMPTY;
    },
  };
}

interface Column {
  readonly order: readonly string[];
  readonly sizes: ReadonlyMap<string, number>;
  readonly minimum: number;
  readonly tooSmall: CellDecision;
  /** Groups that are hidden already, whatever their size here. */
  readonly decided: ReadonlyMap<GroupOrAll, CellDecision>;
}

function decideColumn({ order, sizes, minimum, tooSmall, decided }: Column): Map<GroupOrAll, CellDecision> {
  const size = (groupId: string) => sizes.get(groupId) ?? 0;
  const column = new Map<GroupOrAll, CellDecision>();
  let total = 0;
  let hidden = 0;
  for (const groupId of order) {
    const n = size(groupId);
    total += n;
    const decision = decided.get(groupId) ?? (n === 0 ? EMPTY : n < minimum ? tooSmall : SHOWN);
    if (isHidden(decision)) hidden += n;
    column.set(groupId, decision);
  }
  for (const groupId of order) {
    if (hidden === 0 || hidden >= minimum) break;
    if (column.get(groupId) !== SHOWN) continue;
    column.set(groupId, PROTECTS);
    hidden += size(groupId);
  }
  column.set(null, total === 0 ? EMPTY : total < minimum ? tooSmall : SHOWN);
  return column;
}

function known<T>(value: T | undefined, what: string, id: GroupOrAll): T {
  if (value === undefined) throw new RangeError(`unknown ${what} ${id ?? '(all)'}`);
  return value;
}
