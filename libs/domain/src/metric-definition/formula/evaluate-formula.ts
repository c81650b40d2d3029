import type { Comparator, Formula } from './formula.js';

/** Why there is no number. */
export type NoValue =
  | { readonly code: 'no_value_of'; readonly metric: string }
  | { readonly code: 'division_by_zero' }
  | { readonly code: 'not_finite' };

export type Evaluation = { readonly value: number } | { readonly value: null; readonly reason: NoValue };

const none = (reason: NoValue): Evaluation => ({ value: null, reason });

const COMPARE: Readonly<Record<Comparator, (left: number, right: number) => boolean>> = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
};

/**
 * The number that a formula gives, or the reason why it gives none: a metric without a value, a division by zero, a
 * result too large to be one. What is missing makes the whole missing, except where coalesce offers something else and
 * where if does not take that way.
 */
export function evaluateFormula(formula: Formula, valueOf: (key: string) => number | null): Evaluation {
  const below = (part: Formula): Evaluation => evaluateFormula(part, valueOf);
  const over = (parts: readonly Formula[], compute: (values: number[]) => number | NoValue): Evaluation => {
    const values: number[] = [];
    for (const part of parts) {
      const evaluation = below(part);
      if (evaluation.value === null) return evaluation;
      values.push(evaluation.value);
    }
    const result = compute(values);
    if (typeof result !== 'number') return none(result);
    // Minus zero is a sign that nobody meant.
    return Number.isFinite(result) ? { value: result + 0 } : none({ code: 'not_finite' });
  };
  switch (formula.kind) {
    case 'number':
      return { value: formula.value };
    case 'metric': {
      const value = valueOf(formula.key);
      return value === null ? none({ code: 'no_value_of', metric: formula.key }) : { value };
    }
    case 'negation':
      return over([formula.of], ([of]) => -(of as number));
    case 'operation':
      return over([formula.left, formula.right], ([left, right]) =>
        operate(formula.operator, left as number, right as number),
      );
    case 'comparison':
      return over([formula.left, formula.right], ([left, right]) =>
        Number(COMPARE[formula.operator](left as number, right as number)),
      );
    case 'call':
      switch (formula.name) {
        case 'min':
          return over(formula.arguments, (values) => Math.min(...values));
        case 'max':
          return over(formula.arguments, (values) => Math.max(...values));
        case 'abs':
          return over(formula.arguments, ([of]) => Math.abs(of as number));
        case 'round':
          return over(formula.arguments, ([of, digits = 0]) => roundHalfAway(of as number, digits));
        case 'if': {
          const [condition, then, otherwise] = formula.arguments as [Formula, Formula, Formula];
          const answer = below(condition);
          return answer.value === null ? answer : below(answer.value ? then : otherwise);
        }
        case 'coalesce': {
          let last: Evaluation | undefined;
          for (const part of formula.arguments) {
            last = below(part);
            if (last.value !== null) return last;
          }
          return last as Evaluation;
        }
      }
  }
}

function operate(operator: '+' | '-' | '*' | '/', left: number, right: number): number | NoValue {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return right === 0 ? { code: 'division_by_zero' } : left / right;
  }
}

/** To so many digits after the point (0 to 10), halves away from zero, as people round. */
function roundHalfAway(value: number, digits: number): number {
  const places = Math.min(10, Math.max(0, Math.trunc(digits)));
  // Through the decimal text, because 1.005 × 100 is a little less than 100.5.
  const shift = (number: number, by: number): number => {
    const [digitsOf, exponent = '0'] = String(number).split('e');
    return Number(`${digitsOf}e${Number(exponent) + by}`);
  };
  const shifted = shift(Math.abs(value), places);
  const rounded = Number.isFinite(shifted) ? shift(Math.round(shifted), -places) : Math.abs(value);
  return Math.sign(value) * rounded;
}
