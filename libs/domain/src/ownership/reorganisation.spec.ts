import fc from 'fast-check';
import { accountableOn, type OwnershipPeriod, ownersOn, periodInTheWay, RESPONSIBILITIES } from './ownership.js';
import { anyDay, anyHistory, everyDay, TEAMS, TOUCHPOINTS } from './ownership.factory.js';
import { carryOut, planReorganisation, type Reorganisation } from './reorganisation.js';

const anyAct = (): fc.Arbitrary<Reorganisation> =>
  fc.record({
    fromTeamId: fc.constantFrom(...TEAMS),
    toTeamId: fc.constantFrom(...TEAMS),
    day: anyDay(),
    touchpointIds: fc.option(fc.subarray([...TOUCHPOINTS]), { nil: null }),
    responsibilities: fc.option(fc.subarray([...RESPONSIBILITIES]), { nil: null }),
  });

/** Before and after an act over any history, with what is chosen by it. */
function reorganised(check: (before: OwnershipPeriod[], after: OwnershipPeriod[], act: Reorganisation) => void): void {
  fc.assert(
    fc.property(anyHistory(), anyAct(), (before, act) => {
      let number = 0;
      const after = carryOut(before, planReorganisation(before, act), act.day, () => `n${(number += 1)}`);
      check(before, after, act);
    }),
    { numRuns: 150 },
  );
}
const of = (periods: readonly OwnershipPeriod[], touchpointId: string) =>
  periods.filter((period) => period.touchpointId === touchpointId);
const parts = (periods: readonly OwnershipPeriod[], day: string) =>
  ownersOn(periods, day).map(
    ({ touchpointId, teamId, responsibility }) => `${touchpointId} ${teamId} ${responsibility}`,
  );

describe('a re-organisation', () => {
  it('never makes two periods overlap that must not', () => {
    reorganised((_, after) => {
      for (const period of after) {
        expect(periodInTheWay(of(after, period.touchpointId), period)).toBeNull();
        expect(period.validTo === null || period.validTo > period.validFrom).toBe(true);
      }
    });
  });

  it('leaves no hole: whoever had an accountable team on a day has one after it', () => {
    reorganised((before, after) => {
      for (const touchpoint of TOUCHPOINTS) {
        for (const day of everyDay) {
          expect(accountableOn(of(after, touchpoint), day) === null).toBe(
            accountableOn(of(before, touchpoint), day) === null,
          );
        }
      }
    });
  });

  it('changes nothing before its day', () => {
    reorganised((before, after, { day }) => {
      for (const each of everyDay.filter((one) => one < day)) {
        expect(parts(after, each).sort()).toEqual(parts(before, each).sort());
      }
    });
  });

  it('gives the other team exactly what the first had, from its day on, and changes nothing of anybody else', () => {
    reorganised((before, after, act) => {
      const chosen = ({ teamId, touchpointId, responsibility }: OwnershipPeriod) =>
        teamId === act.fromTeamId &&
        (act.touchpointIds?.includes(touchpointId) ?? true) &&
        (act.responsibilities?.includes(responsibility) ?? true);
      const renamed = before.map((period) => (chosen(period) ? { ...period, teamId: act.toTeamId } : period));
      for (const each of everyDay.filter((one) => one >= act.day)) {
        expect([...new Set(parts(after, each))].sort()).toEqual([...new Set(parts(renamed, each))].sort());
      }
    });
  });

  it('done again does nothing', () => {
    reorganised((_, after, act) => {
      expect(planReorganisation(after, act)).toEqual({ closed: [], withdrawn: [], opened: [] });
    });
  });

  it('withdraws what had not begun and hands on the end of what had one', () => {
    const period = (id: string, validFrom: string, validTo: string | null): OwnershipPeriod => ({
      id,
      touchpointId: 'counter',
      teamId: 'tellers',
      responsibility: 'accountable',
      validFrom,
      validTo,
    });
    const history = [period('a', '2026-01-01', '2026-04-01'), period('b', '2026-06-01', null)];
    const plan = planReorganisation(history, { fromTeamId: 'tellers', toTeamId: 'app', day: '2026-03-01' });
    expect(plan.closed.map(({ id }) => id)).toEqual(['a']);
    expect(plan.withdrawn.map(({ id }) => id)).toEqual(['b']);
    const common = { touchpointId: 'counter', teamId: 'app', responsibility: 'accountable' };
    expect(plan.opened).toEqual([
      { ...common, validFrom: '2026-03-01', validTo: '2026-04-01' },
      { ...common, validFrom: '2026-06-01', validTo: null },
    ]);
  });
});
