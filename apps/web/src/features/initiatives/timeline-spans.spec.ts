import { plannedSpan, stageSpans, type TimelineRow } from './timeline-spans.js';

const row: TimelineRow = {
  stage: 'IN_PROGRESS',
  today: '2026-06-10',
  startsOn: '2026-02-01',
  dueOn: '2026-08-01',
  history: [
    { to: 'IN_PROGRESS', changedAt: '2026-03-01T09:00:00Z' },
    { to: 'APPROVED', changedAt: '2026-02-01T09:00:00Z' },
    { to: 'PROPOSED', changedAt: '2026-01-01T09:00:00Z' },
  ],
};

describe('the timeline of an initiative', () => {
  it('has a span for each stage, the last one until today', () => {
    expect(stageSpans(row)).toEqual([
      { stage: 'PROPOSED', from: '2026-01-01', until: '2026-02-01' },
      { stage: 'APPROVED', from: '2026-02-01', until: '2026-03-01' },
      { stage: 'IN_PROGRESS', from: '2026-03-01', until: '2026-06-10' },
    ]);
  });

  it('ends where the initiative ended', () => {
    const closed = [{ to: 'CLOSED' as const, changedAt: '2026-04-01T09:00:00Z' }, ...row.history];
    expect(stageSpans({ ...row, stage: 'CLOSED', history: closed }).at(-1)).toEqual({
      stage: 'IN_PROGRESS',
      from: '2026-03-01',
      until: '2026-04-01',
    });
    expect(plannedSpan({ ...row, stage: 'CLOSED' })).toBeNull();
  });

  it('goes on to the day it is due, from today or from a beginning that is to come', () => {
    expect(plannedSpan(row)).toEqual({ from: '2026-06-10', until: '2026-08-01' });
    expect(plannedSpan({ ...row, startsOn: '2026-07-01' })).toEqual({ from: '2026-07-01', until: '2026-08-01' });
    expect(plannedSpan({ ...row, dueOn: '2026-06-01' })).toBeNull();
  });
});
