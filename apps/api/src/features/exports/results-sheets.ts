import type { Cell, SheetToWrite } from '../../platform/tables/index.js';
import type { ResultsType } from '../results/index.js';
import type { ExportWords } from './export-texts.js';

type ResultCell = ResultsType['cells'][number];

/** Everything a result page shows, as tables: hidden cells say that they are hidden, and nothing else. */
export function resultsSheets(results: ResultsType, words: ExportWords): SheetToWrite[] {
  return [
    cellsSheet(results, words),
    groupsSheet(results, words),
    gapsSheet(results, words),
    aboutSheet(results, words),
  ];
}

function nodesOf(
  { model }: ResultsType,
  words: ExportWords,
): Map<string, { kind: string; dimension: string; practice: string }> {
  const nodes = new Map([['overall overall', { kind: words.say('overall'), dimension: '', practice: '' }]]);
  for (const { id, name, practices } of model.dimensions) {
    const dimension = words.of(name);
    nodes.set(`dimension ${id}`, { kind: words.say('dimension'), dimension, practice: '' });
    for (const practice of practices)
      nodes.set(`practice ${practice.id}`, {
        kind: words.say('practice'),
        dimension,
        practice: words.of(practice.name),
      });
  }
  return nodes;
}

export const statusOf = (
  { suppression }: { readonly suppression: ResultCell['suppression'] },
  words: ExportWords,
  minimum: number,
): string => words.say(suppression, { minimum });

const isShown = ({ suppression }: { readonly suppression: string }): boolean => suppression === 'shown';

function cellsSheet(results: ResultsType, words: ExportWords): SheetToWrite {
  const nodes = nodesOf(results, words);
  const order = [...nodes.keys()];
  const groups = new Map(results.groups.map(({ id, name }) => [id, name]));
  const groupOrder = [...groups.keys()];
  const levels = new Map(results.model.levels.map(({ value, name }) => [value, words.of(name)]));
  const placeOf = ({ nodeKind, nodeId, groupId }: ResultCell): number =>
    order.indexOf(`${nodeKind} ${nodeId}`) * (groupOrder.length + 1) +
    (groupId === null ? 0 : groupOrder.indexOf(groupId) + 1);
  const percent = `${Math.round(results.confidence * 100)}%`;
  const row = (cell: ResultCell): Cell[] => {
    const node = nodes.get(`${cell.nodeKind} ${cell.nodeId}`);
    const numbers = isShown(cell)
      ? [
          cell.n,
          cell.value,
          cell.lower,
          cell.upper,
          cell.sd,
          cell.level,
          cell.level === null ? null : (levels.get(cell.level) ?? null),
        ]
      : [null, null, null, null, null, null, null];
    const rest = isShown(cell) ? [cell.agreement, cell.coverage, cell.notApplicable] : [null, null, null];
    return [
      ...[node?.kind ?? cell.nodeKind, node?.dimension ?? '', node?.practice ?? '', cell.nodeId],
      cell.groupId === null ? words.say('allRespondents') : (groups.get(cell.groupId) ?? ''),
      ...numbers,
      ...rest,
      statusOf(cell, words, results.minimumGroupSize),
    ];
  };
  return {
    title: words.say('results'),
    columns: [
      ...(['kind', 'dimension', 'practice', 'id', 'group', 'n', 'score'] as const).map((text) => words.say(text)),
      words.say('lower', { percent }),
      words.say('upper', { percent }),
      ...(['sd', 'level', 'levelName', 'agreement', 'coverage', 'notApplicable', 'status'] as const).map((text) =>
        words.say(text),
      ),
    ],
    rows: [...results.cells].sort((a, b) => placeOf(a) - placeOf(b)).map(row),
  };
}

export function groupsSheet(results: ResultsType, words: ExportWords): SheetToWrite {
  return {
    title: words.say('groups'),
    columns: (['group', 'groupKind', 'expected', 'submitted', 'status'] as const).map((text) => words.say(text)),
    rows: results.groups.map((group) => [
      group.name,
      group.kind,
      group.expected,
      isShown(group) ? group.submitted : null,
      statusOf(group, words, results.minimumGroupSize),
    ]),
  };
}

function gapsSheet(results: ResultsType, words: ExportWords): SheetToWrite {
  const nodes = nodesOf(results, words);
  const groups = new Map(results.groups.map(({ id, name }) => [id, name]));
  const percent = `${Math.round(results.confidence * 100)}%`;
  return {
    title: words.say('gaps'),
    columns: [
      ...(['kind', 'dimension', 'practice', 'id', 'groupA', 'groupB', 'difference'] as const).map((text) =>
        words.say(text),
      ),
      words.say('lower', { percent }),
      words.say('upper', { percent }),
      ...(['p', 'adjustedP', 'reading'] as const).map((text) => words.say(text)),
    ],
    rows: results.gaps.map((gap) => {
      const node = nodes.get(`${gap.nodeKind} ${gap.nodeId}`);
      return [
        ...[node?.kind ?? gap.nodeKind, node?.dimension ?? '', node?.practice ?? '', gap.nodeId],
        ...[groups.get(gap.groupA) ?? '', groups.get(gap.groupB) ?? ''],
        ...[gap.difference, gap.lower, gap.upper, gap.p, gap.adjustedP],
        words.say(gap.beyondNoise ? 'beyondNoise' : 'withinNoise'),
      ];
    }),
  };
}

/** What must be known to read the numbers: of what, when and by which rules they were computed. */
export function aboutSheet(results: ResultsType, words: ExportWords, more: readonly string[] = []): SheetToWrite {
  const { assessment } = results;
  const facts: [string, Cell][] = [
    [words.say('assessment'), assessment.name],
    [words.say('model'), `${words.of(assessment.modelName)} ${assessment.modelVersion}`],
    [words.say('period'), `${assessment.periodStart} – ${assessment.periodEnd}`],
    [words.say('anonymity'), words.say(results.anonymity)],
    [words.say('minimumGroupSize'), results.minimumGroupSize],
    [words.say('responses'), results.submissions],
    [words.say('computedAt'), new Date(results.computedAt).toISOString()],
    [words.say('formula'), results.formula],
    [words.say('icc'), results.icc],
    [words.say('alpha'), results.krippendorffAlpha],
    ...results.notes.map((code): [string, Cell] => [words.say('note'), words.note(code)]),
    ...more.map((note): [string, Cell] => [words.say('note'), note]),
  ];
  return {
    title: words.say('about'),
    columns: [words.say('fact'), words.say('value')],
    rows: facts.filter(([, value]) => value !== null),
  };
}
