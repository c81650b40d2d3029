import { DrawnMaps } from './drawn-maps.js';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const DAY = 86_400_000;
const rollup = {
  bucket: '2026-11-01T00:00:00+00:00',
  day: '2026-11-01',
  observations: 40,
  n: 40,
  sum: 20,
  sumOfSquares: 20,
  minimum: 0,
  maximum: 1,
  last: 1,
  lastAt: '2026-11-19T12:00:00.123456+00:00',
  counts: null,
};
const metric = {
  ...{ id: 'metric', key: 'answered', name: 'Answered', places: ['stage', 'touchpoint'], class: 'state' },
  ...{ aggregation: 'share', scaleMinimum: null, scaleMaximum: null, formula: null, unit: '%', direction: 'higher' },
  ...{ cadenceDays: 3, ownerTeamName: null, targets: null, people: null, seenAt: rollup.lastAt, rollup },
};
const text = (name = 'Opening', today = '2026-11-20') =>
  JSON.stringify({
    ...{ id: 'journey', name, today, minimumGroupSize: 5, metrics: [metric] },
    stages: [
      {
        id: 'stage',
        cells: [{ lane: 'pain', confirmedAt: '2026-11-19T12:00:00.5+00:00' }],
        placements: [{ touchpointId: 'touchpoint', confirmedAt: '2026-11-19T13:00:00+01:00' }],
      },
    ],
  });

describe('a map that was drawn before', () => {
  it('is given again while the database says the same, and made anew by one letter or a new day', () => {
    const maps = new DrawnMaps();
    const first = maps.map('bank', 'journey', text(), NOW);
    expect(maps.map('bank', 'journey', text(), NOW + 1)).toBe(first);
    const renamed = maps.map('bank', 'journey', text('Opening an account'), NOW + 2);
    expect(renamed.name).toBe('Opening an account');
    expect(maps.map('bank', 'journey', text('Opening an account', '2026-11-21'), NOW + 3)).not.toBe(renamed);
  });

  it('is never that of another organisation', () => {
    const maps = new DrawnMaps();
    const own = maps.map('bank', 'journey', text(), NOW);
    expect(maps.map('airline', 'journey', text(), NOW)).not.toBe(own);
    expect(maps.map('bank', 'journey', text(), NOW)).toBe(own);
  });

  it('says that a number is overdue from the moment on at which it is, though nothing was written', () => {
    const maps = new DrawnMaps();
    const due = Date.parse(rollup.lastAt) + 3 * DAY;
    const overdueAt = (now: number) => maps.map('bank', 'journey', text(), now).metrics[0]?.overdue;
    expect([NOW, due, due + 1, due + DAY].map(overdueAt)).toEqual([false, false, true, true]);
  });

  it('hangs the numbers where they belong and writes moments as they travel', () => {
    const { stages, metrics } = new DrawnMaps().map('bank', 'journey', text(), NOW);
    expect(metrics[0]).toMatchObject({ value: 50, n: 40, lastAt: '2026-11-19T12:00:00.123Z' });
    expect(stages[0]).toMatchObject({
      metricIds: ['metric'],
      cells: [{ confirmedAt: '2026-11-19T12:00:00.500Z' }],
      placements: [{ confirmedAt: '2026-11-19T12:00:00.000Z', metricIds: ['metric'] }],
    });
  });
});
