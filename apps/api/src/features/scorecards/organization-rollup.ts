import { weightedMean } from '@touchstone/domain';
import type { OrganizationScorecardType, ScorecardTotalsType } from './scorecard.type.js';
import { outlookCounts } from './outlook-counts.js';
import type { BoardFacts, StandingBoard } from '../standings/index.js';

interface OwnedTouchpoint {
  readonly teamId: string | null;
  readonly metricIds: readonly string[];
}

interface Unit {
  readonly unitId: string;
  readonly parentId: string | null;
  readonly name: string;
}

interface Team {
  readonly teamId: string;
  readonly name: string;
  readonly businessUnitId: string | null;
}

export type OrganizationFacts = BoardFacts & {
  readonly touchpoints: readonly OwnedTouchpoint[];
  readonly teams: readonly Team[];
  readonly units: readonly Unit[];
};

/** From touchpoints to teams, from teams up the tree of units, each counted once. */
export function rollUpOrganization(facts: OrganizationFacts, board: StandingBoard): OrganizationScorecardType {
  const totalsOf = (teamIds: ReadonlySet<string> | null): ScorecardTotalsType =>
    totals(
      facts.touchpoints.filter(({ teamId }) => teamIds === null || (teamId !== null && teamIds.has(teamId))),
      facts.metrics.filter(({ ownerTeamId }) => ownerTeamId !== null && (teamIds === null || teamIds.has(ownerTeamId))),
      board,
    );
  const below = (unitId: string): Set<string> => {
    const units = new Set([unitId]);
    // Sets grow while they are walked through: children of children are found on the way.
    for (const id of units) for (const unit of facts.units) if (unit.parentId === id) units.add(unit.unitId);
    const teams = facts.teams.filter(({ businessUnitId }) => businessUnitId !== null && units.has(businessUnitId));
    return new Set(teams.map(({ teamId }) => teamId));
  };
  return {
    totals: totalsOf(null),
    units: facts.units.map((unit) => ({ ...unit, totals: totalsOf(below(unit.unitId)) })),
    teams: facts.teams.map((team) => ({ ...team, totals: totalsOf(new Set([team.teamId])) })),
    unowned: facts.touchpoints.filter(({ teamId }) => teamId === null).length,
  };
}

function totals(
  touchpoints: readonly OwnedTouchpoint[],
  owned: readonly { readonly id: string }[],
  board: StandingBoard,
): ScorecardTotalsType {
  const ids = [...new Set([...touchpoints.flatMap(({ metricIds }) => metricIds), ...owned.map(({ id }) => id)])];
  const isFresh = (id: string) => board.standing(id)?.freshness === 'fresh';
  const scored = ids.flatMap((id) => {
    const standing = board.standing(id);
    return standing?.score && isFresh(id) ? [{ ...standing.score, weight: 1, n: standing.latest?.n ?? 0 }] : [];
  });
  const mean = weightedMean(scored);
  return {
    touchpoints: touchpoints.length,
    measured: touchpoints.filter(({ metricIds }) => metricIds.length > 0).length,
    fresh: touchpoints.filter(({ metricIds }) => metricIds.some(isFresh)).length,
    metrics: ids.length,
    perception: mean?.value ?? null,
    lower: mean?.lower ?? null,
    upper: mean?.upper ?? null,
    n: scored.reduce((sum, { n }) => sum + n, 0),
    outlooks: outlookCounts(ids.flatMap((id) => board.standing(id)?.outlook ?? [])),
  };
}
