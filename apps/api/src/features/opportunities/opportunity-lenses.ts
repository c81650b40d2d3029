import {
  ice,
  impactEffort,
  pareto,
  rice,
  RICE_IMPACTS,
  weightedScoring,
  type WeightedScoringInput,
  wsjf,
} from '@touchstone/domain';
import type { OpportunityLensType, QuadrantEnum } from './opportunity.type.js';

export interface Estimated {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly reach: number | null;
  readonly impact: number | null;
  readonly confidence: number | null;
  readonly effort: number | null;
  readonly userValue: number | null;
  readonly timeCriticality: number | null;
  readonly riskReduction: number | null;
  readonly ease: number | null;
  /** 1 to 5 by criterion. */
  readonly scores: Readonly<Record<string, number>>;
  readonly pain: number;
}

export type Criteria = WeightedScoringInput['criteria'];

/**
 * ICE asks for factors from 1 to 10. The five steps of impact count as 2, 4, 6, 8 and 10 and confidence in tenths, at
 * least 1: nobody has to estimate the same thing twice on two scales.
 */
const outOfTen = ({ impact, confidence }: Estimated) => {
  const step = RICE_IMPACTS.indexOf(impact as (typeof RICE_IMPACTS)[number]);
  return {
    impact: step < 0 ? null : 2 * (step + 1),
    confidence: confidence === null ? null : Math.max(1, 10 * confidence),
  };
};

/** The same opportunities through every lens, in their order. High impact and high effort begin at the middle of the list. */
export function throughLenses(items: readonly Estimated[], criteria: Criteria): OpportunityLensType[] {
  const byReach = rice({ items });
  const byDelay = wsjf({
    items: items.map((item) => ({ ...item, businessValue: item.userValue, jobSize: item.effort })),
  });
  const byEase = ice({ items: items.map((item) => ({ id: item.id, ease: item.ease, ...outOfTen(item) })) });
  const known = new Set(criteria.map(({ id }) => id));
  const byWeight = weightedScoring({
    criteria,
    scaleMin: 1,
    scaleMax: 5,
    options: items.map(({ id, scores }) => ({
      id,
      scores: Object.fromEntries(Object.entries(scores).filter(([criterion]) => known.has(criterion))),
    })),
  });
  const { quadrants } = impactEffort({
    items,
    impactThreshold: median(items.map(({ impact }) => impact)),
    effortThreshold: median(items.map(({ effort }) => effort)),
  });
  const { order, shares, vitalFew } = pareto({ items: items.map(({ id, pain }) => ({ id, value: pain })) });
  const shareOf = new Map(order.map((id, index) => [id, shares[index] ?? null]));
  const vital = new Set(vitalFew);
  return items.map(({ id, number, title, impact, effort, pain }, index) => ({
    id,
    number,
    title,
    impact,
    effort,
    pain,
    rice: byReach.scores[index] ?? null,
    riceRank: byReach.ranks[index] ?? null,
    wsjf: byDelay.scores[index] ?? null,
    wsjfRank: byDelay.ranks[index] ?? null,
    ice: byEase.product[index] ?? null,
    iceRank: byEase.ranks[index] ?? null,
    weighted: byWeight.scores[index] ?? null,
    weightedRank: byWeight.ranks[index] ?? null,
    weightedCoverage: byWeight.coverage[index] ?? null,
    quadrant: (quadrants[index] ?? null) as QuadrantEnum | null,
    painShare: shareOf.get(id) ?? null,
    vital: vital.has(id) && pain > 0,
  }));
}

function median(values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (known.length === 0) return 0;
  const middle = Math.floor(known.length / 2);
  return known.length % 2 === 1 ? known[middle]! : (known[middle - 1]! + known[middle]!) / 2;
}
