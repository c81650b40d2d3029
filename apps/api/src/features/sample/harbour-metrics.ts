import { MORTGAGE_METRICS } from './harbour-metrics-mortgage.js';
import { OPENING_METRICS } from './harbour-metrics-opening.js';
import { PAYMENT_METRICS } from './harbour-metrics-payments.js';
import { SERVICE_METRICS } from './harbour-metrics-service.js';
import { HARBOUR_GOALS, HARBOUR_ORPHAN } from './harbour-goals.js';
import type { SampleCatalogue } from './sample-metric.js';

/** The goals of the bank, and its metrics. */
export const HARBOUR_CATALOGUE = {
  goals: HARBOUR_GOALS,
  orphan: HARBOUR_ORPHAN,
  metrics: [...SERVICE_METRICS, ...OPENING_METRICS, ...PAYMENT_METRICS, ...MORTGAGE_METRICS],
} as const satisfies SampleCatalogue;
