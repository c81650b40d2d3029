import fc from 'fast-check';
import { accountabilityFindings, type DeclaredConflict, type LinkedMetric, type OwnedTouchpoint } from './findings.js';
import { accountableOn, type OwnershipPeriod, type Responsibility } from './ownership.js';
import { anyDay, anyHistory, TEAMS, TOUCHPOINTS } from './ownership.factory.js';

const DAY = '2026-06-15';
const teams = [
  { id: 'app', archivedOn: null },
  { id: 'tellers', archivedOn: null },
  { id: 'old', archivedOn: '2026-06-15' },
];
const watched: LinkedMetric = {
  id: 'csat',
  ownerTeamId: 'app',
  category: 'perception',
  unit: 'points',
  direction: 'higher',
};
const owned = (teamId: string, responsibility: Responsibility = 'accountable', to: string | null = null) => ({
  id: `${teamId} ${responsibility}`,
  touchpointId: 'counter',
  teamId,
  responsibility,
  validFrom: '2026-01-01',
  validTo: to,
});
const findings = (touchpoint: Partial<OwnedTouchpoint>, day = DAY, conflicts: DeclaredConflict[] = []) =>
  accountabilityFindings(
    [{ id: 'counter', existence: 'existing', periods: [owned('app')], metrics: [watched], ...touchpoint }],
    teams,
    conflicts,
    day,
  ).map(({ kind, teamIds, metricIds, from, to, reason }) => ({
    kind,
    ...(teamIds.length > 0 && { teamIds }),
    ...(metricIds.length > 0 && { metricIds }),
    ...(from && { from, to }),
    ...(reason && { reason }),
  }));

describe('findings', () => {
  it('are none where one team answers and a watched metric tells how it goes', () => {
    expect(findings({})).toEqual([]);
  });

  it('name the days without an accountable team', () => {
    expect(findings({ periods: [] })).toEqual([{ kind: 'no_accountable_team', from: DAY, to: null }]);
    const later = { ...owned('app'), validFrom: '2026-07-01' };
    expect(findings({ periods: [later] })).toEqual([{ kind: 'no_accountable_team', from: DAY, to: '2026-07-01' }]);
  });

  it('foresee a hole', () => {
    const until = owned('app', 'accountable', '2026-07-01');
    expect(findings({ periods: [until] })).toEqual([
      { kind: 'hole_ahead', teamIds: ['app'], from: '2026-07-01', to: null },
    ]);
    const next: OwnershipPeriod = { ...owned('tellers'), validFrom: '2026-08-01' };
    expect(findings({ periods: [until, next] })).toEqual([
      { kind: 'hole_ahead', teamIds: ['app'], from: '2026-07-01', to: '2026-08-01' },
    ]);
    expect(findings({ periods: [until, { ...next, validFrom: '2026-07-01' }] })).toEqual([]);
  });

  it('tell of an archived team from the day on which it was', () => {
    expect(findings({ periods: [owned('old')] })).toEqual([{ kind: 'archived_team_accountable', teamIds: ['old'] }]);
    expect(findings({ periods: [owned('old')] }, '2026-06-14')).toEqual([]);
  });

  it('tell of metrics that nobody watches', () => {
    expect(findings({ metrics: [{ ...watched, ownerTeamId: null }] })).toEqual([
      { kind: 'unwatched_metric', metricIds: ['csat'] },
    ]);
    expect(findings({ metrics: [{ ...watched, ownerTeamId: 'old' }] })).toEqual([
      { kind: 'unwatched_metric', metricIds: ['csat'], teamIds: ['old'] },
    ]);
  });

  it('ask for a metric of what exists, not of what may come', () => {
    expect(findings({ metrics: [] })).toEqual([{ kind: 'touchpoint_without_metric' }]);
    expect(findings({ metrics: [], existence: 'future' })).toEqual([]);
  });

  it('tell of several teams that do the same work', () => {
    const periods = [owned('app'), owned('app', 'responsible'), owned('tellers', 'responsible')];
    expect(findings({ periods })).toEqual([{ kind: 'several_responsible', teamIds: ['app', 'tellers'] }]);
  });

  it('tell of metrics that pull against each other, in one unit of one category only', () => {
    const wait = { ...watched, id: 'wait', category: 'operational', unit: 'minutes', direction: 'lower' as const };
    const talk = { ...wait, id: 'talk', direction: 'higher' as const };
    expect(findings({ metrics: [wait, talk] })).toEqual([{ kind: 'metrics_pull_apart', metricIds: ['talk', 'wait'] }]);
    expect(findings({ metrics: [wait, { ...talk, unit: 'calls' }] })).toEqual([]);
    expect(findings({ metrics: [wait, { ...talk, category: 'business' }] })).toEqual([]);
    expect(findings({ metrics: [wait, { ...talk, direction: 'range' }] })).toEqual([]);
  });

  it('tell of metrics that were declared to pull against each other, where both hang, instead of a guess', () => {
    const wait = { ...watched, id: 'wait', category: 'operational', unit: 'minutes', direction: 'lower' as const };
    const talk = { ...wait, id: 'talk', direction: 'higher' as const };
    const conflict = { metricId: 'csat', otherMetricId: 'wait', reason: 'Time for advice lengthens the queue' };
    expect(findings({ metrics: [watched, wait] }, DAY, [conflict])).toEqual([
      { kind: 'declared_conflict', metricIds: ['csat', 'wait'], reason: conflict.reason },
    ]);
    expect(findings({ metrics: [watched] }, DAY, [conflict])).toEqual([]);
    expect(findings({ metrics: [wait, talk] }, DAY, [{ ...conflict, metricId: 'talk' }])).toEqual([
      { kind: 'declared_conflict', metricIds: ['talk', 'wait'], reason: conflict.reason },
    ]);
    expect(findings({ metrics: [wait, talk] }, DAY, [conflict])).toEqual([
      { kind: 'metrics_pull_apart', metricIds: ['talk', 'wait'] },
    ]);
  });

  it('say for every touchpoint of any history whether somebody answers for it', () => {
    fc.assert(
      fc.property(anyHistory(), anyDay(), (history, day) => {
        const touchpoints = TOUCHPOINTS.map((id) => ({
          id,
          existence: 'existing' as const,
          periods: history.filter(({ touchpointId }) => touchpointId === id),
          metrics: [watched],
        }));
        const known = TEAMS.map((id) => ({ id, archivedOn: null }));
        const unowned = accountabilityFindings(touchpoints, known, [], day)
          .filter(({ kind }) => kind === 'no_accountable_team')
          .map(({ touchpointId }) => touchpointId);
        expect(unowned).toEqual(touchpoints.filter(({ periods }) => !accountableOn(periods, day)).map(({ id }) => id));
      }),
    );
  });
});
