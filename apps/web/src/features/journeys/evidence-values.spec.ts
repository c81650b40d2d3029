import { confidenceIn, evidenceInputOf, evidenceValuesOf } from './evidence-values.js';

describe('evidence in a form', () => {
  it('is sent as it was read, and as nothing where nothing is said', () => {
    const known = { evidence: 'Interviews', evidenceKind: 'ASKED', evidenceOn: '2026-05-01' } as const;
    expect(evidenceInputOf(evidenceValuesOf(known))).toEqual(known);
    const nothing = { evidence: null, evidenceKind: null, evidenceOn: null };
    expect(evidenceInputOf(evidenceValuesOf(undefined))).toEqual(nothing);
    expect(evidenceInputOf({ evidence: '  ', evidenceKind: '', evidenceOn: '' })).toEqual(nothing);
  });

  it('is judged by the rule of the domain, in whose words kinds are small', () => {
    const asked = evidenceValuesOf({ evidenceKind: 'ASKED', evidenceOn: '2026-11-01' });
    expect(confidenceIn(asked, '2026-11-22')).toBe('firm');
    expect(confidenceIn({ ...asked, evidenceKind: 'JUDGED' }, '2026-11-22')).toBe('assumed');
  });
});
