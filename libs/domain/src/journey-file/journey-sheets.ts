import { type Evidence, isTextLane, MAP_LANES, stageEmotion } from '../journey/index.js';
import { DONTS, type DocumentTouchpoint, type JourneyDocument, sameName } from './journey-document.js';
import {
  ABOUT_WORDS,
  CHOICE_WORDS,
  COLUMN_WORDS,
  type FileLanguage,
  LANE_WORDS,
  SHEET_WORDS,
  wordOf,
} from './journey-file-words.js';

export type SheetCell = string | number | null;

export interface JourneySheet {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
}

type ColumnName = keyof typeof COLUMN_WORDS;

const EVIDENCE = ['evidence', 'evidenceKind', 'evidenceOn'] as const;

export const TOUCHPOINT_COLUMNS = [
  'stage',
  'touchpoint',
  'channel',
  'existence',
  'factor',
  'emotion',
  'emotionN',
  'emotionJudgedBy',
  'expectation',
  ...EVIDENCE,
  'confirmedAt',
  'accountable',
  'description',
  'serviceLevel',
  ...DONTS,
] as const satisfies readonly ColumnName[];

/** The map as people draw it in a spreadsheet: stages across, lanes down, touchpoints one under the other. */
export function mapSheet(map: JourneyDocument, language: FileLanguage): JourneySheet {
  const { stages } = map;
  const lane = (name: keyof typeof LANE_WORDS): string => wordOf(LANE_WORDS, name, language);
  const rowOf = (name: (typeof MAP_LANES)[number]): SheetCell[] =>
    stages.map(({ cells, touchpoints }) => {
      if (isTextLane(name)) return cells.find((cell) => cell.lane === name)?.text || null;
      if (name === 'touchpoints') return touchpoints.map(({ touchpoint }) => touchpoint).join('\n') || null;
      return stageEmotion(touchpoints);
    });
  const lifecycle = stages.map((stage) => stage.lifecycle && wordOf(CHOICE_WORDS.lifecycle, stage.lifecycle, language));
  return {
    title: wordOf(SHEET_WORDS, 'map', language),
    columns: [wordOf(COLUMN_WORDS, 'lane', language), ...stageLabels(map)],
    rows: [[lane('lifecycle'), ...lifecycle], ...MAP_LANES.map((name) => [lane(name), ...rowOf(name)])],
  };
}

/** A row per touchpoint where it stands, with what the library knows of it. */
export function touchpointsSheet(map: JourneyDocument, language: FileLanguage): JourneySheet {
  const library = new Map(map.touchpoints.map((touchpoint) => [sameName(touchpoint.name), touchpoint]));
  const labels = stageLabels(map);
  return {
    title: wordOf(SHEET_WORDS, 'touchpoints', language),
    columns: TOUCHPOINT_COLUMNS.map((column) => wordOf(COLUMN_WORDS, column, language)),
    rows: map.stages.flatMap(({ touchpoints }, index) =>
      touchpoints.map((placement) => {
        const known = library.get(sameName(placement.touchpoint));
        return [
          labels[index] as string,
          placement.touchpoint,
          known ? wordOf(CHOICE_WORDS.channel, known.channel, language) : null,
          known ? wordOf(CHOICE_WORDS.existence, known.existence, language) : null,
          placement.factor && wordOf(CHOICE_WORDS.factor, placement.factor, language),
          placement.emotion,
          placement.emotionN,
          placement.emotionJudgedBy,
          placement.expectation,
          ...evidenceCells(placement, language),
          placement.confirmedAt,
          known?.accountable ?? null,
          known?.description || null,
          known?.serviceLevel ? wordOf(CHOICE_WORDS.serviceLevel, known.serviceLevel, language) : null,
          ...DONTS.map((dont) => checkWord(known?.[dont] ?? null, language)),
        ];
      }),
    ),
  };
}

/** How texts are known and when somebody last said that they hold: what the map's own cells have no room for. */
export function evidenceSheet(map: JourneyDocument, language: FileLanguage): JourneySheet {
  const labels = stageLabels(map);
  return {
    title: wordOf(SHEET_WORDS, 'evidence', language),
    columns: (['stage', 'lane', ...EVIDENCE, 'confirmedAt'] as const).map((column) =>
      wordOf(COLUMN_WORDS, column, language),
    ),
    rows: map.stages.flatMap(({ cells }, index) =>
      cells.map(({ lane, confirmedAt, ...cell }) => [
        labels[index] as string,
        wordOf(LANE_WORDS, lane, language),
        ...evidenceCells(cell, language),
        confirmedAt,
      ]),
    ),
  };
}

export function aboutMapSheet({ journey }: JourneyDocument, language: FileLanguage): JourneySheet {
  const values: Record<keyof typeof ABOUT_WORDS, string | null> = {
    name: journey.name,
    summary: journey.summary || null,
    state: wordOf(CHOICE_WORDS.state, journey.state, language),
    lifecycle: journey.lifecycle && wordOf(CHOICE_WORDS.lifecycle, journey.lifecycle, language),
    persona: journey.persona,
    product: journey.product,
    partOf: journey.partOf,
  };
  return {
    title: wordOf(SHEET_WORDS, 'about', language),
    columns: [wordOf(COLUMN_WORDS, 'about', language), wordOf(COLUMN_WORDS, 'value', language)],
    rows: Object.entries(values).map(([name, value]) => [
      wordOf(ABOUT_WORDS, name as keyof typeof ABOUT_WORDS, language),
      value,
    ]),
  };
}

const evidenceCells = ({ evidence, evidenceKind, evidenceOn }: Evidence, language: FileLanguage): SheetCell[] => [
  evidence,
  evidenceKind && wordOf(CHOICE_WORDS.evidenceKind, evidenceKind, language),
  evidenceOn,
];

const checkWord = (check: DocumentTouchpoint['noWaiting'], language: FileLanguage): string | null =>
  check && wordOf(CHOICE_WORDS.dont, check, language);

/** Columns need names of their own: a second stage of one name is told apart by its number. */
function stageLabels({ stages }: JourneyDocument): string[] {
  const taken = new Set<string>();
  return stages.map(({ name }) => {
    let label = name;
    for (let copy = 2; taken.has(sameName(label)); copy += 1) label = `${name} (${copy})`;
    taken.add(sameName(label));
    return label;
  });
}
