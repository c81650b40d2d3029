import { inputOf, valuesOf } from './placement-values.js';

const placement = {
  __typename: 'TouchpointPlacement' as const,
  id: 'placement',
  touchpointId: 'touchpoint',
  name: 'Call',
  channel: 'phone',
  isFuture: false,
  factor: 'INHIBITOR' as const,
  emotion: -2,
  emotionN: 41,
  emotionJudgedBy: null,
  expectation: null,
  teamName: null,
  confirmedAt: '2026-11-21T12:00:00Z',
  stale: false,
  evidence: 'Call log',
  evidenceKind: 'MEASURED' as const,
  evidenceOn: '2026-05-01',
  metricIds: [],
  version: 3,
};
const evidence = { evidence: 'Call log', evidenceKind: 'MEASURED', evidenceOn: '2026-05-01' };
const said = {
  factor: 'INHIBITOR',
  emotion: -2,
  emotionN: 41,
  emotionJudgedBy: null,
  expectation: null,
  ...evidence,
};

describe('a placement in its form', () => {
  it('comes out as it went in', () => {
    expect(inputOf(valuesOf(placement))).toEqual(said);
    const judged = { ...placement, emotion: 0, emotionN: null, emotionJudgedBy: 'Workshop' };
    expect(inputOf(valuesOf(judged))).toEqual({ ...said, emotion: 0, emotionN: null, emotionJudgedBy: 'Workshop' });
  });

  it('sends the source that was chosen and not the one typed before', () => {
    const values = { ...valuesOf(placement), source: 'judged' as const, emotionJudgedBy: ' Team ' };
    expect(inputOf(values)).toEqual({ ...said, emotionN: null, emotionJudgedBy: 'Team' });
  });

  it('sends no source where the emotion is not known', () => {
    expect(inputOf({ ...valuesOf(placement), emotion: '' })).toEqual({ ...said, emotion: null, emotionN: null });
  });
});
