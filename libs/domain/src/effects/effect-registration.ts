/** A day of the organisation's calendar, YYYY-MM-DD. */
export type Day = string;

export const EFFECT_METHODS = ['before_after', 'interrupted_series', 'difference_in_differences'] as const;
export type EffectMethod = (typeof EFFECT_METHODS)[number];

export const EFFECT_GRAINS = ['day', 'week', 'month'] as const;
export type EffectGrain = (typeof EFFECT_GRAINS)[number];

/** A metric, over everybody or over one segment. */
export interface EffectTarget {
  readonly metricId: string;
  readonly segment: { readonly dimension: string; readonly value: string } | null;
}

/** What an initiative promised before its launch, and how it will be judged. */
export interface EffectRegistration extends EffectTarget {
  readonly initiativeId: string;
  readonly direction: 'up' | 'down';
  /** In the metric's unit, above 0. */
  readonly expectedChange: number;
  readonly method: EffectMethod;
  readonly grain: EffectGrain;
  readonly baselineFrom: Day;
  /** The first day after the baseline. */
  readonly baselineTo: Day;
  /** Planned before the launch; from then on the day that it was. */
  readonly launchOn: Day;
  /** Days after the launch that are left out. */
  readonly settlingDays: number;
  /** The first day after what is judged. */
  readonly evaluateOn: Day;
  readonly control: EffectTarget | null;
  /** Observations that either side needs. */
  readonly minimumN: number;
  /** Of the two-sided interval. */
  readonly alpha: number;
  readonly power: number;
}

/** The baseline as it was when the registration was sealed. */
export interface SealedBaseline {
  readonly n: number;
  readonly value: number;
}

/** 1 where a rise was promised, −1 where a fall was. */
export const signOf = ({ direction }: Pick<EffectRegistration, 'direction'>): 1 | -1 => (direction === 'up' ? 1 : -1);

export const sameTarget = (a: EffectTarget, b: EffectTarget): boolean =>
  a.metricId === b.metricId && a.segment?.dimension === b.segment?.dimension && a.segment?.value === b.segment?.value;

/**
 * Whether two targets may rest on the same customers: the same metric, and not two values of one dimension. Values of
 * different dimensions (a region, a product) cross each other.
 */
export const mayOverlap = (a: EffectTarget, b: EffectTarget): boolean =>
  a.metricId === b.metricId &&
  (a.segment === null ||
    b.segment === null ||
    a.segment.dimension !== b.segment.dimension ||
    a.segment.value === b.segment.value);
