import { MAP_LANES } from '@touchstone/domain';
import type { LifecycleStage, MapLane, PlacementFactor } from './journey-map.generated.js';

export type Lane = Uppercase<(typeof MAP_LANES)[number]>;

/** The lanes from top to bottom, in the API's words; touchpoints and emotion are drawn from the placements. */
export const lanes: Lane[] = MAP_LANES.map((lane) => lane.toUpperCase() as Lane);

export const isTextLane = (lane: Lane): lane is MapLane => lane !== 'TOUCHPOINTS' && lane !== 'EMOTION';

export const lifecycleStages: LifecycleStage[] = ['AWARENESS', 'CONSIDERATION', 'DECISION', 'PURCHASE', 'AFTER_SALES'];
export const factors: PlacementFactor[] = ['KEY_MOMENT', 'INHIBITOR', 'MOTIVATOR'];
