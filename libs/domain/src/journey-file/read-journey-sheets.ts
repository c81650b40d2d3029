import { isTextLane } from '../journey/index.js';
import { JOURNEY_FORMAT, JOURNEY_LIMITS, type JourneyDocument, sameName } from './journey-document.js';
import { isJourneyFileError, type JourneyFileProblem } from './journey-file-problem.js';
import { columnsOf } from './columns-of.js';
import { ABOUT_WORDS, CHOICE_WORDS, COLUMN_WORDS, keyOf, LANE_WORDS } from './journey-file-words.js';
import { NO_EVIDENCE, readEvidenceOf } from './read-evidence.js';
import { ReadProblems, type TableToRead } from './read-problems.js';
import { newTouchpoint, readTouchpointRows } from './read-touchpoint-rows.js';
import { StageList } from './stage-list.js';

export interface ReadJourney {
  /** As far as it could be read; to be kept only where no problem is an error. */
  readonly document: JourneyDocument;
  readonly problems: readonly JourneyFileProblem[];
}

type Layout = 'map' | 'touchpoints' | 'evidence' | 'about';

/** Which of the known layouts a table has; a map has lanes in its first column, whatever stands above them. */
export function layoutOf({ headers, rows }: TableToRead): Layout | null {
  const columns = headers.map((header) => keyOf(COLUMN_WORDS, header));
  if (columns[0] === 'about') return 'about';
  if (columns.includes('stage') && columns.includes('lane')) return 'evidence';
  if (columns.includes('stage') && columns.includes('touchpoint')) return 'touchpoints';
  const lanes = rows.filter((row) => keyOf(LANE_WORDS, row[0] ?? '') !== null);
  return headers.length > 1 && lanes.length > 0 && (columns[0] === 'lane' || lanes.length > 1) ? 'map' : null;
}

/** Puts a journey together from the sheets of a workbook, or from the one table of a CSV file. */
export function readJourneySheets(tables: readonly TableToRead[], name: string): ReadJourney {
  const problems = new ReadProblems();
  const document = emptyDocument(name);
  const stages = new StageList();
  const found = new Map<Layout, TableToRead>();
  for (const table of tables) {
    const layout = layoutOf(table);
    if (layout && !found.has(layout)) found.set(layout, table);
    else if (tables.length > 1) problems.of(table).note('SHEET_SKIPPED', { value: table.sheet });
  }
  const [map, rows, evidence, about] = (['map', 'touchpoints', 'evidence', 'about'] as const).map((layout) =>
    found.get(layout),
  );
  if (!map && !rows) problems.add('NO_LAYOUT');
  if (map) readMap(map, stages, problems, rows === undefined);
  if (rows) readTouchpointRows(rows, stages, document.touchpoints, problems);
  if (evidence) readEvidence(evidence, stages, problems);
  if (about) readAbout(about, document, problems);
  document.stages.push(...stages.stages);
  const known = new Set(document.touchpoints.map((each) => sameName(each.name)));
  for (const { touchpoint } of document.stages.flatMap(({ touchpoints }) => touchpoints)) {
    if (!known.has(sameName(touchpoint))) document.touchpoints.push(newTouchpoint(touchpoint));
    known.add(sameName(touchpoint));
  }
  if (document.stages.length > JOURNEY_LIMITS.stages)
    problems.add('TOO_MANY_STAGES', { count: document.stages.length, limit: JOURNEY_LIMITS.stages });
  const placed = document.stages.reduce((sum, { touchpoints }) => sum + touchpoints.length, 0);
  if (placed > JOURNEY_LIMITS.placements)
    problems.add('TOO_MANY_TOUCHPOINTS', { count: placed, limit: JOURNEY_LIMITS.placements });
  return {
    document,
    problems: problems.all.toSorted((a, b) => Number(isJourneyFileError(b)) - Number(isJourneyFileError(a))),
  };
}

const emptyDocument = (name: string): JourneyDocument => ({
  format: JOURNEY_FORMAT,
  journey: { name, summary: '', state: 'current', lifecycle: null, persona: null, product: null, partOf: null },
  stages: [],
  touchpoints: [],
});

