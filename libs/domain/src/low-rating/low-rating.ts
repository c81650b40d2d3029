export interface RatedDefinition {
  readonly aggregation: string;
  readonly scaleMinimum: number | null;
  readonly scaleMaximum: number | null;
  /** `lower` where a low value is the good one, as of effort. */
  readonly direction: string;
}

/** Where NPS ends its detractors. */
const LAST_DETRACTOR = 6;
/** How many boxes a measure counts at its good end; as many at the other end are bad. */
const BOXES: Readonly<Record<string, number>> = { top_box: 1, ces: 3 };
const USUAL_BOXES = 2;

/**
 * Whether whoever rated so was let down. Of NPS the detractors, 0 to 6. Of other scales the mirror of what the measure counts as
 * good: the lowest box of a top-box share, the lowest three of CES, the lowest two otherwise, and never the middle of the scale or
 * beyond. Where lower is better it is the other end. Null without a scale, or off it: then nobody can tell.
 */
export function isLowRating({ aggregation, ...scale }: RatedDefinition, rating: number): boolean | null {
  const { scaleMinimum: from, scaleMaximum: to, direction } = scale;
  if (from === null || to === null || rating < from || rating > to) return null;
  if (aggregation === 'nps') return rating <= LAST_DETRACTOR;
  const points = to - from + 1;
  const boxes = Math.min(BOXES[aggregation] ?? USUAL_BOXES, Math.floor(points / 2));
  const fromWorst = direction === 'lower' ? to - rating : rating - from;
  return fromWorst < boxes;
}
