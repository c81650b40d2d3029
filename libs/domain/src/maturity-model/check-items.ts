/** The rules for items, answer sets and streams, which depend on the item's type and on the model's scoring method. */
import type { FileItem, FileOption, FilePractice, MaturityModelFile } from './maturity-model.schema.js';
import type { ItemType } from './maturity-model.js';
import { checkUnique, type PlacedPractice, type ProblemCollector } from './problem-collector.js';
import type { PathSegment } from './read-yaml.js';

/** The types that are answered by choosing among options the model brings along. */
const TYPES_WITH_OPTIONS: ReadonlySet<ItemType> = new Set(['likert', 'yes-no-partial', 'choice']);

interface ItemPlace {
  readonly file: MaturityModelFile;
  readonly practice: FilePractice;
  readonly item: FileItem;
  readonly path: readonly PathSegment[];
}

function checkOptions(options: readonly FileOption[], path: readonly PathSegment[], collect: ProblemCollector): void {
  const seen = new Set<number>();
  options.forEach(({ value }, index) => {
    if (seen.has(value)) collect.add('duplicate-answer-value', [...path, index, 'value'], { value });
    seen.add(value);
  });
}

function checkAnswerSets(
  file: MaturityModelFile,
  practices: readonly PlacedPractice[],
  collect: ProblemCollector,
): void {
  const used = new Set(practices.flatMap(({ practice }) => practice.items?.map(({ answers }) => answers) ?? []));
  for (const [id, options] of Object.entries(file.answerSets ?? {})) {
    checkOptions(options, ['answerSets', id], collect);
    if (!used.has(id)) collect.addAtKey('unused-answer-set', ['answerSets', id], { id });
  }
}

export function optionsOf(file: MaturityModelFile, item: FileItem): readonly FileOption[] {
  if (item.options) return item.options;
  const sets = file.answerSets ?? {};
  return item.answers !== undefined && Object.hasOwn(sets, item.answers) ? sets[item.answers]! : [];
}

function checkAnswers({ file, item, path }: ItemPlace, collect: ProblemCollector): void {
  const { type, answers, options } = item;
  if (!TYPES_WITH_OPTIONS.has(type)) {
    const key = answers === undefined ? 'options' : 'answers';
    if (answers !== undefined || options) collect.addAtKey('answers-not-allowed', [...path, key], { type });
    return;
  }
  if (answers === undefined && !options) return collect.add('answers-missing', path, { type });
  if (answers !== undefined && options) return collect.addAtKey('answers-twice', [...path, 'options']);
  if (options) checkOptions(options, [...path, 'options'], collect);
  const sets = file.answerSets ?? {};
  if (answers !== undefined && !Object.hasOwn(sets, answers)) {
    return collect.add('unknown-answer-set', [...path, 'answers'], {
      id: answers,
      known: Object.keys(sets).join(', ') || '–',
    });
  }
  const count = optionsOf(file, item).length;
  if (type === 'yes-no-partial' && count !== 3) {
    collect.add('answer-count', [...path, options ? 'options' : 'answers'], { type, count, needed: 3 });
  }
}

function checkPlace({ file, practice, item, path }: ItemPlace, collect: ProblemCollector): void {
  const known = file.levels.map(({ value }) => value);
  if (item.level !== undefined) {
    if (!known.includes(item.level)) {
      collect.add('unknown-level', [...path, 'level'], { level: item.level, known: known.join(', ') });
    } else if (item.type === 'level') {
      collect.addAtKey('level-item-with-level', [...path, 'level']);
    } else if (file.scoring.method === 'staged' && item.level === known[0]) {
      collect.add('question-at-floor', [...path, 'level'], {
        level: item.level,
        lowest: item.level + 1,
        highest: known.at(-1)!,
      });
    }
  }
  const streams = practice.streams?.map(({ id }) => id) ?? [];
  if (item.stream !== undefined && !streams.includes(item.stream)) {
    collect.add('unknown-stream', [...path, 'stream'], {
      practice: practice.id,
      id: item.stream,
      known: streams.join(', ') || '–',
    });
  }
}

/** In stream sums each scored item is one question of one stream at one level, answered on 0–1. */
function checkStreamSumItem({ file, item, path }: ItemPlace, collect: ProblemCollector): void {
  if (item.type === 'text') return;
  if (item.type === 'level') return collect.add('level-item-in-stream-sums', [...path, 'type']);
  if (item.stream === undefined) collect.add('item-without-stream', path, { key: 'stream' });
  if (item.level === undefined) collect.add('item-without-stream', path, { key: 'level' });
  if (item.level === 0) {
    collect.add('question-at-floor', [...path, 'level'], { level: 0, lowest: 1, highest: file.levels.at(-1)!.value });
  }
  const strange = optionsOf(file, item).find(({ value }) => value < 0 || value > 1);
  if (strange) {
    const where = item.options ? [...path, 'options'] : [...path, 'answers'];
    collect.add('answer-value-in-stream-sums', where, { value: strange.value });
  }
}

function scoredItemsOf(practice: FilePractice): readonly FileItem[] {
  return (practice.items ?? []).filter(({ type }) => type !== 'text');
}

/**
 * Where single-level questions alone decide about a practice, a level without one would be reached by nobody (stream
 * sums) or given away (staged).
 */
function checkLevelsAsked(
  file: MaturityModelFile,
  { practice, path }: PlacedPractice,
  collect: ProblemCollector,
): void {
  const scored = scoredItemsOf(practice);
  const { method } = file.scoring;
  const byLevelAlone = scored.length > 0 && scored.every(({ level }) => level !== undefined);
  if (method === 'continuous' || (method === 'staged' && !byLevelAlone)) return;
  const floor = method === 'staged' ? file.levels[0]!.value : 0;
  for (const { value } of file.levels) {
    if (value > floor && !scored.some(({ level }) => level === value)) {
      collect.addAtKey('level-without-question', [...path, 'items'], { practice: practice.id, level: value });
    }
  }
}

function checkStreamSums({ practice, path }: PlacedPractice, collect: ProblemCollector): void {
  if (!practice.streams) {
    collect.add('streams-missing', path, { practice: practice.id });
    return;
  }
  const scored = scoredItemsOf(practice);
  practice.streams.forEach(({ id }, index) => {
    if (!scored.some(({ stream }) => stream === id)) {
      collect.add('stream-without-question', [...path, 'streams', index], { id });
    }
  });
}

export function checkItems(
  file: MaturityModelFile,
  practices: readonly PlacedPractice[],
  collect: ProblemCollector,
): void {
  checkAnswerSets(file, practices, collect);
  const streamSums = file.scoring.method === 'stream-sums';
  for (const placed of practices) {
    const { practice, path } = placed;
    checkUnique(
      'stream',
      (practice.streams ?? []).map(({ id }, index) => ({ id, path: [...path, 'streams', index, 'id'] })),
      collect,
    );
    practice.items?.forEach((item, index) => {
      const place: ItemPlace = { file, practice, item, path: [...path, 'items', index] };
      checkAnswers(place, collect);
      checkPlace(place, collect);
      if (streamSums) checkStreamSumItem(place, collect);
    });
    if (practice.items?.every(({ type }) => type === 'text')) {
      collect.addAtKey('nothing-to-score', [...path, 'items'], { practice: practice.id });
    }
    checkLevelsAsked(file, placed, collect);
    if (streamSums) checkStreamSums(placed, collect);
  }
}
