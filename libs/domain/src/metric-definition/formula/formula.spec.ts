import fc from 'fast-check';
import { checkFormula, evaluateFormula, type FormulaMetric, metricsOf, parseFormula } from './index.js';
import { FormulaError } from './formula.js';

const metric = (unit: string, ...formulas: string[]): FormulaMetric => ({ unit, formulas, archived: false });
const catalogue = new Map<string, FormulaMetric>([
  ['wait_minutes', metric('min')],
  ['handling_hours', metric('hours')],
  ['calls', metric('calls')],
  ['complaints', metric('complaints')],
  ['solved_share', metric('%')],
  ['csat', metric('percent')],
  ['recommendation', metric('points')],
  ['cost', metric('GBP')],
  ['a', metric('calls', 'b + calls')],
  ['b', metric('calls', 'c * 2')],
  ['c', metric('calls', 'calls')],
  ['old', { unit: 'min', formulas: [], archived: true }],
]);
const check = (text: string, unit: string | null = null, key = 'mine') => checkFormula(text, key, unit, catalogue);
const codes = (text: string, unit: string | null = null, key = 'mine') =>
  check(text, unit, key).problems.map(({ code }) => code);
const value = (text: string, values: Record<string, number> = {}) =>
  evaluateFormula(parseFormula(text), (key) => values[key] ?? null);

describe('a formula', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) × 3', 9],
    ['7 ÷ 2 − 0.5', 3],
    ['-(2 - 5)', 3],
    ['2 - -2', 4],
    ['+3', 3],
    ['10 - 4 - 3', 3],
    ['min（4，2，8）', 2],
    ['max(4, 2, 8)', 8],
    ['abs(-4)', 4],
    ['round(2.5)', 3],
    ['round(-2.5)', -3],
    ['round(1.005, 2)', 1.01],
    ['round(1e300, 2)', 1e300],
    ['round(1e-9, 2)', 0],
    ['if(1 < 2, 10, 20)', 10],
    ['if(1 >= 2, 10, 20)', 20],
    ['if(2 == 2, 10, 1 / 0)', 10],
    ['coalesce(missing, 5)', 5],
    ['coalesce(1 / 0, missing, 6)', 6],
  ])('%s is %d', (text, result) => {
    expect(value(text)).toEqual({ value: result });
  });

  it('has no value where something in it has none, and says what', () => {
    expect(value('1 + missing')).toEqual({ value: null, reason: { code: 'no_value_of', metric: 'missing' } });
    expect(value('if(missing > 1, 1, 2)')).toEqual({ value: null, reason: { code: 'no_value_of', metric: 'missing' } });
    expect(value('coalesce(missing, other)')).toEqual({
      value: null,
      reason: { code: 'no_value_of', metric: 'other' },
    });
    expect(value('calls / (two - 2)', { calls: 4, two: 2 })).toEqual({
      value: null,
      reason: { code: 'division_by_zero' },
    });
    expect(value('0 / 0')).toEqual({ value: null, reason: { code: 'division_by_zero' } });
    expect(value('big * big', { big: 1e200 })).toEqual({ value: null, reason: { code: 'not_finite' } });
  });

  it('names the metrics it is computed from, each once', () => {
    expect(metricsOf(parseFormula('if(b > a, coalesce(a, c), b / 2)'))).toEqual(['b', 'a', 'c']);
  });

  it.each([
    ['', 'formula_syntax'],
    ['1 +', 'formula_syntax'],
    ['(1', 'formula_syntax'],
    ['1 2', 'formula_syntax'],
    ['calls; calls', 'formula_syntax'],
    ['"calls"', 'formula_not_allowed'],
    ['true', 'formula_not_allowed'],
    ['this', 'formula_not_allowed'],
    ['calls.length', 'formula_not_allowed'],
    ['calls["constructor"]', 'formula_not_allowed'],
    ['[calls]', 'formula_not_allowed'],
    ['calls % 2', 'formula_not_allowed'],
    ['calls ** 2', 'formula_not_allowed'],
    ['calls && calls', 'formula_not_allowed'],
    ['!calls', 'formula_not_allowed'],
    ['calls ? 1 : 2', 'formula_not_allowed'],
    ['1e999', 'formula_not_allowed'],
    ['constructor(calls)', 'formula_function'],
    ['min.call(calls)', 'formula_function'],
    ['sqrt(calls)', 'formula_function'],
    ['toString()', 'formula_function'],
    ['min()', 'formula_arguments'],
    ['abs(1, 2)', 'formula_arguments'],
    ['if(1 < 2, 3)', 'formula_arguments'],
    ['min(1,,2)', 'formula_syntax'],
    ['calls < 3', 'formula_condition'],
    ['(calls < 3) + 1', 'formula_condition'],
    ['if(calls, 1, 2)', 'formula_condition'],
    [`${'('.repeat(300)}-${'-'.repeat(300)}calls${')'.repeat(300)}`, 'formula_too_deep'],
  ])('refuses %j as %s', (text, code) => {
    expect(codes(text)).toEqual([code]);
  });

  it('says where it stops making sense', () => {
    expect(check('calls + ) 2').problems[0]?.params).toEqual({ position: 9 });
  });
});

