import { MAP_LANES } from '@touchstone/domain';
import type { LifecycleStage, MapLane, PlacementFactor } from './journey-map.generated.js';

export type Lane = Uppercase<(typeof MAP_LANES)[number]> | 'METRICS';

/**
 * The lanes from top to bottom, in the API's words; touchpoints and emotion are drawn from the placements, and the latest
 * numbers follow how it feels.
 */
export const lanes: Lane[] = MAP_LANES.flatMap((lane) => {
  const upper = lane.toUpperCase() as Lane;
  return upper === 'EMOTION' ? [upper, 'METRICS' as const] : [upper];
});

export const isTextLane = (lane: Lane): lane is MapLane => !['TOUCHPOINTS', 'EMOTION', 'METRICS'].includes(lane);

export const lifecycleStages: LifecycleStage[] = ['AWARENESS', 'CONSIDERATION', 'DECISION', 'PURCHASE', 'AFTER_SALES'];
export const factors: PlacementFactor[] = ['KEY_MOMENT', 'INHIBITOR', 'MOTIVATOR'];
