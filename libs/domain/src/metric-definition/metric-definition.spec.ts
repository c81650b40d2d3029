import fc from 'fast-check';
import {
  AGGREGATIONS,
  changeOfDefinition,
  checkDefinition,
  checkTarget,
  definitionOn,
  type MetricDefinition,
  targetStatus,
} from './index.js';

const nps: MetricDefinition = {
  definition: 'How likely customers are to recommend us.',
  class: 'perception',
  category: 'perception',
  aggregation: 'nps',
  unit: 'points',
  direction: 'higher',
  scaleMinimum: 0,
  scaleMaximum: 10,
  notApplicable: [99],
  formula: null,
  warningThreshold: 30,
  criticalThreshold: 20,
  cadenceDays: 30,
  source: 'Relationship survey',
};
const wait: MetricDefinition = {
  ...nps,
  class: 'state',
  category: 'operational',
  aggregation: 'mean',
  unit: 'min',
  direction: 'lower',
  scaleMinimum: null,
  scaleMaximum: null,
  notApplicable: [],
  warningThreshold: 5,
  criticalThreshold: 8,
  source: 'Queue system',
};
const found = (definition: MetricDefinition) => checkDefinition(definition).map(({ path, code }) => `${path}:${code}`);

describe('a definition', () => {
  it('is consistent', () => {
    expect([nps, wait].flatMap(found)).toEqual([]);
  });

  it.each<[string, MetricDefinition, Partial<MetricDefinition>]>([
    ['category:category_of_other_class', nps, { category: 'business' }],
    ['category:category_of_other_class', wait, { category: 'perception' }],
    ['scaleMinimum:scale_missing', nps, { scaleMinimum: null, scaleMaximum: null }],
    ['scaleMaximum:scale_half', nps, { scaleMaximum: null }],
    ['scaleMinimum:scale_half', wait, { scaleMaximum: 5 }],
    ['scaleMaximum:scale_order', nps, { scaleMinimum: 10 }],
    ['scaleMinimum:scale_of_nps', nps, { scaleMinimum: 1 }],
    ['scaleMinimum:scale_whole', nps, { aggregation: 'ces', scaleMinimum: 0.5 }],
    ['scaleMaximum:scale_too_wide', nps, { aggregation: 'ces', scaleMaximum: 1000, notApplicable: [] }],
    ['scaleMinimum:scale_without_ratings', wait, { aggregation: 'sum', scaleMinimum: 0, scaleMaximum: 9 }],
    ['notApplicable:not_applicable_on_scale', nps, { notApplicable: [0] }],
    ['unit:unit_of_aggregation', nps, { unit: '%' }],
    ['unit:unit_of_aggregation', wait, { aggregation: 'share' }],
    ['formula:formula_missing', wait, { aggregation: 'formula', formula: '  ' }],
    ['formula:formula_unused', wait, { formula: 'calls' }],
    ['criticalThreshold:critical_not_below', nps, { criticalThreshold: 30 }],
    ['criticalThreshold:critical_not_above', wait, { criticalThreshold: 5 }],
    ['warningThreshold:range_has_targets', wait, { direction: 'range', criticalThreshold: null }],
  ])('is refused with %s', (problem, definition, change) => {
    expect(found({ ...definition, ...change })).toEqual([problem]);
  });

  it('of ratings is of perception', () => {
    expect(found({ ...nps, class: 'state', category: 'business' })).toEqual(['aggregation:rating_is_perception']);
  });

  it('names a field of its own and a remedy for every problem', () => {
    const number = fc.option(fc.double({ min: -20, max: 20, noNaN: true }));
    const any = fc.record({
      ...Object.fromEntries(Object.entries(nps).map(([key, value]) => [key, fc.constant(value)])),
      class: fc.constantFrom('perception', 'state'),
      category: fc.constantFrom('perception', 'financial'),
      aggregation: fc.constantFrom(...AGGREGATIONS),
      unit: fc.constantFrom('%', 'min', 'points'),
      direction: fc.constantFrom('higher', 'lower', 'range'),
      scaleMinimum: number,
      scaleMaximum: number,
      formula: fc.option(fc.constantFrom('', 'a + b')),
      warningThreshold: number,
      criticalThreshold: number,
    }) as unknown as fc.Arbitrary<MetricDefinition>;
    fc.assert(
      fc.property(any, (definition) => {
        for (const { path, message } of checkDefinition(definition)) {
          expect(Object.keys(nps)).toContain(path);
          expect(message).toMatch(/\.$/);
        }
      }),
    );
  });
});