function readMap(table: TableToRead, stages: StageList, all: ReadProblems, withTouchpoints: boolean): void {
  const problems = all.of(table);
  const seen = new Set<string>();
  const columns = table.headers
    .map((header, index) => ({ header: header.trim(), index }))
    .slice(1)
    .filter(({ header, index }) => header !== '' || table.rows.some((row) => row[index]?.trim()));
  const targets = columns.map(({ header, index }) => {
    if (/^\[[A-Z]+\]$/.test(header)) problems.error('STAGE_MISSING', { column: header });
    problems.within(header, JOURNEY_LIMITS.name, { column: header });
    return { index, header, stage: stages.add(header) };
  });
  table.rows.forEach((row, at) => {
    const place = { row: table.first + at };
    const label = row[0]?.trim() ?? '';
    if (row.every((cell) => cell.trim() === '')) return;
    const lane = keyOf(LANE_WORDS, label);
    if (!lane) return problems.note('LANE_SKIPPED', { ...place, value: label });
    if (seen.has(lane)) return problems.error('LANE_TWICE', { ...place, value: label });
    seen.add(lane);
    if (lane === 'emotion') {
      if (withTouchpoints) problems.note('EMOTION_DRAWN', place);
      return;
    }
    for (const { index, header, stage } of targets) {
      const text = row[index]?.trim() ?? '';
      const where = { ...place, column: header };
      if (text === '') continue;
      if (lane === 'lifecycle') stage.lifecycle = problems.choice(CHOICE_WORDS.lifecycle, text, where);
      else if (isTextLane(lane)) {
        if (problems.within(text, JOURNEY_LIMITS.text, where))
          stage.cells.push({ lane, text, ...NO_EVIDENCE, confirmedAt: null });
      } else if (withTouchpoints) {
        for (const touchpoint of text.split('\n').map((each) => each.replace(/^[-•*·]\s+/, '').trim()))
          if (touchpoint && problems.within(touchpoint, JOURNEY_LIMITS.name, where))
            stages.place(stage, touchpoint, problems, where);
      }
    }
  });
}

function readEvidence(table: TableToRead, stages: StageList, all: ReadProblems): void {
  const problems = all.of(table);
  const column = columnsOf(table);
  table.rows.forEach((row, at) => {
    const cell = (name: keyof typeof COLUMN_WORDS) => row[column(name)]?.trim() ?? '';
    const place = { row: table.first + at };
    if (row.every((each) => each.trim() === '')) return;
    const stage = stages.find(cell('stage'));
    const lane = keyOf(LANE_WORDS, cell('lane'));
    const target = stage?.cells.find((each) => each.lane === lane);
    if (!stage) problems.error('STAGE_UNKNOWN', { ...place, value: cell('stage') });
    else if (!target) problems.note('LANE_SKIPPED', { ...place, value: cell('lane') });
    else {
      readEvidenceOf(target, (name) => ({ text: cell(name), where: place }), problems);
      target.confirmedAt = problems.instant(cell('confirmedAt'), place);
    }
  });
}

function readAbout(table: TableToRead, { journey }: JourneyDocument, all: ReadProblems): void {
  const problems = all.of(table);
  table.rows.forEach((row, at) => {
    const key = keyOf(ABOUT_WORDS, row[0] ?? '');
    const value = row[1]?.trim() ?? '';
    const where = { row: table.first + at, column: row[0] ?? null };
    if (!key || value === '') return;
    if (key === 'state') journey.state = problems.choice(CHOICE_WORDS.state, value, where) ?? 'current';
    else if (key === 'lifecycle') journey.lifecycle = problems.choice(CHOICE_WORDS.lifecycle, value, where);
    else if (problems.within(value, key === 'summary' ? JOURNEY_LIMITS.text : JOURNEY_LIMITS.name, where))
      journey[key] = value;
  });
}

export { type TableToRead } from './read-problems.js';
