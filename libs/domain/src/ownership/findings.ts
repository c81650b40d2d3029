import { accountableOn, holesFrom, type OwnershipPeriod } from './ownership.js';
import { covers } from './period.js';

export interface AccountableTeam {
  readonly id: string;
  /** The first day on which the team no longer is. */
  readonly archivedOn: string | null;
}

export interface LinkedMetric {
  readonly id: string;
  readonly ownerTeamId: string | null;
  readonly category: string;
  readonly unit: string;
  readonly direction: 'higher' | 'lower' | 'range';
}

/** Two metrics that pull against each other, as somebody has said. */
export interface DeclaredConflict {
  readonly metricId: string;
  readonly otherMetricId: string;
  readonly reason: string;
}

export interface OwnedTouchpoint {
  readonly id: string;
  readonly existence: 'existing' | 'future';
  readonly periods: readonly OwnershipPeriod[];
  /** Metrics in use that hang on it. */
  readonly metrics: readonly LinkedMetric[];
}

/** Each with the class it belongs to: something is missing, there twice, or in conflict. */
export const FINDING_CLASSES = {
  no_accountable_team: 'missing',
  archived_team_accountable: 'missing',
  hole_ahead: 'missing',
  unwatched_metric: 'missing',
  touchpoint_without_metric: 'missing',
  several_responsible: 'double',
  declared_conflict: 'conflict',
  metrics_pull_apart: 'conflict',
} as const;
export type FindingKind = keyof typeof FINDING_CLASSES;
export const FINDING_KINDS = Object.keys(FINDING_CLASSES) as FindingKind[];

/** What is not in order, and where to mend it: the touchpoint always, and the teams, metrics and days it is about. */
export interface Finding {
  readonly kind: FindingKind;
  readonly touchpointId: string;
  readonly teamIds: readonly string[];
  readonly metricIds: readonly string[];
  /** The days without an accountable team. */
  readonly from: string | null;
  readonly to: string | null;
  /** What was said of a conflict when it was declared. */
  readonly reason: string | null;
}

/**
 * What is missing, double or in conflict on a day. A touchpoint that may come one day needs somebody who answers for it
 * but nothing to measure yet.
 */
export function accountabilityFindings(
  touchpoints: readonly OwnedTouchpoint[],
  teams: readonly AccountableTeam[],
  conflicts: readonly DeclaredConflict[],
  day: string,
): Finding[] {
  const archivedOn = new Map(teams.map((team) => [team.id, team.archivedOn]));
  const gone = (teamId: string): boolean => {
    const since = archivedOn.get(teamId);
    return since !== null && since !== undefined && since <= day;
  };
  const findings = touchpoints.flatMap((touchpoint) => [
    ...ownerFindings(touchpoint, gone, day),
    ...metricFindings(touchpoint, gone),
    ...conflictFindings(touchpoint, conflicts),
  ]);
  return findings.sort((one, other) => FINDING_KINDS.indexOf(one.kind) - FINDING_KINDS.indexOf(other.kind));
}

const finding = (kind: FindingKind, touchpointId: string, about: Partial<Omit<Finding, 'kind'>> = {}): Finding => ({
  kind,
  touchpointId,
  teamIds: [],
  metricIds: [],
  from: null,
  to: null,
  reason: null,
  ...about,
});

function ownerFindings({ id, periods }: OwnedTouchpoint, gone: (teamId: string) => boolean, day: string): Finding[] {
  const found: Finding[] = [];
  const [hole] = holesFrom(periods, day);
  const days = hole && { from: hole.validFrom, to: hole.validTo };
  const accountable = accountableOn(periods, day);
  if (!accountable) found.push(finding('no_accountable_team', id, days));
  else if (gone(accountable.teamId)) {
    found.push(finding('archived_team_accountable', id, { teamIds: [accountable.teamId] }));
  } else if (days) found.push(finding('hole_ahead', id, { ...days, teamIds: [accountable.teamId] }));
  const responsible = periods.filter((period) => period.responsibility === 'responsible' && covers(period, day));
  if (responsible.length > 1) {
    found.push(finding('several_responsible', id, { teamIds: responsible.map(({ teamId }) => teamId) }));
  }
  return found;
}

function metricFindings({ id, existence, metrics }: OwnedTouchpoint, gone: (teamId: string) => boolean): Finding[] {
  const found: Finding[] = [];
  if (metrics.length === 0 && existence === 'existing') found.push(finding('touchpoint_without_metric', id));
  for (const metric of metrics) {
    if (metric.ownerTeamId === null || gone(metric.ownerTeamId)) {
      const teamIds = metric.ownerTeamId === null ? [] : [metric.ownerTeamId];
      found.push(finding('unwatched_metric', id, { metricIds: [metric.id], teamIds }));
    }
  }
  return found;
}

/** What was declared, and what looks like it and nobody has said anything of. */
function conflictFindings({ id, metrics }: OwnedTouchpoint, conflicts: readonly DeclaredConflict[]): Finding[] {
  const here = new Set(metrics.map((metric) => metric.id));
  const declared = conflicts.filter(({ metricId, otherMetricId }) => here.has(metricId) && here.has(otherMetricId));
  const known = new Set(declared.flatMap(({ metricId: one, otherMetricId: other }) => [one + other, other + one]));
  const found = declared.map(({ metricId, otherMetricId, reason }) =>
    finding('declared_conflict', id, { metricIds: [metricId, otherMetricId], reason }),
  );
  for (const up of metrics.filter(({ direction }) => direction === 'higher')) {
    for (const down of metrics.filter(({ direction }) => direction === 'lower')) {
      // Two numbers of one kind in one unit, one to be raised and one to be lowered: often one is bought with the other.
      if (up.category === down.category && up.unit === down.unit && !known.has(up.id + down.id)) {
        found.push(finding('metrics_pull_apart', id, { metricIds: [up.id, down.id] }));
      }
    }
  }
  return found;
}
