import { type FieldProblem, ValidationError } from '@touchstone/domain';
import { z } from 'zod';
import { formProblems } from '../../platform/errors/field-messages.js';
import { FeedbackSourceEnum } from '../feedback/index.js';
import type { FeedbackContext } from './feedback-context.js';

export const TARGETS = [
  'text',
  'language',
  'time',
  'source',
  'rating',
  'touchpoint',
  'persona',
  'reference',
  'ignore',
] as const;
export type FeedbackTarget = (typeof TARGETS)[number];

/** Alerts and gaps of assessments come from where they were found, and from nowhere else. */
export const SOURCES = [
  FeedbackSourceEnum.SERVICE_DESK,
  FeedbackSourceEnum.FORUM,
  FeedbackSourceEnum.SURVEY,
  FeedbackSourceEnum.INTERVIEW,
  FeedbackSourceEnum.WALKTHROUGH,
  FeedbackSourceEnum.STORE_VISIT,
  FeedbackSourceEnum.OTHER,
] as const;

const lower = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);
const source = z.preprocess(lower, z.enum(SOURCES));

const form = z.object({
  columns: z
    .array(z.object({ column: z.int().min(0).max(999), target: z.preprocess(lower, z.enum(TARGETS)) }))
    .min(1)
    .max(1000),
  /** Of all rows, or of those that name none. */
  source: source.nullish(),
  /** What the file calls a source or a channel → the source that is meant. */
  sourceValues: z.record(z.string().max(200), source).nullish(),
  saidOn: z.iso.date().nullish(),
  /** Of all rows, or of those that name none. */
  touchpointId: z.uuid().nullish(),
  /** Whose ratings these are: then only comments of low ones come in. */
  metricId: z.uuid().nullish(),
  /** What the file calls a touchpoint → its id. */
  touchpointValues: z.record(z.string().max(200), z.uuid()).nullish(),
  dateOrder: z.preprocess(lower, z.enum(['ymd', 'dmy', 'mdy'])).nullish(),
  decimal: z.enum(['.', ',']).nullish(),
  sheet: z.string().max(200).nullish(),
  headerRow: z.int().min(1).nullish(),
});
export type FeedbackMapping = z.infer<typeof form>;
export type MappedColumn = FeedbackMapping['columns'][number];

/** Clocks of the sender may be ahead, and the day has begun elsewhere already. */
export const AHEAD_MS = 26 * 3_600_000;

/** The mapping as it may be saved and sent: of the right form, whatever file it meets. */
export function mappingInForm(given: unknown): FeedbackMapping {
  const parsed = form.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new ValidationError(formProblems(parsed.error, 'mapping', 'invalid'));
}

export const FEEDBACK_MAPPING = { kind: 'feedback', inForm: mappingInForm } as const;

/** Names everything that keeps a table from being read like this, at once. */
export function checkMapping(
  given: unknown,
  { touchpoints, anywhere, ratedMetrics }: FeedbackContext,
): FeedbackMapping {
  const mapping = mappingInForm(given);
  const problems: FieldProblem[] = [];
  const say = (path: string, code: string, message: string, params?: FieldProblem['params']) =>
    void problems.push({ path: `mapping.${path}`, code, message, params });
  const held = (target: FeedbackTarget) => mapping.columns.filter((one) => one.target === target).length;

  const seen = new Set<number>();
  mapping.columns.forEach(({ column }, index) => {
    if (seen.has(column)) say(`columns.${index}.column`, 'column_twice', 'A column holds one thing.');
    seen.add(column);
  });
  for (const target of TARGETS)
    if (target !== 'ignore' && held(target) > 1)
      say('columns', `many_${target}`, `Only one column can hold the ${target}.`);
  if (held('text') === 0) say('columns', 'no_text', 'Say which column holds what was said.');
  if (held('time') === 0 && !mapping.saidOn)
    say('saidOn', 'no_time', 'Say which column holds the day, or on which day all of it was said.');
  else if (mapping.saidOn && Date.parse(mapping.saidOn) > Date.now() + AHEAD_MS)
    say('saidOn', 'in_the_future', 'It cannot have been said in the future.');
  if (held('source') === 0 && !mapping.source)
    say('source', 'no_source', 'Say where it was said, or which column says so.');
  if (mapping.metricId && !ratedMetrics.has(mapping.metricId))
    say('metricId', 'metric_not_rated', 'There is no metric of this id that is rated on a scale. Choose another one.');
  if (mapping.metricId && held('rating') === 0)
    say('columns', 'no_rating', 'Say which column holds the ratings of the metric.');
  if (!anywhere && held('touchpoint') === 0 && !mapping.touchpointId)
    say('touchpointId', 'no_touchpoint', 'Say at which touchpoint of your teams it was said, or which column says so.');
  const demandTouchpoint = (path: string, id: string) => {
    const touchpoint = touchpoints.get(id);
    if (!touchpoint) say(path, 'unknown', 'This does not exist any more. Choose another one.');
    else if (!touchpoint.allowed)
      say(
        path,
        'touchpoint_of_others',
        `${touchpoint.name} belongs to another team: its lead or the programme office can import for it.`,
        { touchpoint: touchpoint.name, team: touchpoint.team ?? '' },
      );
  };
  if (mapping.touchpointId) demandTouchpoint('touchpointId', mapping.touchpointId);
  for (const [name, id] of Object.entries(mapping.touchpointValues ?? {}))
    demandTouchpoint(`touchpointValues.${name}`, id);
  if (problems.length > 0) throw new ValidationError(problems);
  return mapping;
}
