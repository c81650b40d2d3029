import { attention, type HomeFacts, type Wave } from './attention.js';

const now = Date.parse('2026-05-10T12:00:00Z');
const wave = (id: string, deadline: string, submitted: number, expected = 100): Wave => ({
  id,
  name: id,
  deadline,
  submitted,
  expected,
});
const nothing: HomeFacts = { open: [], closed: [], draft: [], deadJobs: 0, alerts: 0 };
const said = (facts: Partial<HomeFacts>) =>
  attention({ ...nothing, ...facts }, now).map((item) =>
    'count' in item ? `${item.kind} ${item.count}` : `${item.kind} ${item.wave.id}`,
  );

describe('attention', () => {
  it('is silent when nothing waits', () => {
    expect(said({ open: [wave('a', '2026-06-01T00:00:00Z', 2)] })).toEqual([]);
  });

  it('names the alerts that wait for the reader', () => {
    expect(said({ alerts: 3 })).toEqual(['alerts 3']);
  });

  it.each([
    ['2026-05-10T11:59:00Z', 10, ['overdue a']],
    ['2026-05-12T00:00:00Z', 59, ['closingLow a']],
    ['2026-05-12T00:00:00Z', 60, []],
    ['2026-05-14T00:00:00Z', 10, []],
  ])('about an open wave due %s with %i of 100 says %j', (deadline, submitted, expected) => {
    expect(said({ open: [wave('a', deadline, submitted)] })).toEqual(expected);
  });

  it('does not call a wave low that expects nobody', () => {
    expect(said({ open: [wave('a', '2026-05-11T00:00:00Z', 0, 0)] })).toEqual([]);
  });

  it('puts what is broken first and what may wait last', () => {
    const later = '2026-06-01T00:00:00Z';
    expect(
      said({
        deadJobs: 2,
        draft: [wave('d', later, 0)],
        closed: [wave('c', later, 50)],
        open: [wave('soon', '2026-05-11T00:00:00Z', 1), wave('late', '2026-05-09T00:00:00Z', 1)],
      }),
    ).toEqual(['deadJobs 2', 'overdue late', 'closingLow soon', 'toPublish c', 'toOpen d']);
  });
});
