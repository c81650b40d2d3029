import {
  type Mapping,
  mappingProblems,
  readMapping,
  readUse,
  toMappingInput,
  held,
  withColumn,
  withShape,
  writeUse,
} from './mapping.js';

const suggestion = {
  shape: 'COLUMN_PER_METRIC',
  identity: 'KEY',
  columns: [
    { column: 0, target: 'KEY' },
    { column: 1, target: 'SEGMENT', dimension: 'class' },
    { column: 2, target: 'METRIC', metricId: 'm1', unit: 'minutes' },
    { column: 3, target: 'METRIC', metricId: 'm2', words: { yes: 1, no: 0, maybe: 'x' } },
    { column: 4, target: 'IGNORE' },
    { column: 5, target: 'nonsense' },
  ],
};
const metrics = [{ id: 'm1' }, { id: 'm2' }];
const mapping: Mapping = { ...readMapping(suggestion), observedOn: '2026-03-15' };

describe('readMapping', () => {
  it('keeps what it understands and leaves the rest to the reader', () => {
    expect(Object.keys(mapping.columns)).toEqual(['0', '1', '2', '3']);
    expect(mapping.columns[3]).toEqual(held('METRIC', { metricId: 'm2', words: { yes: 1, no: 0 } }));
  });
  it('reads a saved mapping, which speaks in small letters', () => {
    const saved = {
      shape: 'column_per_period',
      identity: 'slot',
      columns: [{ column: 1, target: 'period' }],
      decimal: ',',
    };
    expect(readMapping(saved)).toMatchObject({
      shape: 'COLUMN_PER_PERIOD',
      identity: 'SLOT',
      columns: { 1: { target: 'PERIOD' } },
      decimal: ',',
    });
  });
  it('begins empty when nothing was suggested', () => {
    expect(readMapping(null)).toMatchObject({ shape: 'COLUMN_PER_METRIC', identity: 'ROW', columns: {}, metricId: '' });
  });
});

describe('toMappingInput', () => {
  it('gives back what was suggested, with the day that was chosen', () => {
    expect(toMappingInput(mapping, 'Sheet1', 2)).toMatchObject({
      shape: 'COLUMN_PER_METRIC',
      identity: 'KEY',
      observedOn: '2026-03-15',
      metricId: null,
      sheet: 'Sheet1',
      headerRow: 2,
      columns: [
        { column: 0, target: 'KEY' },
        { column: 1, dimension: 'class' },
        { column: 2, metricId: 'm1', unit: 'minutes' },
        { column: 3, words: { yes: 1, no: 0 } },
      ],
    });
  });
  it('forgets the day where a column holds the time, and the metric where a column names it', () => {
    const dated = withColumn(mapping, 4, held('TIME'));
    expect(toMappingInput(dated, null, 1).observedOn).toBeNull();
    const named: Mapping = {
      ...mapping,
      shape: 'ROW_PER_OBSERVATION',
      metricId: 'm1',
      columns: { 0: held('METRIC_NAME') },
    };
    expect(toMappingInput(named, null, 1).metricId).toBeNull();
  });
});

describe('changing what a column holds', () => {
  it('recognises rows by a key as soon as there is one, and no longer when it goes', () => {
    const without = withColumn(mapping, 0, null);
    expect(without.identity).toBe('ROW');
    expect(withColumn(without, 0, held('KEY')).identity).toBe('KEY');
  });
  it('keeps in another shape what has a place there', () => {
    expect(Object.keys(withShape(mapping, 'COLUMN_PER_PERIOD').columns)).toEqual(['0', '1']);
  });
  it.each([['IGNORE', null] as const, ['METRIC:m1', held('METRIC', { metricId: 'm1' })] as const])(
    'comes back from the field as it went in: %s',
    (value, expected) => {
      expect(readUse(value, 'delay')).toEqual(expected);
      expect(writeUse(expected ?? undefined)).toBe(value);
    },
  );
  it('calls segments by their heading until the reader says otherwise', () => {
    expect(readUse('SEGMENT', 'customer_class')).toEqual(held('SEGMENT', { dimension: 'customer_class' }));
  });
});

describe('mappingProblems', () => {
  it('finds nothing wrong with the suggestion once it has a day', () => {
    expect(mappingProblems(mapping, metrics)).toEqual([]);
  });
  it.each<[string, Mapping, string[]]>([
    ['no day', { ...mapping, observedOn: '' }, ['noTime']],
    ['no metric', { ...mapping, columns: { 0: held('KEY') } }, ['noMetricColumn']],
    ['a metric twice', withColumn(mapping, 5, held('METRIC', { metricId: 'm1' })), ['metricTwice']],
    ['a metric that went', withColumn(mapping, 5, held('METRIC', { metricId: 'm9' })), ['metricGone']],
    ['two times', withColumn(withColumn(mapping, 5, held('TIME')), 6, held('TIME')), ['targetTwice']],
    ['segments called alike', withColumn(mapping, 5, held('SEGMENT', { dimension: 'class' })), ['dimensionTwice']],
    ['no key', { ...mapping, columns: { 2: held('METRIC', { metricId: 'm1' }) } }, ['noKey']],
    [
      'rows of values without value or metric',
      { ...withShape(mapping, 'ROW_PER_OBSERVATION'), identity: 'ROW' },
      ['noMetric', 'noValue'],
    ],
    ['no periods', { ...withShape(mapping, 'COLUMN_PER_PERIOD'), metricId: 'm1', observedOn: '' }, ['noPeriod']],
  ])('%s', (_, wrong, problems) => {
    expect(mappingProblems(wrong, metrics)).toEqual(problems);
  });
});
