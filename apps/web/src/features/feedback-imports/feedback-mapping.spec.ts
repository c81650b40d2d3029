import { mappingProblems, readMapping, toMappingInput, withColumn } from './feedback-mapping.js';

const SUGGESTED = {
  columns: [
    { column: 0, target: 'TIME' },
    { column: 1, target: 'text' },
    { column: 2, target: 'IGNORE' },
    { column: 'x', target: 'TEXT' },
  ],
  source: 'OTHER',
  sourceValues: { Pigeon: 'forum', Raven: 'nonsense' },
  touchpointValues: { 'Till 4': 'one' },
};

describe('the mapping of a file of feedback', () => {
  it('is read from what the API suggests or kept, and goes back as its input', () => {
    const mapping = readMapping(SUGGESTED);
    expect(mapping).toMatchObject({
      columns: { 0: 'TIME', 1: 'TEXT' },
      source: 'OTHER',
      sourceValues: { Pigeon: 'FORUM' },
    });
    expect(toMappingInput(mapping, null, 1)).toMatchObject({
      columns: [
        { column: 0, target: 'TIME' },
        { column: 1, target: 'TEXT' },
      ],
      // Of columns that are not mapped nothing is said.
      ...{ sourceValues: null, touchpointValues: null, saidOn: null, decimal: '.', headerRow: 1 },
    });
    expect(toMappingInput(withColumn(mapping, 2, 'TOUCHPOINT'), null, 1).touchpointValues).toEqual({ 'Till 4': 'one' });
  });

  it('says what is missing before there is something to look at', () => {
    const empty = readMapping(null);
    expect(mappingProblems(empty, true)).toEqual(['noText', 'noTime', 'noSource']);
    expect(mappingProblems(empty, false)).toContain('noTouchpoint');
    const whole = readMapping(SUGGESTED);
    expect(mappingProblems(whole, true)).toEqual([]);
    expect(mappingProblems({ ...whole, touchpointId: 'one' }, false)).toEqual([]);
    expect(mappingProblems(withColumn(whole, 2, 'TEXT'), true)).toEqual(['targetTwice']);
    expect(mappingProblems(withColumn(whole, 0, null), true)).toEqual(['noTime']);
  });
});
