import { mergeAll, type Tally } from '../series/index.js';
import type { Day, EffectRegistration } from './effect-registration.js';
import {
  bucketAfter,
  type EffectBucket,
  type EffectSide,
  sideOf,
  slotsBetween,
  settledOn,
  STEPS_OF_A_YEAR,
  stepOf,
} from './effect-windows.js';
import { isOnePerBucket, judgedCell, type JudgedCell, type JudgedDefinition } from './judged-cell.js';

/** What a bucket's value is compared with before anything is judged. */
export type ComparedWith = 'none' | 'control' | 'last_year';

export interface ComparedPoint {
  readonly start: Day;
  readonly step: number;
  readonly side: EffectSide;
  readonly value: number;
  readonly n: number;
  /** The control's value, or the mean of the same buckets of earlier years; 0 when nothing is compared. */
  readonly compared: number;
  /** 1 / the variance of value − compared, up to a factor. */
  readonly weight: number;
}

/** Observations of one side together: of the metric itself and of what it is compared with. */
export interface SideCells {
  readonly own: JudgedCell | null;
  readonly compared: JudgedCell | null;
}

export interface ComparedSeries {
  readonly comparison: ComparedWith;
  /** How many years back the values lie whose mean is compared with, such as [1, 2]; empty for other comparisons. */
  readonly years: readonly number[];
  readonly points: readonly ComparedPoint[];
  readonly before: SideCells;
  readonly after: SideCells;
  /** Whole buckets that fit into each side, observed or not. */
  readonly slots: { readonly before: number; readonly after: number };
}

export interface ComparedInput {
  readonly registration: EffectRegistration;
  readonly definition: JudgedDefinition;
  readonly series: readonly EffectBucket[];
  readonly control: readonly EffectBucket[];
  /** Days from which on values are not what they were before. */
  readonly breaks: readonly Day[];
}

/** Share of the buckets of a side that an earlier year must have to be compared with. */
const ENOUGH_OF_A_YEAR = 0.8;
const MOST_YEARS = 3;

/** The buckets that have a value, each beside what it is compared with. */
export function comparedSeries(input: ComparedInput): ComparedSeries {
  const { registration, definition, series, control } = input;
  const { grain, method } = registration;
  const cellOf = (tally: Tally | null) => judgedCell(definition, tally);
  const byStep = new Map(
    series.map(({ start, tally }) => [stepOf(start, grain), { start, tally, cell: cellOf(tally) }]),
  );
  const controlByStep = new Map(
    control.map(({ start, tally }) => [stepOf(start, grain), { start, tally, cell: cellOf(tally) }]),
  );
  const years = method === 'difference_in_differences' ? [] : yearsToCompare(input, byStep);
  const comparison: ComparedWith =
    method === 'difference_in_differences' ? 'control' : years.length > 0 ? 'last_year' : 'none';
  const partnersOf = (step: number) =>
    comparison === 'control'
      ? [controlByStep.get(step)]
      : years.map((year) => byStep.get(step - year * STEPS_OF_A_YEAR[grain]));

  const points: ComparedPoint[] = [];
  const tallies = { before: [[], []] as Tally[][], after: [[], []] as Tally[][] };
  for (const [step, { start, tally, cell }] of [...byStep].sort(([a], [b]) => a - b)) {
    const partners = partnersOf(step);
    const cells = partners.map((partner) => partner?.cell ?? null);
    if (cell === null || !cells.every((each) => each !== null)) continue;
    const side = sideOf(start, registration);
    const spread = cells.reduce((sum, each) => sum + 1 / each.n, 0) / Math.max(1, cells.length) ** 2;
    points.push({
      start,
      step,
      side,
      value: cell.value,
      n: cell.n,
      compared: cells.reduce((sum, each) => sum + each.value / cells.length, 0),
      weight: isOnePerBucket(definition) ? 1 : 1 / (1 / cell.n + spread),
    });
    if (side !== 'before' && side !== 'after') continue;
    tallies[side][0]!.push(tally!);
    tallies[side][1]!.push(...partners.map((partner) => partner!.tally!));
  }
  const sideCells = (side: 'before' | 'after'): SideCells => {
    const [own, compared] = tallies[side].map((each) => (isOnePerBucket(definition) ? null : cellOf(mergeAll(each))));
    return { own: own!, compared: compared! };
  };
  const anyWeek = series[0]?.start;
  return {
    comparison,
    years,
    points,
    before: sideCells('before'),
    after: sideCells('after'),
    slots: {
      before: slotsBetween(registration.baselineFrom, registration.baselineTo, grain, anyWeek),
      after: slotsBetween(settledOn(registration), registration.evaluateOn, grain, anyWeek),
    },
  };
}

/** The earlier years that hold both sides, lie before the launch and after the last break. */
function yearsToCompare(
  { registration, breaks }: ComparedInput,
  byStep: ReadonlyMap<number, { readonly start: Day; readonly cell: JudgedCell | null }>,
): number[] {
  const { grain } = registration;
  const years: number[] = [];
  const sides = { before: [] as number[], after: [] as number[] };
  for (const [step, { start, cell }] of byStep) {
    const side = sideOf(start, registration);
    if (cell !== null && (side === 'before' || side === 'after')) sides[side].push(step);
  }
  if (sides.after.length === 0) sides.after.push(...stepsToCome(registration, byStep));
  if (sides.before.length === 0 || sides.after.length === 0) return years;
  for (let year = 1; year <= MOST_YEARS; year += 1) {
    const back = year * STEPS_OF_A_YEAR[grain];
    const first = bucketAfter(registration.baselineFrom, grain, -back);
    if (breaks.some((day) => day > first && day <= registration.baselineFrom)) break;
    const there = (steps: readonly number[]) =>
      steps.filter((step) => {
        const earlier = byStep.get(step - back);
        return earlier?.cell && bucketAfter(earlier.start, grain) <= registration.launchOn;
      }).length / steps.length;
    if (there(sides.before) >= ENOUGH_OF_A_YEAR && there(sides.after) >= ENOUGH_OF_A_YEAR) years.push(year);
  }
  return years;
}

/** The buckets of an evaluation that has not happened yet: a plan is made as the verdict will be. */
function stepsToCome(registration: EffectRegistration, byStep: ReadonlyMap<number, { readonly start: Day }>): number[] {
  const { grain, evaluateOn } = registration;
  const known = [...byStep.values()].at(-1);
  const steps: number[] = [];
  if (known === undefined) return steps;
  for (let { start } = known; start < evaluateOn; start = bucketAfter(start, grain)) {
    if (sideOf(start, registration) === 'after') steps.push(stepOf(start, grain));
  }
  return steps;
}
