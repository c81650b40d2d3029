import { emptyAssessment } from './assessment-form.js';
import { CONFLICT_PARTS, mergeVersions } from './merge-versions.js';

const theirs = {
  ...emptyAssessment(new Date('2026-03-01T00:00:00Z'), 5, 'UTC'),
  name: 'Theirs',
  purpose: 'Their purpose',
};
const mine = { ...theirs, name: 'Mine', scopeKind: 'BUSINESS_UNIT' as const, businessUnitId: 'u1' };

describe('mergeVersions', () => {
  it('takes mine where I said so and theirs everywhere else', () => {
    expect(mergeVersions(mine, theirs, { name: 'mine' })).toEqual({ ...theirs, name: 'Mine' });
  });

  it('picks fields that belong together as one', () => {
    expect(mergeVersions(mine, theirs, { scope: 'mine' })).toMatchObject({
      name: 'Theirs',
      scopeKind: 'BUSINESS_UNIT',
      businessUnitId: 'u1',
    });
  });

  it('leaves no field of the form out of the choice', () => {
    expect(Object.values(CONFLICT_PARTS).flat().sort()).toEqual(Object.keys(theirs).sort());
  });
});
