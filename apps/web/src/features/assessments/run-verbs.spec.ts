import { menuVerbs, nextVerb, verbAnswer } from './run-verbs.js';

const verbs = [
  { verb: 'open', allowed: false, reasons: ['NO_RATER_GROUP'] },
  { verb: 'delete', allowed: true, reasons: [] },
  { verb: 'archive', allowed: false, reasons: ['FORBIDDEN'] },
];

describe('run verbs', () => {
  it('keeps the reasons of the next step, so that the page can say what stands in the way', () => {
    expect(nextVerb('DRAFT')).toBe('open');
    expect(verbAnswer(verbs, 'open')).toEqual(verbs[0]);
  });
  it('offers nothing the API does not speak of', () => {
    expect(verbAnswer(verbs, 'remind')).toBeNull();
  });
  it('puts into the menu only what may be done now', () => {
    expect(menuVerbs(verbs, 'DRAFT')).toEqual(['delete']);
  });
});
