import {
  type ControlPoint,
  controlPointOf,
  evaluateFormula,
  type Formula,
  FormulaError,
  type Measure,
  MEASURED_AGGREGATIONS,
  type MeasuredAggregation,
  type MeasuredDefinition,
  measureOf,
  parseFormula,
  type Tally,
} from '@touchstone/domain';
import { versionOn } from './mapped-metrics.js';
import { GapReasonEnum } from './metric-series.type.js';
import type { BucketFacts, MetricFacts, SeriesAsked, SeriesFacts, SeriesVersion } from './series-facts.js';
import { withheldPoints } from './withheld-points.js';

export interface AssembledPoint extends Omit<Measure, 'n'> {
  readonly bucket: string;
  /** The day of the organisation's calendar on which it begins. */
  readonly day: string;
  readonly n: number | null;
  readonly observations: number | null;
  readonly reason: GapReasonEnum | null;
  /** The metric without a number, where that is the reason. */
  readonly reasonMetric: string | null;
  /** What was observed; null where nothing was, or where it is withheld. */
  readonly tally: Tally | null;
  readonly definition: MeasuredDefinition | null;
  readonly control: ControlPoint;
}

const GAP = { value: null, lower: null, upper: null, n: null, observations: null, tally: null, definition: null };

/** The points of a metric by the name of their bucket, each with its number or the reason why it has none. */
export function assembleSeries(facts: SeriesFacts, asked: SeriesAsked): AssembledPoint[] {
  const byKey = new Map(facts.metrics.map((metric) => [metric.key, metric]));
  const known = new Map<string, Map<string, AssembledPoint>>();
  const pointsOf = (key: string): Map<string, AssembledPoint> => {
    const ready = known.get(key);
    if (ready) return ready;
    // Stored first: a circle, which saving refuses, would otherwise never end.
    known.set(key, new Map());
    const metric = byKey.get(key);
    const points = metric ? [...measured(metric, facts, asked), ...computed(metric, byKey, pointsOf)] : [];
    const named = new Map(points.map((point) => [point.bucket, point]));
    known.set(key, named);
    return named;
  };
  const own = facts.metrics.find(({ id }) => id === asked.metricId)!;
  return [...pointsOf(own.key).values()].sort((a, b) => Date.parse(a.bucket) - Date.parse(b.bucket));
}

function measured(metric: MetricFacts, facts: SeriesFacts, asked: SeriesAsked): AssembledPoint[] {
  const isWithheld = withheldPoints(metric, facts, asked);
  return metric.points.flatMap((point): AssembledPoint[] => {
    const version = versionOn(metric.versions, point.day);
    if (version.aggregation === 'formula') return [];
    return [isWithheld(point) ? gap(point, GapReasonEnum.TOO_FEW) : pointOf(point, version)];
  });
}

function pointOf({ bucket, day, lastAt, ...sums }: BucketFacts, version: SeriesVersion): AssembledPoint {
  if (!isMeasured(version.aggregation)) return gap({ bucket, day }, GapReasonEnum.NOT_MEASURED);
  const { aggregation, scaleMinimum, scaleMaximum } = version;
  const definition = { aggregation, scaleMinimum, scaleMaximum };
  const tally = { ...sums, lastAt: Date.parse(lastAt) };
  const measure = measureOf({ definition, tally });
  const control = controlPointOf(Date.parse(bucket), definition, tally);
  const observations = sums.observations;
  return { bucket, day, ...measure, observations, reason: null, reasonMetric: null, tally, definition, control };
}

/** Wherever one of the parts was observed there is a number, or the reason why there is none. */
function computed(
  metric: MetricFacts,
  byKey: ReadonlyMap<string, MetricFacts>,
  pointsOf: (key: string) => ReadonlyMap<string, AssembledPoint>,
): AssembledPoint[] {
  const formulas = new Map<string, Formula | null>();
  const texts = metric.versions.flatMap(({ formula }) => formula ?? []);
  if (texts.length === 0) return [];
  const named = [...byKey.keys()].filter((key) => texts.some((text) => new RegExp(`\\b${key}\\b`).test(text)));
  const buckets = new Map(
    named.flatMap((key) => [...pointsOf(key).values()].map(({ bucket, day }) => [bucket, day] as const)),
  );
  return [...buckets].flatMap(([bucket, day]): AssembledPoint[] => {
    const text = versionOn(metric.versions, day).formula;
    if (text === null) return [];
    if (!formulas.has(text)) formulas.set(text, readFormula(text));
    const formula = formulas.get(text);
    if (!formula) return [gap({ bucket, day }, GapReasonEnum.NOT_MEASURED)];
    const answer = evaluateFormula(formula, (key) => pointsOf(key).get(bucket)?.value ?? null);
    if (answer.value === null) {
      const { reason } = answer;
      const of = reason.code === 'no_value_of' ? reason.metric : null;
      const withheld = of !== null && pointsOf(of).get(bucket)?.reason === GapReasonEnum.TOO_FEW;
      return [gap({ bucket, day }, withheld ? GapReasonEnum.TOO_FEW : (reason.code as GapReasonEnum), of)];
    }
    const { value } = answer;
    const control = { at: Date.parse(bucket), value, n: null, count: null, size: null };
    return [{ ...GAP, bucket, day, value, reason: null, reasonMetric: null, control }];
  });
}

function gap(
  { bucket, day }: Pick<BucketFacts, 'bucket' | 'day'>,
  reason: GapReasonEnum,
  reasonMetric: string | null = null,
): AssembledPoint {
  const control = { at: Date.parse(bucket), value: null, n: null, count: null, size: null };
  return { ...GAP, bucket, day, reason, reasonMetric, control };
}

function readFormula(text: string): Formula | null {
  try {
    return parseFormula(text);
  } catch (error) {
    if (error instanceof FormulaError) return null;
    throw error;
  }
}

const isMeasured = (aggregation: string): aggregation is MeasuredAggregation =>
  (MEASURED_AGGREGATIONS as readonly string[]).includes(aggregation);
