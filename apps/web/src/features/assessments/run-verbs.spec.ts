import { menuVerbs, nextVerb, verbAnswer } from './run-verbs.js';

const draft = {
  state: 'DRAFT' as const,
  verbs: [
    { verb: 'open', allowed: false, reasons: ['NO_RATER_GROUP'] },
    { verb: 'archive', allowed: true, reasons: [] },
  ],
};

describe('run verbs', () => {
  it('keeps the reasons of the next step, so that the page can say what stands in the way', () => {
    expect(nextVerb('DRAFT')).toBe('open');
    expect(verbAnswer(draft, 'open')).toEqual(draft.verbs[0]);
  });
  it('offers nothing the API does not speak of', () => {
    expect(verbAnswer(draft, 'publish').allowed).toBe(false);
  });
  it('puts into the menu only what may be done now', () => {
    expect(menuVerbs(draft)).toEqual(['archive', 'delete']);
    expect(menuVerbs({ ...draft, state: 'OPEN', verbs: [] })).toEqual([]);
  });
});
