/** Why there is no verdict, each with what to do about it. */
export const EFFECT_REFUSALS = {
  NOT_JUDGEABLE:
    'Register a metric that has observations of its own; sums and stocks need an interrupted series or a control.',
  TOO_FEW_BUCKETS: 'Lengthen the baseline or evaluate later, or choose a finer grain.',
  SAMPLE_BELOW_MINIMUM: 'Evaluate later, when enough has been observed.',
  MISSING_BUCKETS: 'Import what is missing, or evaluate a stretch that was observed.',
  BREAK_IN_WINDOW: 'Register again with a baseline that begins after the break.',
  BREAK_IN_CONTROL: 'Register again with a control that was measured alike throughout.',
  BASELINE_MOVED:
    'Find out who changed the observations of the baseline and why; register again if they are right now.',
  NO_VARIATION: 'Check the import: observations that never vary cannot be tested.',
  SERIES_WANDERS: 'Use a control: a series without a level to return to cannot be compared with its own past.',
  BASELINE_UNUSUAL:
    'Judge by an interrupted series or a control, or take a longer baseline: what is unusually bad mostly gets better by itself.',
  BAD_SPELL_BEFORE_LAUNCH:
    'Use a control, or evaluate against a later baseline: what is bad for a while mostly gets better by itself.',
  TREND_BEFORE_LAUNCH: 'Judge by an interrupted series: it was getting better before the launch already.',
  NOT_PARALLEL: 'Choose a control that moved alike before the launch.',
  SEASON_LIKELY: 'Wait until the same months of an earlier year can be compared, or use a control.',
} as const;
export type EffectRefusal = keyof typeof EFFECT_REFUSALS;

/** What a reader of the verdict has to know. */
export const EFFECT_CAUTIONS = [
  'SMALLER_THAN_PROMISED',
  'BELOW_PROMISE_BUT_POSSIBLE',
  'PROMISE_RULED_OUT',
  'UNDECIDED',
  'CONFOUNDED',
  'SEASON_UNKNOWN',
  'SEASON_NOT_SEEN',
  'COMPARED_WITH_LAST_YEAR',
  'SOME_BUCKETS_MISSING',
  'BASELINE_TOUCHED',
  'BASELINE_UNUSUAL',
  'TREND_AGAINST_PROMISE',
  'NO_LONGER_HISTORY',
  'BUCKETS_VARY_MORE_THAN_OBSERVATIONS',
] as const;
export type EffectCaution = (typeof EFFECT_CAUTIONS)[number];

export interface EffectReason {
  readonly code: EffectRefusal | EffectCaution;
  /** A refusal makes the verdict "insufficient"; a caution stands beside it. */
  readonly kind: 'refusal' | 'caution';
  readonly params: Readonly<Record<string, string | number>>;
}

export const refusal = (code: EffectRefusal, params: EffectReason['params'] = {}): EffectReason => ({
  code,
  kind: 'refusal',
  params,
});
export const caution = (code: EffectCaution, params: EffectReason['params'] = {}): EffectReason => ({
  code,
  kind: 'caution',
  params,
});
