import { MORTGAGE_PAIN_POINTS } from './harbour-pain-points-mortgage.js';
import { OPENING_PAIN_POINTS } from './harbour-pain-points-opening.js';
import { PAYMENT_PAIN_POINTS } from './harbour-pain-points-payments.js';
import { SERVICE_PAIN_POINTS } from './harbour-pain-points-service.js';
import type { SamplePainPoint } from './sample-pain-point.js';

/** What Harbour Bank has made of its feedback so far. */
export const HARBOUR_PAIN_POINTS: readonly SamplePainPoint[] = [
  ...OPENING_PAIN_POINTS,
  ...PAYMENT_PAIN_POINTS,
  ...MORTGAGE_PAIN_POINTS,
  ...SERVICE_PAIN_POINTS,
];
