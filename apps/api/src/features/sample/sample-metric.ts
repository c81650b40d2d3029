import type { Aggregation, Direction, ExperienceDomain, MetricCategory } from '@touchstone/domain';
import { daysAgo, mondayBefore, monthsAgo } from './sample-days.js';
import type { SampleSeries } from './sample-series.js';

/** A definition as the sample writes it; what is left out is empty. */
export interface SampleDefinition {
  readonly category: MetricCategory;
  readonly aggregation: Aggregation;
  readonly unit: string;
  readonly direction: Direction;
  readonly definition: string;
  readonly scale?: readonly [minimum: number, maximum: number];
  readonly notApplicable?: readonly number[];
  readonly formula?: string;
  readonly thresholds?: readonly [warning: number, critical: number];
  readonly cadenceDays: number;
  readonly source: string;
}

export interface SampleTarget {
  readonly dueOn: string;
  readonly value: number;
  readonly upperValue?: number;
  /** The objective it was agreed for. */
  readonly objective?: string;
}

export interface SampleMetric {
  readonly key: string;
  readonly name: string;
  readonly owner: string;
  readonly definition: SampleDefinition;
  readonly targets?: readonly SampleTarget[];
  /** What it speaks about, by name; a stage as "journey / stage". */
  readonly objectives?: readonly string[];
  readonly touchpoints?: readonly string[];
  readonly stages?: readonly string[];
  readonly journeys?: readonly string[];
  readonly teams?: readonly string[];
  /** A later definition, and why the series breaks there. */
  readonly redefined?: { readonly from: string; readonly change: Partial<SampleDefinition>; readonly note: string };
  readonly notes?: readonly { readonly on: string; readonly text: string }[];
  /** What was observed; none of a metric that is computed, or that a file of its own fills. */
  readonly series?: SampleSeries;
}

export interface SampleObjective {
  readonly name: string;
  readonly statement: string;
  readonly domains: readonly ExperienceDomain[];
}

export interface SampleGoal {
  readonly name: string;
  readonly statement: string;
  readonly dueOn: string;
  readonly objectives: readonly SampleObjective[];
}

/** What an organisation wants, and the numbers by which it sees whether it gets there. */
export interface SampleCatalogue {
  readonly goals: readonly SampleGoal[];
  /** Somebody works on it, and nobody says what for. */
  readonly orphan?: SampleObjective;
  readonly metrics: readonly SampleMetric[];
}

/** From when the metrics are kept; a little before the first observation. */
export const MEASURED_SINCE = monthsAgo(25);
/** When the clock of account openings began to stop later. */
export const REDEFINED_ON = monthsAgo(14);
/** When the passport's chip could be read: a Monday about five months back. */
export const IMPROVED_ON = mondayBefore(146);
/** When new customers began to be called about their salary, and when those calls were no longer made. */
export const SALARY_CALLS = { begun: mondayBefore(430), ended: mondayBefore(185) };
/** When fewer began to call twice: two things were changed within two weeks, so that nobody knows which of them it was. */
export const CALLED_LESS_ON = mondayBefore(160);
/** The day on which card payments failed. */
export const FAILED_ON = daysAgo(283);
/** When the machines' feed stopped, and nobody noticed. */
export const SILENT_SINCE = daysAgo(45);

/** Perception: the survey it comes from is the source. */
export const perception = (
  aggregation: Aggregation,
  scale: readonly [number, number],
  unit: string,
  definition: string,
  source: string,
  more: Partial<SampleDefinition> = {},
): SampleDefinition => ({
  category: 'perception',
  aggregation,
  unit,
  direction: 'higher',
  definition,
  scale,
  cadenceDays: 30,
  source,
  ...more,
});

export const state = (
  category: MetricCategory,
  aggregation: Aggregation,
  unit: string,
  direction: Direction,
  definition: string,
  source: string,
  more: Partial<SampleDefinition> = {},
): SampleDefinition => ({ category, aggregation, unit, direction, definition, cadenceDays: 7, source, ...more });

/** Sunday to Saturday. */
export const WORKDAYS = [0, 1, 1, 1, 1, 1, 0];
export const BRANCH_DAYS = [0, 1.12, 0.95, 0.92, 0.98, 1.15, 0.88];
