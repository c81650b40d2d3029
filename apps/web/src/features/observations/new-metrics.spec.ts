import {
  type Around,
  kindsFor,
  type Offered,
  type Row,
  rowOf,
  rowProblems,
  toSetUp,
  WHOLE_JOURNEY,
} from './new-metrics.js';

const offered: Offered = {
  column: 7,
  name: 'Seat comfort',
  class: 'PERCEPTION',
  category: 'PERCEPTION',
  aggregation: 'CSAT',
  unit: '%',
  direction: 'HIGHER',
  scaleMinimum: 1,
  scaleMaximum: 5,
  notApplicable: [0],
  words: null,
  likely: true,
};
const delay: Row = {
  ...rowOf(offered),
  column: 9,
  name: 'Delay',
  kind: 'MEASURE',
  unit: ' minutes ',
  lowerIsBetter: true,
};
const around: Around = {
  teamId: 't1',
  withTouchpoints: true,
  channel: 'FIELD',
  journeyId: '',
  journeyName: ' A flight ',
  stages: ['Booking', 'In the air'],
};

describe('toSetUp', () => {
  it('makes of a rating a metric and a touchpoint in its stage, and of a delay a metric alone', () => {
    const { columns, journey } = toSetUp([{ ...rowOf(offered), stage: 'In the air' }, delay], around);
    expect(columns[0]).toMatchObject({
      column: 7,
      teamId: 't1',
      definition: { class: 'PERCEPTION', aggregation: 'CSAT', scaleMinimum: 1, scaleMaximum: 5, notApplicable: [0] },
      touchpoint: { name: 'Seat comfort', channel: 'FIELD', stage: 'In the air' },
    });
    expect(columns[1]).toMatchObject({
      column: 9,
      definition: { class: 'STATE', aggregation: 'MEAN', unit: 'minutes', direction: 'LOWER' },
      touchpoint: null,
    });
    expect(journey).toEqual({ id: null, name: 'A flight', stages: ['Booking', 'In the air'] });
  });
  it('hangs what happened on its stage, or on the journey as a whole, and only where there is a map', () => {
    const share: Row = { ...delay, ...rowOf({ ...offered, aggregation: 'SHARE', words: { yes: 1, no: 0 } }) };
    const rows = [{ ...delay, stage: 'Booking' }, share, { ...rowOf(offered), stage: WHOLE_JOURNEY }];
    const places = (at: Around) =>
      toSetUp(rows, at).columns.map(({ stage, ofJourney, touchpoint }) => [stage, ofJourney, touchpoint?.stage]);
    expect(places(around)).toEqual([
      ['Booking', false, undefined],
      [null, true, undefined],
      [null, false, null],
    ]);
    expect(places({ ...around, journeyName: ' ' }).map(([stage, whole]) => [stage, whole])).toEqual(
      rows.map(() => [null, false]),
    );
  });
  it('leaves out what is not ticked, and the map where nobody asked for one', () => {
    const rows = [
      { ...rowOf(offered), stage: 'In the air', teamId: 't2' },
      { ...delay, chosen: false },
    ];
    const { columns, journey } = toSetUp(rows, { ...around, withTouchpoints: false });
    expect(columns).toHaveLength(1);
    expect([columns[0]?.touchpoint, columns[0]?.teamId, journey]).toEqual([null, 't2', null]);
  });
  it('touches no stages of a journey that is there', () => {
    const { journey } = toSetUp([rowOf(offered)], { ...around, journeyId: 'j1' });
    expect(journey).toEqual({ id: 'j1', name: null, stages: null });
  });
});

it.each<[string, Partial<Row>, string[]]>([
  ['nothing', {}, []],
  ['a name', { name: ' ' }, ['name']],
  ['a scale', { lowest: 5, highest: 5 }, ['scale']],
  ['the end of a scale', { highest: '' }, ['scale']],
  ['a unit', { kind: 'MEASURE', unit: ' ' }, ['unit']],
])('asks for %s', (_, change, problems) => {
  expect(rowProblems({ ...rowOf(offered), ...change })).toEqual(problems);
});

it('makes a share only of words', () => {
  expect(kindsFor(offered)).toEqual(['RATING', 'MEASURE']);
  expect(kindsFor({ ...offered, words: { yes: 1, no: 0 } })).toEqual(['SHARE']);
});
