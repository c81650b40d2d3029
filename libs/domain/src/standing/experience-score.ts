import type { Aggregation, Direction } from '../metric-definition/index.js';

export interface ScoredDefinition {
  readonly aggregation: Aggregation;
  readonly direction: Direction;
  readonly scaleMinimum: number | null;
  readonly scaleMaximum: number | null;
}

/**
 * A value on the common scale from 0, the worst that can be, to 100, the best: NPS from −100…100, shares as they are, means
 * of ratings from the ends of their scale. Null where a metric has no ends, or none of them is the better one. The common
 * scale makes unlike questions comparable only roughly: it ranks places and does not say by how many answers they differ.
 */
export function experienceScore(definition: ScoredDefinition, value: number): number | null {
  const upwards = onScale(definition, value);
  if (upwards === null || upwards < 0 || upwards > 100 || definition.direction === 'range') return null;
  return definition.direction === 'lower' ? 100 - upwards : upwards;
}

function onScale({ aggregation, scaleMinimum, scaleMaximum }: ScoredDefinition, value: number): number | null {
  switch (aggregation) {
    case 'nps':
      return (value + 100) / 2;
    case 'csat':
    case 'top_box':
    case 'share':
      return value;
    case 'ces':
    case 'mean':
      if (scaleMinimum === null || scaleMaximum === null || scaleMaximum <= scaleMinimum) return null;
      // The limits of a mean may lie beyond its scale; nothing is better than the best.
      return Math.min(100, Math.max(0, (100 * (value - scaleMinimum)) / (scaleMaximum - scaleMinimum)));
    default:
      return null;
  }
}
