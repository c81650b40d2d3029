/** What a customer felt, or what happened: every metric is one of the two. */
export const METRIC_CLASSES = ['perception', 'state'] as const;
export type MetricClass = (typeof METRIC_CLASSES)[number];

export const METRIC_CATEGORIES = ['perception', 'operational', 'system_performance', 'business', 'financial'] as const;
export type MetricCategory = (typeof METRIC_CATEGORIES)[number];

/** How observations become one number. */
export const AGGREGATIONS = [
  'nps',
  'csat',
  'ces',
  'top_box',
  'mean',
  'sum',
  'minimum',
  'maximum',
  'last',
  'share',
  'rate',
  'formula',
] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

/** Which way is better; a metric with a range should stay inside it. */
export const DIRECTIONS = ['higher', 'lower', 'range'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** What a metric is, from a day on. */
export interface MetricDefinition {
  readonly definition: string;
  readonly class: MetricClass;
  readonly category: MetricCategory;
  readonly aggregation: Aggregation;
  readonly unit: string;
  readonly direction: Direction;
  readonly scaleMinimum: number | null;
  readonly scaleMaximum: number | null;
  /** Values that say "not applicable" and are no observation. */
  readonly notApplicable: readonly number[];
  readonly formula: string | null;
  readonly warningThreshold: number | null;
  readonly criticalThreshold: number | null;
  /** How often a new value is due, in days. */
  readonly cadenceDays: number | null;
  readonly source: string;
}

/** Ratings by people: they need a scale. */
const RATINGS: readonly Aggregation[] = ['nps', 'csat', 'ces', 'top_box'];
/** Statistics that no scale bounds. */
const WITHOUT_SCALE: readonly Aggregation[] = ['sum', 'share', 'rate', 'formula'];

export const isRating = (aggregation: Aggregation): boolean => RATINGS.includes(aggregation);
export const mayHaveScale = (aggregation: Aggregation): boolean => !WITHOUT_SCALE.includes(aggregation);

/** The unit that follows from the way of counting, where it does. */
export function unitOfAggregation(aggregation: Aggregation): string | null {
  if (aggregation === 'csat' || aggregation === 'top_box' || aggregation === 'share') return '%';
  return aggregation === 'nps' || aggregation === 'ces' ? 'points' : null;
}
