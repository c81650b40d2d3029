import { type Period, timelineOf } from './owner-timeline.js';

const period = (
  id: string,
  team: string,
  responsibility: Period['responsibility'],
  from: string,
  to: string | null,
) => ({
  id,
  teamId: team,
  teamName: team,
  teamArchived: false,
  responsibility,
  validFrom: from,
  validTo: to,
});

describe('the timeline of owners', () => {
  const history = [
    period('3', 'Contact', 'INFORMED', '2026-01-01', null),
    period('2', 'App', 'ACCOUNTABLE', '2026-04-11', null),
    period('1', 'Tellers', 'ACCOUNTABLE', '2026-01-01', '2026-04-11'),
  ];

  it('has one lane per team and part, the accountable first and in the order of time', () => {
    const lanes = timelineOf(history, '2026-04-11')?.lanes.map(({ teamName, responsibility }) => [
      teamName,
      responsibility,
    ]);
    expect(lanes).toEqual([
      ['Tellers', 'ACCOUNTABLE'],
      ['App', 'ACCOUNTABLE'],
      ['Contact', 'INFORMED'],
    ]);
  });

  it('begins one bar where another ends, and lets what has no end run on', () => {
    const [tellers, app] = timelineOf(history, '2026-04-11')?.lanes ?? [];
    const [first, second] = [tellers?.bars[0], app?.bars[0]];
    expect(first?.left).toBe(0);
    expect((first?.left ?? 0) + (first?.width ?? 0)).toBeCloseTo(second?.left ?? -1);
    expect((second?.left ?? 0) + (second?.width ?? 0)).toBe(100);
    expect([first?.open, second?.open]).toEqual([false, true]);
  });

  it('puts a team that comes back into one lane', () => {
    const back = [...history, period('4', 'Tellers', 'ACCOUNTABLE', '2025-01-01', '2025-06-01')];
    expect(timelineOf(back, '2026-04-11')?.lanes[0]?.bars.map(({ id }) => id)).toEqual(['4', '1']);
  });

  it('knows where a day lies and that another lies outside', () => {
    const timeline = timelineOf(history, '2026-04-11');
    expect(timeline?.placeOf('2026-01-01')).toBe(0);
    expect(timeline?.placeOf('2025-12-31')).toBeNull();
    expect(timeline?.placeOf('2026-02-20')).toBeGreaterThan(30);
  });

  it('is none where nobody ever had a part', () => {
    expect(timelineOf([], '2026-04-11')).toBeNull();
  });
});
