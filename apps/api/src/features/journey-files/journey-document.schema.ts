import {
  CHANNELS,
  DONT_CHECKS,
  EMOTION_RANGE,
  EVIDENCE_KINDS,
  EXISTENCES,
  JOURNEY_FORMAT,
  JOURNEY_LIMITS,
  JOURNEY_STATES,
  type JourneyDocument,
  type JourneyFileProblem,
  LIFECYCLE_STAGES,
  PLACEMENT_FACTORS,
  sameName,
  SERVICE_LEVELS,
  TEXT_LANES,
} from '@touchstone/domain';
import { z } from 'zod';

const { name: NAME, text: TEXT, evidence: EVIDENCE, expectation: EXPECTATION, judgedBy: JUDGED_BY } = JOURNEY_LIMITS;

const name = z.string().trim().min(1).max(NAME);
const textOrNull = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .nullable()
    .default(null)
    .transform((text) => text || null);
const nameOrNull = textOrNull(NAME);
const instant = z.iso.datetime({ offset: true }).nullable().default(null);
const lifecycle = z.enum(LIFECYCLE_STAGES).nullable().default(null);
const check = z.enum(DONT_CHECKS).nullable().default(null);

const evidence = {
  evidence: textOrNull(EVIDENCE),
  evidenceKind: z.enum(EVIDENCE_KINDS).nullable().default(null),
  evidenceOn: z.iso.date().nullable().default(null),
};
const datedOfAKind = { message: 'EVIDENCE_WITHOUT_KIND', path: ['evidenceKind'] };
const isOfAKind = (of: { evidenceKind: string | null; evidenceOn: string | null }): boolean =>
  of.evidenceOn === null || of.evidenceKind !== null;

const placement = z
  .strictObject({
    touchpoint: name,
    factor: z.enum(PLACEMENT_FACTORS).nullable().default(null),
    emotion: z.int().min(EMOTION_RANGE.lowest).max(EMOTION_RANGE.highest).nullable().default(null),
    emotionN: z.int().positive().max(2_147_483_647).nullable().default(null),
    emotionJudgedBy: textOrNull(JUDGED_BY),
    expectation: textOrNull(EXPECTATION),
    ...evidence,
    confirmedAt: instant,
  })
  .refine(isOfAKind, datedOfAKind)
  .superRefine(({ emotion, emotionN, emotionJudgedBy }, refused) => {
    const sources = Number(emotionN !== null) + Number(emotionJudgedBy !== null);
    if (sources === (emotion === null ? 0 : 1)) return;
    const code = emotion === null ? 'SOURCE_WITHOUT_EMOTION' : sources > 1 ? 'TWO_SOURCES' : 'EMOTION_WITHOUT_SOURCE';
    refused.addIssue({ code: 'custom', path: ['emotion'], message: code });
  });

const stage = z
  .strictObject({
    name,
    lifecycle,
    cells: z
      .array(
        z
          .strictObject({
            lane: z.enum(TEXT_LANES),
            text: z.string().trim().min(1).max(TEXT),
            ...evidence,
            confirmedAt: instant,
          })
          .refine(isOfAKind, datedOfAKind),
      )
      .default([]),
    touchpoints: z.array(placement).default([]),
  })
  .superRefine(({ cells, touchpoints }, refused) => {
    twice(cells.map(({ lane }) => lane)).forEach((at) =>
      refused.addIssue({ code: 'custom', path: ['cells', at], message: 'LANE_TWICE' }),
    );
    twice(touchpoints.map(({ touchpoint }) => sameName(touchpoint))).forEach((at) =>
      refused.addIssue({ code: 'custom', path: ['touchpoints', at], message: 'TOUCHPOINT_TWICE' }),
    );
  });

const touchpoint = z.strictObject({
  name,
  description: z.string().trim().max(TEXT).default(''),
  existence: z.enum(EXISTENCES).default('existing'),
  channel: z.enum(CHANNELS).default('other'),
  noWaiting: check,
  noAnnoyance: check,
  noPuzzling: check,
  noRepeating: check,
  serviceLevel: z.enum(SERVICE_LEVELS).nullable().default(null),
  accountable: nameOrNull,
});

/** docs/journey-format.md says what each part means. */
const journeyDocument = z.strictObject({
  format: z.literal(JOURNEY_FORMAT),
  journey: z.strictObject({
    name,
    summary: z.string().trim().max(TEXT).default(''),
    state: z.enum(JOURNEY_STATES).default('current'),
    lifecycle,
    persona: nameOrNull,
    product: nameOrNull,
    partOf: nameOrNull,
  }),
  stages: z.array(stage).max(JOURNEY_LIMITS.stages),
  touchpoints: z.array(touchpoint).max(JOURNEY_LIMITS.placements).default([]),
});

/** Where a value stands that was there before. */
function twice(values: readonly string[]): number[] {
  return values.flatMap((value, at) => (values.indexOf(value) < at ? [at] : []));
}

const problem = (
  code: JourneyFileProblem['code'],
  column: string | null,
  params: JourneyFileProblem['params'] = {},
): JourneyFileProblem => ({ code, sheet: null, row: null, column, value: null, params });

const OWN_CODES = [
  'SOURCE_WITHOUT_EMOTION',
  'TWO_SOURCES',
  'EMOTION_WITHOUT_SOURCE',
  'EVIDENCE_WITHOUT_KIND',
  'LANE_TWICE',
  'TOUCHPOINT_TWICE',
];
const MOST_PROBLEMS = 500;

/** Reads a map that was written as JSON; every problem says where it stands in the document. */
export function readJourneyJson(text: string): { document: JourneyDocument | null; problems: JourneyFileProblem[] } {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { document: null, problems: [problem('NOT_THIS_FORMAT', null, { format: JOURNEY_FORMAT })] };
  }
  if (typeof raw !== 'object' || raw === null || !('format' in raw) || raw.format !== JOURNEY_FORMAT)
    return { document: null, problems: [problem('NOT_THIS_FORMAT', 'format', { format: JOURNEY_FORMAT })] };
  const read = journeyDocument.safeParse(raw);
  if (!read.success) {
    const problems = read.error.issues.slice(0, MOST_PROBLEMS).map(({ path, message, code }) => {
      const own = code === 'custom' && OWN_CODES.find((each) => each === message);
      return problem(
        (own || 'BAD_VALUE') as JourneyFileProblem['code'],
        path.join('.') || null,
        own ? {} : { allowed: message },
      );
    });
    return { document: null, problems };
  }
  const document: JourneyDocument = read.data;
  const placed = document.stages.reduce((sum, { touchpoints }) => sum + touchpoints.length, 0);
  const limit = JOURNEY_LIMITS.placements;
  const problems = placed > limit ? [problem('TOO_MANY_TOUCHPOINTS', 'stages', { count: placed, limit })] : [];
  return { document, problems };
}
