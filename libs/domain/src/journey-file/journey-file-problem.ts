/** What stands against bringing a file in; nothing is brought in while one of these is left. */
export const JOURNEY_FILE_ERRORS = [
  'NO_LAYOUT',
  'NOT_THIS_FORMAT',
  'BAD_CHARACTER',
  'BAD_VALUE',
  'LANE_TWICE',
  'STAGE_MISSING',
  'STAGE_UNKNOWN',
  'TOUCHPOINT_MISSING',
  'TOUCHPOINT_TWICE',
  'TEXT_TOO_LONG',
  'UNKNOWN_CHOICE',
  'BAD_EMOTION',
  'BAD_COUNT',
  'EMOTION_WITHOUT_SOURCE',
  'EVIDENCE_WITHOUT_KIND',
  'SOURCE_WITHOUT_EMOTION',
  'TWO_SOURCES',
  'TOO_MANY_STAGES',
  'TOO_MANY_TOUCHPOINTS',
] as const;

/** What is left out or done otherwise, for the person to know beforehand. */
export const JOURNEY_FILE_NOTES = ['LANE_SKIPPED', 'EMOTION_DRAWN', 'COLUMN_SKIPPED', 'SHEET_SKIPPED'] as const;

export type JourneyFileCode = (typeof JOURNEY_FILE_ERRORS)[number] | (typeof JOURNEY_FILE_NOTES)[number];

export interface JourneyFileProblem {
  readonly code: JourneyFileCode;
  /** Null in a CSV file, which has one table. */
  readonly sheet: string | null;
  /** As the spreadsheet shows it; null where it is not about one row. */
  readonly row: number | null;
  /** The column's name, or the path in a JSON document. */
  readonly column: string | null;
  readonly value: string | null;
  readonly params: Readonly<Record<string, string | number>>;
}

export const isJourneyFileError = ({ code }: Pick<JourneyFileProblem, 'code'>): boolean =>
  (JOURNEY_FILE_ERRORS as readonly string[]).includes(code);
