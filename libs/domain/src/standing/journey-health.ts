import { weightedMean, type Estimate } from './estimate.js';
import type { MetricStanding } from './metric-standing.js';

/** A touchpoint where it stands in a journey. */
export interface HealthTouchpoint {
  readonly touchpointId: string;
  /** −3 to 3; null where nobody said. */
  readonly emotion: number | null;
  /** How many customers were asked; null where it was judged by somebody instead. */
  readonly emotionN: number | null;
  /** Nobody has confirmed the placement within its shelf life. */
  readonly stale: boolean;
  readonly owned: boolean;
  readonly metricIds: readonly string[];
}

export interface HealthInput {
  readonly touchpoints: readonly HealthTouchpoint[];
  /** Metrics that speak about the stage or the journey as a whole. */
  readonly wholeMetricIds: readonly string[];
  readonly standing: (metricId: string) => MetricStanding | undefined;
}

export const HEALTH_BANDS = ['good', 'fair', 'poor'] as const;
export type HealthBand = (typeof HEALTH_BANDS)[number];
export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof CONFIDENCES)[number];
export const WITHHELD_REASONS = ['no_touchpoints', 'too_little_known'] as const;
export type WithheldReason = (typeof WITHHELD_REASONS)[number];

export interface JourneyHealth {
  /** 0 to 100: the mean of the parts that there are; null where too little is known to say. */
  readonly score: number | null;
  readonly band: HealthBand | null;
  readonly confidence: Confidence | null;
  readonly withheld: WithheldReason | null;
  readonly emotion: {
    readonly score: number | null;
    readonly mean: number | null;
    readonly asked: number;
    readonly judged: number;
  };
  readonly perception: { readonly score: Estimate | null; readonly metrics: number; readonly n: number };
  readonly targets: { readonly score: number | null; readonly met: number; readonly judged: number };
  readonly coverage: {
    readonly touchpoints: number;
    readonly owned: number;
    readonly measured: number;
    /** With a metric whose data is fresh. */
    readonly fresh: number;
    /** Fresh data, or customers asked how it feels and the answer still confirmed. */
    readonly known: number;
    readonly stale: number;
  };
}

const [KNOWN_AT_LEAST, KNOWN_WELL] = [0.5, 0.8];
const [STALE_AT_MOST, STALE_TOO_MUCH] = [0.2, 0.5];
const [GOOD, FAIR] = [70, 50];

/**
 * How well a journey, or one stage of it, goes, and how far that is known.
 *
 * Formula: score = mean of those of three parts that there are. Emotion: (mean + 3) / 6 × 100 over touchpoints with one.
 * Perception: mean over touchpoints of the mean score (0–100) of their perception metrics with fresh data; what speaks about
 * the whole counts as one touchpoint. Targets: percent of the metrics with target and fresh data that have reached it.
 * Withheld where fewer than half of the touchpoints are known: fresh data, or an emotion asked of customers and still
 * confirmed. A judged emotion counts in its part but makes nothing known.
 */
export function journeyHealth({ touchpoints, wholeMetricIds, standing }: HealthInput): JourneyHealth {
  const fresh = (id: string) => standing(id)?.freshness === 'fresh' && standing(id)?.latest !== null;
  const share = (count: number) => (touchpoints.length === 0 ? 0 : count / touchpoints.length);
  const count = (which: (touchpoint: HealthTouchpoint) => boolean) => touchpoints.filter(which).length;
  const isAsked = ({ emotion, emotionN }: HealthTouchpoint) => emotion !== null && emotionN !== null;
  const coverage = {
    touchpoints: touchpoints.length,
    owned: count(({ owned }) => owned),
    measured: count(({ metricIds }) => metricIds.length > 0),
    fresh: count(({ metricIds }) => metricIds.some(fresh)),
    known: count((each) => each.metricIds.some(fresh) || (isAsked(each) && !each.stale)),
    stale: count(({ stale }) => stale),
  };
  const emotion = emotionOf(touchpoints, isAsked);
  const perception = perceptionOf([...touchpoints.map(({ metricIds }) => metricIds), wholeMetricIds], standing, fresh);
  const ids = [...new Set([...touchpoints.flatMap(({ metricIds }) => metricIds), ...wholeMetricIds])].filter(fresh);
  const outlooks = ids.map((id) => standing(id)!.outlook).filter((each) => each !== 'no_target' && each !== 'no_data');
  const met = outlooks.filter((outlook) => outlook === 'met').length;
  const targets = { met, judged: outlooks.length, score: outlooks.length === 0 ? null : (100 * met) / outlooks.length };

  const parts = [emotion.score, perception.score?.value ?? null, targets.score].filter((part) => part !== null);
  const withheld =
    touchpoints.length === 0
      ? 'no_touchpoints'
      : share(coverage.known) < KNOWN_AT_LEAST || parts.length === 0
        ? 'too_little_known'
        : null;
  const score = withheld ? null : parts.reduce((sum, part) => sum + part, 0) / parts.length;
  const confidence =
    share(coverage.known) >= KNOWN_WELL && share(coverage.stale) <= STALE_AT_MOST
      ? 'high'
      : share(coverage.stale) <= STALE_TOO_MUCH
        ? 'medium'
        : 'low';
  return {
    score,
    band: score === null ? null : score >= GOOD ? 'good' : score >= FAIR ? 'fair' : 'poor',
    confidence: withheld ? null : confidence,
    withheld,
    emotion,
    perception,
    targets,
    coverage,
  };
}

function emotionOf(
  touchpoints: readonly HealthTouchpoint[],
  isAsked: (touchpoint: HealthTouchpoint) => boolean,
): JourneyHealth['emotion'] {
  const felt = touchpoints.filter(({ emotion }) => emotion !== null);
  const asked = felt.filter(isAsked).length;
  const mean = felt.length === 0 ? null : felt.reduce((sum, { emotion }) => sum + emotion!, 0) / felt.length;
  return { mean, score: mean === null ? null : ((mean + 3) / 6) * 100, asked, judged: felt.length - asked };
}

function perceptionOf(
  places: readonly (readonly string[])[],
  standing: HealthInput['standing'],
  fresh: (id: string) => boolean,
): JourneyHealth['perception'] {
  const scored = (ids: readonly string[]) => ids.filter((id) => fresh(id) && standing(id)!.score !== null);
  const means = places.flatMap((ids) => {
    const mean = weightedMean(scored(ids).map((id) => ({ ...standing(id)!.score!, weight: 1 })));
    return mean ? [{ ...mean, weight: 1 }] : [];
  });
  const all = [...new Set(places.flatMap(scored))];
  const n = all.reduce((sum, id) => sum + (standing(id)!.latest!.n ?? 0), 0);
  return { score: weightedMean(means), metrics: all.length, n };
}
