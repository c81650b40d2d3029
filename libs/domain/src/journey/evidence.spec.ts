import { confidenceOf, type Evidence, evidenceProblem } from './evidence.js';

const evidence = (more: Partial<Evidence>): Evidence => ({
  evidence: null,
  evidenceKind: null,
  evidenceOn: null,
  ...more,
});

describe('confidence', () => {
  it.each([
    ['measured', '2026-11-01', 'firm'],
    ['asked', '2026-05-26', 'firm'],
    ['asked', '2026-05-25', 'fair'],
    ['observed', '2025-11-27', 'fair'],
    ['observed', '2025-11-26', 'weak'],
    ['reported', '2026-11-01', 'fair'],
    ['reported', '2026-05-25', 'weak'],
    ['reported', '2020-01-01', 'weak'],
    ['measured', null, 'weak'],
    ['judged', '2026-11-21', 'assumed'],
  ] as const)('of what was %s on %s is %s', (evidenceKind, evidenceOn, confidence) => {
    expect(confidenceOf(evidence({ evidenceKind, evidenceOn }), '2026-11-22')).toBe(confidence);
  });

  it('of what rests on nothing is none, and of a source of no kind little', () => {
    expect(confidenceOf(evidence({}), '2026-11-22')).toBe('assumed');
    expect(confidenceOf(evidence({ evidence: 'A slide' }), '2026-11-22')).toBe('weak');
  });
});

describe('evidence', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  it('may be of today wherever that is, and of no later day', () => {
    expect(evidenceProblem(evidence({ evidenceKind: 'asked', evidenceOn: '2026-11-23' }), now)).toBeNull();
    expect(evidenceProblem(evidence({ evidenceKind: 'asked', evidenceOn: '2026-11-24' }), now)).toBe('in_future');
  });

  it('says of what kind it is once it has a day, and is no essay', () => {
    expect(evidenceProblem(evidence({ evidenceOn: '2026-11-01' }), now)).toBe('kind_missing');
    expect(evidenceProblem(evidence({ evidence: 'x'.repeat(2001) }), now)).toBe('too_long');
    expect(evidenceProblem(evidence({ evidence: 'Interviews' }), now)).toBeNull();
  });
});
