import { type CountedDay, withheldBuckets } from '../anonymity/index.js';
import { evaluateFormula, FormulaError, parseFormula } from '../metric-definition/index.js';
import { MEASURED_AGGREGATIONS, type Measure, measureOf, type Tally } from '../series/index.js';

/** A metric with the statistics of its latest month, as roll-ups keep them. */
export interface MeasurableMetric {
  readonly key: string;
  readonly aggregation: string;
  readonly scaleMinimum: number | null;
  readonly scaleMaximum: number | null;
  readonly formula: string | null;
  /** Who answered, by month, in the quarter of that bucket; null for a metric of state. */
  readonly people: readonly CountedDay[] | null;
  readonly rollup:
    | (Omit<Tally, 'lastAt'> & {
        readonly bucket: string;
        /** The first day of its month. */
        readonly day: string;
        readonly lastAt: string;
      })
    | null;
}

export interface LatestValue extends Measure {
  /** When the bucket begins that it is taken from. */
  readonly bucket: string;
  /** The latest observation in it; of a formula, that of its oldest part. */
  readonly lastAt: string;
  /** Too few people stand behind it, so there is no value. */
  readonly suppressed: boolean;
}

/**
 * The latest number of each metric, by its key. A formula takes the numbers of one and the same bucket and has none where
 * its parts come from several. What too few people answered, or would tell of too few beside other months, is withheld, and whatever is computed from it.
 */
export function latestValues(
  metrics: readonly MeasurableMetric[],
  minimumGroupSize: number,
): (key: string) => LatestValue | null {
  const byKey = new Map(metrics.map((metric) => [metric.key, metric]));
  const known = new Map<string, LatestValue | null>();
  const latest = (key: string): LatestValue | null => {
    const ready = known.get(key);
    if (ready !== undefined) return ready;
    // Stored first: a circle, which saving refuses, would otherwise never end.
    known.set(key, null);
    const metric = byKey.get(key);
    const value = metric?.formula
      ? ofFormula(metric.formula, latest)
      : metric
        ? ofRollup(metric, minimumGroupSize)
        : null;
    known.set(key, value);
    return value;
  };
  return latest;
}

const WITHHELD = { value: null, n: 0, lower: null, upper: null, suppressed: true };

function ofRollup(metric: MeasurableMetric, minimumGroupSize: number): LatestValue | null {
  const { rollup, scaleMinimum, scaleMaximum } = metric;
  const aggregation = MEASURED_AGGREGATIONS.find((each) => each === metric.aggregation);
  if (!rollup || !aggregation) return null;
  const { bucket, day, lastAt } = rollup;
  const isWithheld = withheldBuckets({ people: metric.people, grain: 'month', minimumGroupSize });
  if (isWithheld(day)) return { ...WITHHELD, bucket, lastAt };
  const tally = { ...rollup, lastAt: Date.parse(lastAt) };
  const measure = measureOf({ definition: { aggregation, scaleMinimum, scaleMaximum }, tally });
  return { ...measure, bucket, lastAt, suppressed: false };
}

function ofFormula(text: string, latest: (key: string) => LatestValue | null): LatestValue | null {
  const parts: LatestValue[] = [];
  try {
    const { value } = evaluateFormula(parseFormula(text), (key) => {
      const part = latest(key);
      if (part) parts.push(part);
      return part?.value ?? null;
    });
    const [first] = parts;
    if (!first || parts.some(({ bucket }) => bucket !== first.bucket)) return null;
    const { bucket } = first;
    const lastAt = parts.map((part) => part.lastAt).reduce((a, b) => (Date.parse(a) < Date.parse(b) ? a : b));
    if (parts.some(({ suppressed }) => suppressed)) return { ...WITHHELD, bucket, lastAt };
    if (value === null) return null;
    // What several numbers make together rests on no one count, and its interval is not known.
    return {
      value,
      n: Math.min(...parts.map(({ n }) => n)),
      lower: null,
      upper: null,
      bucket,
      lastAt,
      suppressed: false,
    };
  } catch (error) {
    if (error instanceof FormulaError) return null;
    throw error;
  }
}
