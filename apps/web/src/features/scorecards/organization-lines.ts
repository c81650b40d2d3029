import type { OrganizationScorecardQuery, TotalsFieldsFragment } from './scorecards.generated.js';

export interface Line {
  id: string;
  name: string;
  depth: number;
  isTeam: boolean;
  totals: TotalsFieldsFragment;
}

type Card = Pick<OrganizationScorecardQuery['organizationScorecard'], 'units' | 'teams'>;

/** Units as a tree with their teams below them; what hangs below nothing that is shown stands at the end, at the top. */
export function organizationLines({ units, teams }: Card): Line[] {
  const shown = new Set(units.map(({ unitId }) => unitId));
  const teamsOf = (unitId: string | null, depth: number): Line[] =>
    teams
      .filter(({ businessUnitId }) => (businessUnitId && shown.has(businessUnitId) ? businessUnitId : null) === unitId)
      .map(({ teamId, name, totals }) => ({ id: teamId, name, depth, isTeam: true, totals }));
  const unitsOf = (parent: string | null, depth: number): Line[] =>
    units
      .filter(({ parentId }) => (parentId && shown.has(parentId) ? parentId : null) === parent)
      .flatMap(({ unitId, name, totals }) => [
        { id: unitId, name, depth, isTeam: false, totals },
        ...unitsOf(unitId, depth + 1),
        ...teamsOf(unitId, depth + 1),
      ]);
  return [...unitsOf(null, 0), ...teamsOf(null, 0)];
}
