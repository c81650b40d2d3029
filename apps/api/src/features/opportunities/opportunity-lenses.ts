import { impactEffort, pareto, rice, wsjf } from '@touchstone/domain';
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
  readonly pain: number;
}

/** The same opportunities through every lens, in their order. High impact and high effort begin at the middle of the list. */
export function throughLenses(items: readonly Estimated[]): OpportunityLensType[] {
  const byReach = rice({ items });
  const byDelay = wsjf({
    items: items.map((item) => ({ ...item, businessValue: item.userValue, jobSize: item.effort })),
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
