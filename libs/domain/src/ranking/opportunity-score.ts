import { competitionRanks } from '../prioritisation/index.js';
import { bottomUp, type BottomUpFactor } from './bottom-up.js';

/** What is known of a pain point and of the touchpoints where it is met; null where nobody has said it. */
export interface WeighedPainPoint {
  readonly id: string;
  readonly frequency: number | null;
  readonly severity: number | null;
  readonly touchpoints: readonly {
    readonly id: string;
    readonly driverWeight: number | null;
    readonly volume: number | null;
  }[];
}

/** Something that has to be found out before the data can speak: of an opportunity, its pain point or a touchpoint of that. */
export interface MissingFactor {
  readonly factor: BottomUpFactor | 'painPoint' | 'touchpoint';
  readonly painPointId: string | null;
  readonly touchpointId: string | null;
}

export interface OpportunityScores {
  readonly scores: (number | null)[];
  readonly ranks: (number | null)[];
  readonly missing: MissingFactor[][];
}

const OF_TOUCHPOINT: readonly BottomUpFactor[] = ['driverWeight', 'volume'];

/**
 * What the data says of opportunities: how much of the pain they would take away is met, how often and where it matters.
 *
 * Formula: the sum of {@link bottomUp} over the opportunity's pain points and the touchpoints of each. One unknown factor
 * anywhere leaves the opportunity without a score: a sum over what happens to be known would rank by diligence of measuring.
 *
 * Units: weighted occurrences per month; only the order means something.
 */
export function opportunityScores(
  items: readonly { readonly id: string; readonly painPoints: readonly WeighedPainPoint[] }[],
): OpportunityScores {
  const judged = items.map(({ painPoints }) => {
    const missing = new Map<string, MissingFactor>();
    const lacks = (factor: MissingFactor['factor'], painPointId: string | null, touchpointId: string | null) =>
      missing.set([factor, painPointId, touchpointId].join(), { factor, painPointId, touchpointId });
    if (painPoints.length === 0) lacks('painPoint', null, null);
    let sum = 0;
    for (const { id, frequency, severity, touchpoints } of painPoints) {
      // Without a touchpoint its own factors are still asked for, so that all that is missing is said at once.
      const places = touchpoints.length > 0 ? touchpoints : [{ id: null, driverWeight: 0, volume: 0 }];
      if (touchpoints.length === 0) lacks('touchpoint', id, null);
      const found = bottomUp({
        items: places.map(({ driverWeight, volume }) => ({ id, frequency, severity, driverWeight, volume })),
      });
      found.missing.forEach((factors, index) =>
        factors.forEach((factor) =>
          OF_TOUCHPOINT.includes(factor)
            ? // A touchpoint's factor is found out once, whichever pain point asks for it.
              lacks(factor, null, places[index]!.id)
            : lacks(factor, id, null),
        ),
      );
      for (const score of found.scores) sum += score ?? 0;
    }
    return { score: missing.size > 0 ? null : sum, missing: [...missing.values()] };
  });
  const scores = judged.map(({ score }) => score);
  return { scores, ranks: competitionRanks(scores), missing: judged.map(({ missing }) => missing) };
}
