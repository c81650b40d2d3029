/** Lanes of a map that hold one text per stage. */
export const TEXT_LANES = [
  'scenario',
  'doing',
  'thinking',
  'expectation',
  'pain',
  'opportunity',
  'front_stage',
  'back_stage',
  'support',
] as const;
export type TextLane = (typeof TEXT_LANES)[number];

/**
 * The lanes of a map from top to bottom: what the customer is about, where they meet us and how that feels, what follows
 * from it, and below the line of visibility who makes it happen. Touchpoints and emotion are drawn from the placements.
 */
export const MAP_LANES = [
  'scenario',
  'doing',
  'thinking',
  'touchpoints',
  'expectation',
  'emotion',
  'pain',
  'opportunity',
  'front_stage',
  'back_stage',
  'support',
] as const;
export type MapLane = (typeof MAP_LANES)[number];

export const isTextLane = (lane: string): lane is TextLane => (TEXT_LANES as readonly string[]).includes(lane);

/** How a touchpoint weighs on the experience of a stage. */
export const PLACEMENT_FACTORS = ['key_moment', 'inhibitor', 'motivator'] as const;
export type PlacementFactor = (typeof PLACEMENT_FACTORS)[number];

export const EMOTION_RANGE = { lowest: -3, highest: 3 } as const;