describe('the units of a formula', () => {
  it.each([
    ['wait_minutes + 5', 'min'],
    ['wait_minutes / calls', 'min/calls'],
    ['wait_minutes / calls * calls', 'min'],
    ['solved_share + csat', '%'],
    ['complaints / calls', 'complaints/calls'],
    ['calls / calls', ''],
    ['min(wait_minutes, 60 * handling_hours)', 'min'],
    ['if(calls > 100, csat, solved_share)', '%'],
    ['round(cost / calls, 2)', 'gbp/calls'],
    ['1 / wait_minutes', '1/min'],
  ])('%s is in %j', (text, unit) => {
    expect(check(text)).toMatchObject({ problems: [], unit });
  });

  it.each([
    'wait_minutes + solved_share',
    'wait_minutes + handling_hours',
    'max(calls, cost)',
    'if(wait_minutes > calls, csat, csat)',
    'if(calls > 1, wait_minutes, csat)',
    'coalesce(csat, recommendation)',
    'calls / calls + csat',
    '2 * wait_minutes + cost',
  ])('refuses %s', (text) => {
    expect(codes(text)).toEqual(['formula_units']);
  });

  it.each([
    ['60 * handling_hours', 'minutes'],
    ['100 * complaints / complaints', '%'],
    ['wait_minutes + 60 * handling_hours', '分钟'],
    ['100 * calls / calls + csat', '%'],
    ['(csat + 10 * recommendation) / 2', '%'],
    ['calls * (csat / 100)', 'calls'],
  ])('lets %s be declared in %s', (text, unit) => {
    expect(codes(text, unit)).toEqual([]);
  });

  it('refuses a result in another unit than declared, at the field of the unit', () => {
    expect(check('calls / calls', '%').problems).toMatchObject([
      { path: 'unit', code: 'formula_result_unit', params: { result: '1', unit: '%' } },
    ]);
    expect(codes('wait_minutes', 'GBP')).toEqual(['formula_result_unit']);
  });
});

describe('what a formula refers to', () => {
  it('must be there and in use', () => {
    expect(check('calls + nonsense').problems).toMatchObject([
      { code: 'formula_metric_unknown', params: { metric: 'nonsense' } },
    ]);
    expect(check('wait_minutes + old').problems).toMatchObject([
      { code: 'formula_metric_archived', params: { metric: 'old' } },
    ]);
    expect(codes('1 + 2')).toEqual(['formula_of_nothing']);
  });

  it('must not lead back to it; the refusal shows the way round', () => {
    expect(check('calls + mine').problems).toMatchObject([{ code: 'formula_cycle', params: { cycle: 'mine → mine' } }]);
    expect(check('a / 2', null, 'c').problems).toMatchObject([
      { code: 'formula_cycle', params: { cycle: 'c → a → b → c' } },
    ]);
    expect(codes('a / 2', null, 'd')).toEqual([]);
  });

  it('is found in any graph exactly when there is a circle', () => {
    const graphs = fc.array(fc.array(fc.nat(7), { maxLength: 3 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(graphs, (graph) => {
        const text = (to: readonly number[]): string => to.map((each) => `m${each}`).join(' + ');
        const all = new Map(graph.map((to, from) => [`m${from}`, metric('calls', ...(to.length ? [text(to)] : []))]));
        const reach = (from: readonly number[], seen = new Set<number>()): Set<number> => {
          for (const each of from) {
            if (seen.has(each)) continue;
            seen.add(each);
            reach(graph[each] ?? [], seen);
          }
          return seen;
        };
        const start = graph[0] ?? [];
        fc.pre(start.length > 0);
        const { problems } = checkFormula(text(start), 'm0', null, all);
        expect(problems.some(({ code }) => code === 'formula_cycle')).toBe(reach(start).has(0));
      }),
    );
  });
});

interface Drawn {
  text: string;
  compute: (values: Record<string, number>) => number;
}
const { expression } = fc.letrec<{ expression: Drawn }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    fc.nat(99).map((number) => ({ text: String(number), compute: () => number })),
    fc.constantFrom('x', 'y').map((key) => ({ text: key, compute: (v: Record<string, number>) => v[key] as number })),
    fc
      .tuple(tie('expression'), fc.constantFrom('+', '-', '*', '/'), tie('expression'))
      .map(([left, operator, right]) => ({
        text: `(${left.text} ${operator} ${right.text})`,
        compute: (v: Record<string, number>) => {
          const [a, b] = [left.compute(v), right.compute(v)];
          if (operator === '+') return a + b;
          if (operator === '-') return a - b;
          if (operator === '*') return a * b;
          return b === 0 ? NaN : a / b;
        },
      })),
    fc.tuple(tie('expression'), tie('expression')).map(([left, right]) => ({
      text: `max(${left.text}, -${right.text})`,
      compute: (v: Record<string, number>) => Math.max(left.compute(v), -right.compute(v)),
    })),
  ),
}));

describe('any formula', () => {
  it('computes what its arithmetic says, or nothing', () => {
    const numbers = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(expression, numbers, numbers, ({ text, compute }, x, y) => {
        const expected = compute({ x, y });
        const { value: actual } = value(text, { x, y });
        if (Number.isFinite(expected)) expect(actual).toBeCloseTo(expected, 9);
        else expect(actual).toBeNull();
      }),
    );
  });

  it('is read or refused, whatever the text', () => {
    const words = fc.constantFrom(
      'min',
      'if',
      '(',
      ')',
      ',',
      '+',
      '/',
      '<',
      'x',
      '1',
      '.',
      '"',
      '[',
      '{',
      '%',
      ' ',
      '×',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(words).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (each) => {
        try {
          parseFormula(each);
        } catch (error) {
          expect(error).toBeInstanceOf(FormulaError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
