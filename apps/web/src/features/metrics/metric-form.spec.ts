import { afterAggregation, type DefinitionValues, EMPTY_DEFINITION, problemsOf, toInput } from './metric-form.js';

const wait: DefinitionValues = {
  ...EMPTY_DEFINITION,
  class: 'STATE',
  category: 'OPERATIONAL',
  aggregation: 'MEAN',
  unit: 'min',
  scaleMinimum: '',
  scaleMaximum: '',
};
const codes = (values: DefinitionValues) => problemsOf(values).map(({ path, code }) => `${path}:${code}`);

describe('the form of a definition', () => {
  it('begins with one that can be saved', () => {
    expect(codes(EMPTY_DEFINITION)).toEqual([]);
  });

  it('sends nothing of what it hides', () => {
    const hidden = {
      formula: 'a + b',
      warningThreshold: 3,
      scaleMinimum: 1,
      scaleMaximum: 5,
      notApplicable: '99',
    } as const;
    expect(toInput({ ...wait, ...hidden, aggregation: 'SUM', direction: 'RANGE' })).toMatchObject({
      formula: null,
      warningThreshold: null,
      scaleMinimum: null,
      notApplicable: [99],
    });
    expect(toInput({ ...wait, ...hidden, aggregation: 'FORMULA' })).toMatchObject({
      formula: 'a + b',
      notApplicable: [],
    });
    expect(toInput({ ...wait, class: 'PERCEPTION', category: 'BUSINESS' }).category).toBe('PERCEPTION');
  });

  it('reads values that say "not applicable" however they are listed', () => {
    expect(toInput({ ...wait, notApplicable: '-1，98; 99' }).notApplicable).toEqual([-1, 98, 99]);
    expect(codes({ ...wait, notApplicable: 'none' })).toEqual(['notApplicable:not_numbers']);
  });

  it('says before sending what the server would say', () => {
    expect(codes({ ...EMPTY_DEFINITION, scaleMinimum: 1 })).toEqual(['scaleMinimum:scale_of_nps']);
    expect(codes({ ...wait, unit: ' ' })).toEqual(['unit:required']);
    expect(codes({ ...wait, category: 'PERCEPTION' })).toEqual(['category:required']);
    expect(codes({ ...wait, aggregation: 'FORMULA' })).toEqual(['formula:formula_missing']);
  });

  it('fills in what follows from the aggregation, and forgets what followed from the last one', () => {
    expect(afterAggregation(wait, 'CSAT')).toMatchObject({ unit: '%', scaleMinimum: 1, scaleMaximum: 5 });
    expect(afterAggregation(EMPTY_DEFINITION, 'MEAN')).toMatchObject({ unit: '', scaleMinimum: '' });
    expect(afterAggregation(wait, 'SUM')).toMatchObject({ unit: 'min' });
    expect(afterAggregation(wait, 'SHARE')).toMatchObject({ unit: '%' });
  });
});