describe('versions of a definition', () => {
  const versions = [{ validFrom: '2025-01-01' }, { validFrom: '2026-07-01' }, { validFrom: '2025-09-01' }];

  it('hold from their day until the next, in whatever order they are read', () => {
    const on = (day: string) => definitionOn(versions, day)?.validFrom;
    expect(['2024-12-31', '2025-01-01', '2025-08-31', '2025-09-01', '2026-06-30', '2030-01-01'].map(on)).toEqual([
      undefined,
      '2025-01-01',
      '2025-01-01',
      '2025-09-01',
      '2025-09-01',
      '2026-07-01',
    ]);
  });

  it.each<[Partial<MetricDefinition>, 'definition' | 'source' | null]>([
    [{ aggregation: 'ces' }, 'definition'],
    [{ scaleMaximum: 9 }, 'definition'],
    [{ unit: '%' }, 'definition'],
    [{ formula: 'a' }, 'definition'],
    [{ notApplicable: [] }, 'definition'],
    [{ source: 'Another survey' }, 'source'],
    [{ source: 'Another survey', unit: '%' }, 'definition'],
    [{ unit: 'Points' }, null],
    [{ source: 'relationship survey ' }, null],
    [{ definition: 'In other words' }, null],
    [{ direction: 'lower' }, null],
    [{ warningThreshold: 1 }, null],
    [{ cadenceDays: null }, null],
  ])('that change %j break the series for %s', (change, breaks) => {
    expect(changeOfDefinition(nps, { ...nps, ...change })).toEqual({ fields: expect.any(Array), breaks });
    expect(changeOfDefinition(nps, { ...nps, ...change }).fields.toSorted()).toEqual(Object.keys(change).toSorted());
  });

  it('may be the same', () => {
    expect(changeOfDefinition(nps, { ...nps })).toEqual({ fields: [], breaks: null });
  });
});

describe('a target', () => {
  const target = { dueOn: '2026-06-30', value: 40, upperValue: null };

  it.each([
    ['higher', '2026-05-01', 41, 'met'],
    ['higher', '2026-05-01', 40, 'met'],
    ['higher', '2026-05-01', 39, 'not_due'],
    ['higher', '2026-06-30', 39, 'not_due'],
    ['higher', '2026-07-01', 39, 'not_met'],
    ['lower', '2026-07-01', 39, 'met'],
    ['lower', '2026-07-01', 41, 'not_met'],
    ['higher', '2026-07-01', null, 'no_data'],
    ['lower', '2026-05-01', null, 'no_data'],
  ] as const)('%s, on %s at %p, is %s', (direction, today, actual, status) => {
    expect(targetStatus(direction, target, today, actual)).toBe(status);
  });

  it.each([
    [39, 'not_met'],
    [40, 'met'],
    [45, 'met'],
    [50, 'met'],
    [51, 'not_met'],
  ])('of a range is met inside it: %d is %s', (actual, status) => {
    expect(targetStatus('range', { ...target, upperValue: 50 }, '2027-01-01', actual)).toBe(status);
  });

  it('has a second value only for a range, and above the first', () => {
    const codes = (direction: 'higher' | 'range', upperValue: number | null) =>
      checkTarget(direction, { ...target, upperValue }).map(({ code }) => code);
    expect(codes('higher', null)).toEqual([]);
    expect(codes('higher', 50)).toEqual(['not_a_range']);
    expect(codes('range', null)).toEqual(['range_half']);
    expect(codes('range', 40)).toEqual(['range_order']);
    expect(codes('range', 50)).toEqual([]);
  });
});
