import { releaseComments, type SuppressionTable } from '@touchstone/domain';
import type { Cell, SheetToWrite } from '../../platform/tables/index.js';
import type { ResultsType } from '../results/index.js';
import { answerVisibility } from './answer-visibility.js';
import type { AnswerCount, StoredComment, StoredResponse } from './answers-source.js';
import type { ExportWords } from './export-texts.js';
import { statusOf } from './results-sheets.js';

type Practice = ResultsType['model']['dimensions'][number]['practices'][number];
type Item = Practice['items'][number];

const practicesOf = ({ model }: ResultsType): Practice[] => model.dimensions.flatMap(({ practices }) => practices);
const scoredItems = ({ items }: Practice): Item[] => items.filter(({ type }) => type !== 'text');

/** What stands for an item: its practice's name where it is the only one, otherwise its own question beside it. */
function headingOf(practice: Practice, item: Item, words: ExportWords): string {
  const name = words.of(practice.name);
  return scoredItems(practice).length === 1 ? name : `${name}: ${words.of(item.text)}`;
}

/** One row per response. Named waves give the person; others give what `answerVisibility` allows. */
export function responsesSheet(
  results: ResultsType,
  responses: AsyncIterable<StoredResponse>,
  words: ExportWords,
): SheetToWrite {
  const named = results.anonymity === 'named';
  const columns = practicesOf(results).flatMap((practice) =>
    scoredItems(practice).map((item) => ({ practice, item, heading: headingOf(practice, item, words) })),
  );
  const visible = answerVisibility(results);
  const groups = new Map(results.groups.map((group) => [group.id, group]));
  const groupName = (groupId: string): string => {
    const group = groups.get(groupId);
    if (!group) return '';
    return named || visible.namesGroup(groupId) ? group.name : words.say('hidden');
  };
  const rowOf = (response: StoredResponse): Cell[] => {
    const values = new Map(response.items.map((item, index) => [item, response.values[index] ?? null]));
    const cells = columns.map(({ practice, item }): Cell => {
      if (!named && !visible.showsValue(practice.id, response.groupId)) return words.say('hidden');
      if (!values.has(item.id)) return null;
      return values.get(item.id) ?? words.say('notApplicableAnswer');
    });
    const who = named ? [response.person, response.email] : [];
    return [...who, groupName(response.groupId), ...cells];
  };
  const rows = async function* (): AsyncGenerator<Cell[]> {
    if (!named && !visible.any) return;
    for await (const response of responses) yield rowOf(response);
  };
  return {
    title: words.say('answers'),
    columns: [
      ...(named ? [words.say('person'), words.say('email')] : []),
      words.say('group'),
      ...columns.map(({ heading }) => heading),
    ],
    rows: rows(),
  };
}

/**
 * How the answers to each question are spread, where the cell of its practice is shown. A practice of several questions
 * is given question by question only where everybody in the cell answered all of them: otherwise the mean of the practice
 * minus the questions' sums would be what single people answered.
 */
export function distributionSheet(
  results: ResultsType,
  counts: readonly AnswerCount[],
  words: ExportWords,
): SheetToWrite {
  const groups: readonly { id: string | null; name: string }[] = [
    { id: null, name: words.say('allRespondents') },
    ...results.groups,
  ];
  const cells = new Map(results.cells.map((cell) => [`${cell.nodeKind} ${cell.nodeId} ${cell.groupId ?? ''}`, cell]));
  const levels = new Map(results.model.levels.map(({ value, name }) => [value, words.of(name)]));
  const labelOf = (item: Item, value: number): string | null => {
    if (item.type === 'level') return levels.get(value) ?? null;
    const option = item.options.find((each) => each.value === value);
    return option ? words.of(option.label) : null;
  };
  const given = (item: Item, groupId: string | null): AnswerCount[] =>
    counts
      .filter((each) => each.itemId === item.id && each.groupId === groupId)
      .sort((a, b) => (a.value ?? Infinity) - (b.value ?? Infinity));
  const answered = (item: Item, groupId: string | null): number =>
    given(item, groupId).reduce((sum, { value, count }) => sum + (value === null ? 0 : count), 0);

  const rows: Cell[][] = [];
  for (const practice of practicesOf(results)) {
    const items = scoredItems(practice);
    for (const { id: groupId, name } of groups) {
      const cell = cells.get(`practice ${practice.id} ${groupId ?? ''}`);
      if (!cell) continue;
      const uneven = items.length > 1 && items.some((item) => answered(item, groupId) !== cell.n);
      for (const item of items) {
        const start = [words.of(practice.name), words.of(item.text), item.id, name];
        if (cell.suppression !== 'shown' || uneven) {
          const status =
            uneven && cell.suppression === 'shown'
              ? words.say('unevenItems')
              : statusOf(cell, words, results.minimumGroupSize);
          rows.push([...start, null, null, null, status]);
          continue;
        }
        for (const { value, count } of given(item, groupId)) {
          if (value === null && items.length > 1) continue;
          const label = value === null ? words.say('notApplicableAnswer') : labelOf(item, value);
          rows.push([...start, value, label, count, words.say('shown')]);
        }
      }
    }
  }
  return {
    title: words.say('distributions'),
    columns: (['practice', 'item', 'id', 'group', 'answer', 'level', 'count', 'status'] as const).map((text) =>
      words.say(text),
    ),
    rows,
  };
}

/** Comments without group and in the order of their texts, as far as they are released. */
export function commentsSheet(
  results: ResultsType,
  comments: readonly StoredComment[],
  words: ExportWords,
): SheetToWrite {
  const names = new Map(practicesOf(results).map(({ id, name }) => [id, words.of(name)]));
  const shown = new Set(
    results.cells
      .filter(
        ({ nodeKind, groupId, suppression }) => nodeKind === 'practice' && groupId === null && suppression === 'shown',
      )
      .map(({ nodeId }) => nodeId),
  );
  const decide = (yes: boolean) => ({ suppression: yes ? ('shown' as const) : ('primary' as const), reason: null });
  // Comments were stored apart from their group, so only the whole is ever asked about.
  const suppression: SuppressionTable = {
    group: () => decide(false),
    practice: (practiceId, groupId) => decide(groupId === null && shown.has(practiceId)),
    combination: () => decide(false),
  };
  const released = releaseComments({
    comments: comments.map((comment) => ({ ...comment, groupId: null })),
    policy: results.anonymity,
    suppression,
  });
  return {
    title: words.say('comments'),
    columns: [words.say('practice'), words.say('comment')],
    rows: released.map(({ practiceId, text }) => [names.get(practiceId) ?? practiceId, text]),
  };
}
