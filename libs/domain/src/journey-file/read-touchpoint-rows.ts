import { EMOTION_RANGE } from '../journey/index.js';
import {
  type DocumentPlacement,
  type DocumentTouchpoint,
  DONTS,
  JOURNEY_LIMITS,
  sameName,
} from './journey-document.js';
import { CHOICE_WORDS, COLUMN_WORDS, keyOf } from './journey-file-words.js';
import { TOUCHPOINT_COLUMNS } from './journey-sheets.js';
import { columnsOf } from './columns-of.js';
import { readEvidenceOf } from './read-evidence.js';
import type { ProblemsOfTable, ReadProblems, TableToRead, Where } from './read-problems.js';
import type { StageList } from './stage-list.js';

type Column = (typeof TOUCHPOINT_COLUMNS)[number];
type Cells = (column: Column) => { readonly text: string; readonly where: Where };

/** A row per touchpoint: where it stands, what it weighs, how it feels, and what the library should know of a new one. */
export function readTouchpointRows(
  table: TableToRead,
  stages: StageList,
  library: DocumentTouchpoint[],
  all: ReadProblems,
): void {
  const problems = all.of(table);
  const column = columnsOf(table);
  const used = new Set(TOUCHPOINT_COLUMNS.map((name) => column(name)));
  table.headers.forEach((header, index) => {
    if (used.has(index) || !table.rows.some((row) => row[index]?.trim())) return;
    problems.note('COLUMN_SKIPPED', { column: header });
  });
  table.rows.forEach((row, at) => {
    if (row.every((cell) => cell.trim() === '')) return;
    const cells: Cells = (name) => {
      const index = column(name);
      return {
        text: row[index]?.trim() ?? '',
        where: { row: table.first + at, column: table.headers[index] ?? COLUMN_WORDS[name].en[0] ?? null },
      };
    };
    readRow(cells, stages, library, problems);
  });
}

function readRow(cells: Cells, stages: StageList, library: DocumentTouchpoint[], problems: ProblemsOfTable): void {
  const stageName = cells('stage');
  const touchpoint = cells('touchpoint');
  if (!stageName.text) problems.error('STAGE_MISSING', stageName.where);
  if (!touchpoint.text) problems.error('TOUCHPOINT_MISSING', touchpoint.where);
  if (!stageName.text || !touchpoint.text) return;
  const short = [stageName, touchpoint].every(({ text, where }) => problems.within(text, JOURNEY_LIMITS.name, where));
  if (!short) return;
  const stage = stages.find(stageName.text) ?? stages.add(stageName.text);
  const placement = stages.place(stage, touchpoint.text, problems, touchpoint.where);
  if (placement) readPlacement(cells, placement, problems);
  readLibrary(cells, touchpoint.text, library, problems);
}

function readPlacement(cells: Cells, placement: DocumentPlacement, problems: ProblemsOfTable): void {
  const factor = cells('factor');
  placement.factor = problems.choice(CHOICE_WORDS.factor, factor.text, factor.where);
  placement.emotion = emotionOf(cells, problems);
  placement.emotionN = countOf(cells, problems);
  const judged = cells('emotionJudgedBy');
  if (problems.within(judged.text, JOURNEY_LIMITS.judgedBy, judged.where))
    placement.emotionJudgedBy = judged.text || null;
  const sources = Number(placement.emotionN !== null) + Number(placement.emotionJudgedBy !== null);
  const { where } = cells('emotion');
  if (sources > 1) problems.error('TWO_SOURCES', where);
  else if (placement.emotion !== null && sources === 0) problems.error('EMOTION_WITHOUT_SOURCE', where);
  else if (cells('emotion').text === '' && sources > 0) problems.error('SOURCE_WITHOUT_EMOTION', where);
  const expectation = cells('expectation');
  if (problems.within(expectation.text, JOURNEY_LIMITS.expectation, expectation.where))
    placement.expectation = expectation.text || null;
  readEvidenceOf(placement, cells, problems);
  const confirmed = cells('confirmedAt');
  placement.confirmedAt = problems.instant(confirmed.text, confirmed.where);
}

function emotionOf(cells: Cells, problems: ProblemsOfTable): number | null {
  const { text, where } = cells('emotion');
  if (text === '') return null;
  const value = Number(text.replace('−', '-'));
  if (Number.isInteger(value) && value >= EMOTION_RANGE.lowest && value <= EMOTION_RANGE.highest) return value;
  problems.error('BAD_EMOTION', { ...where, value: text, params: { ...EMOTION_RANGE } });
  return null;
}

function countOf(cells: Cells, problems: ProblemsOfTable): number | null {
  const { text, where } = cells('emotionN');
  if (text === '') return null;
  const value = Number(text);
  if (Number.isInteger(value) && value > 0 && value <= 2_147_483_647) return value;
  problems.error('BAD_COUNT', { ...where, value: text });
  return null;
}

/** What several rows say of one touchpoint comes together; the first row that says something counts. */
function readLibrary(cells: Cells, name: string, library: DocumentTouchpoint[], problems: ProblemsOfTable): void {
  let known = library.find((each) => sameName(each.name) === sameName(name));
  const isNew = known === undefined;
  if (!known) {
    known = newTouchpoint(name);
    library.push(known);
  }
  const choose = <Key extends string>(column: Column, table: Parameters<typeof keyOf<Key>>[0]): Key | null => {
    const { text, where } = cells(column);
    return problems.choice(table, text, where);
  };
  const channel = choose('channel', CHOICE_WORDS.channel);
  const existence = choose('existence', CHOICE_WORDS.existence);
  if (isNew && channel) known.channel = channel;
  if (isNew && existence) known.existence = existence;
  known.serviceLevel ??= choose('serviceLevel', CHOICE_WORDS.serviceLevel);
  for (const dont of DONTS) known[dont] ??= choose(dont, CHOICE_WORDS.dont);
  const description = cells('description');
  if (problems.within(description.text, JOURNEY_LIMITS.text, description.where)) known.description ||= description.text;
  const team = cells('accountable');
  if (problems.within(team.text, JOURNEY_LIMITS.name, team.where)) known.accountable ??= team.text || null;
}

export const newTouchpoint = (name: string): DocumentTouchpoint => ({
  name,
  description: '',
  existence: 'existing',
  channel: 'other',
  noWaiting: null,
  noAnnoyance: null,
  noPuzzling: null,
  noRepeating: null,
  serviceLevel: null,
  accountable: null,
});
