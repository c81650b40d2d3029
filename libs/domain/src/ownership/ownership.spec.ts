import fc from 'fast-check';
import { accountableOn, holesFrom, type OwnershipPeriod, ownersOn, periodInTheWay } from './ownership.js';
import { anyDay, anyHistory, everyDay, TOUCHPOINTS } from './ownership.factory.js';
import { covers } from './period.js';

const period = (
  id: string,
  teamId: string,
  responsibility: OwnershipPeriod['responsibility'],
  validFrom: string,
  validTo: string | null = null,
): OwnershipPeriod => ({ id, touchpointId: 'counter', teamId, responsibility, validFrom, validTo });

describe('ownership on a day', () => {
  const history = [
    period('1', 'tellers', 'accountable', '2025-01-01', '2026-03-01'),
    period('2', 'app', 'accountable', '2026-03-01'),
    period('3', 'contact', 'informed', '2025-06-01'),
    period('4', 'tellers', 'responsible', '2026-03-01', '2026-09-01'),
  ];

  it.each([
    ['2024-12-31', []],
    ['2025-01-01', ['tellers accountable']],
    ['2026-02-28', ['tellers accountable', 'contact informed']],
    ['2026-03-01', ['app accountable', 'tellers responsible', 'contact informed']],
    ['2026-09-01', ['app accountable', 'contact informed']],
  ])('on %s is %j', (day, owners) => {
    expect(ownersOn(history, day).map(({ teamId, responsibility }) => `${teamId} ${responsibility}`)).toEqual(owners);
  });

  it('hands over between two days without a day for both or for none', () => {
    expect(accountableOn(history, '2026-02-28')?.teamId).toBe('tellers');
    expect(accountableOn(history, '2026-03-01')?.teamId).toBe('app');
    expect(accountableOn(history, '2024-12-31')).toBeNull();
  });
});

describe('the period in the way', () => {
  const history = [
    period('1', 'tellers', 'accountable', '2026-01-01', '2026-03-01'),
    period('2', 'app', 'responsible', '2026-01-01'),
  ];
  const wanted = (teamId: string, responsibility: OwnershipPeriod['responsibility'], from: string, to?: string) => ({
    teamId,
    responsibility,
    validFrom: from,
    validTo: to ?? null,
  });

  it('of a team that would be accountable is whoever is', () => {
    expect(periodInTheWay(history, wanted('app', 'accountable', '2026-02-28'))?.id).toBe('1');
    expect(periodInTheWay(history, wanted('app', 'accountable', '2025-01-01', '2026-01-02'))?.id).toBe('1');
  });

  it('is none where one ends as the other begins', () => {
    expect(periodInTheWay(history, wanted('app', 'accountable', '2026-03-01'))).toBeNull();
    expect(periodInTheWay(history, wanted('app', 'accountable', '2025-01-01', '2026-01-01'))).toBeNull();
  });

  it('of another part is the same team in the same part and nobody else', () => {
    expect(periodInTheWay(history, wanted('app', 'responsible', '2026-05-01'))?.id).toBe('2');
    expect(periodInTheWay(history, wanted('tellers', 'responsible', '2026-05-01'))).toBeNull();
    expect(periodInTheWay(history, wanted('app', 'consulted', '2026-05-01'))).toBeNull();
  });

  it('is never the period itself', () => {
    expect(periodInTheWay(history, { ...wanted('tellers', 'accountable', '2026-01-01'), id: '1' })).toBeNull();
  });
});

describe('holes', () => {
  it('are exactly the days without an accountable team', () => {
    fc.assert(
      fc.property(anyHistory(), anyDay(), fc.constantFrom(...TOUCHPOINTS), (history, day, touchpointId) => {
        const periods = history.filter((each) => each.touchpointId === touchpointId);
        const holes = holesFrom(periods, day);
        for (const each of everyDay.filter((one) => one >= day)) {
          expect([each, holes.some((hole) => covers(hole, each))]).toEqual([
            each,
            accountableOn(periods, each) === null,
          ]);
        }
      }),
    );
  });

  it('do not touch each other', () => {
    fc.assert(
      fc.property(anyHistory(), anyDay(), (history, day) => {
        const holes = holesFrom(history, day);
        holes.slice(1).forEach((hole, index) => expect(hole.validFrom > (holes[index]?.validTo ?? '9')).toBe(true));
      }),
    );
  });
});
