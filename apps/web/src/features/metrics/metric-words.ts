import type {
  Aggregation,
  MetricCategory,
  MetricClass,
  MetricDirection,
  MetricLinkKind,
  SeriesBreakCause,
} from './metrics.generated.js';
import type { Grain } from './series/series.generated.js';

export const CLASSES: MetricClass[] = ['PERCEPTION', 'STATE'];
export const CATEGORIES: MetricCategory[] = [
  'PERCEPTION',
  'OPERATIONAL',
  'SYSTEM_PERFORMANCE',
  'BUSINESS',
  'FINANCIAL',
];
export const DIRECTIONS: MetricDirection[] = ['HIGHER', 'LOWER', 'RANGE'];
export const CAUSES: SeriesBreakCause[] = ['DEFINITION', 'SAMPLE', 'SOURCE'];
export const LINK_KINDS: MetricLinkKind[] = ['TOUCHPOINT', 'STAGE', 'JOURNEY', 'TEAM', 'OBJECTIVE'];
/** From the finest. */
export const GRAINS: Grain[] = ['HOUR', 'DAY', 'WEEK', 'MONTH', 'QUARTER'];
/** Ratings first: they are what perception begins with. */
export const AGGREGATIONS: Aggregation[] = [
  'NPS',
  'CSAT',
  'CES',
  'TOP_BOX',
  'MEAN',
  'SUM',
  'MINIMUM',
  'MAXIMUM',
  'LAST',
  'SHARE',
  'RATE',
  'FORMULA',
];
