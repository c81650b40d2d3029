import type { Formula } from './formula.js';
import { combine, LITERAL, parseUnit, showUnit, type Unit, unify } from './unit.js';

/** Two quantities stand where only one kind of thing can. */
export class UnitMismatch extends Error {
  constructor(
    readonly left: string,
    readonly right: string,
    /** The sign or function that brings them together. */
    readonly at: string,
  ) {
    super(`${at} takes one unit, and here are ${left || 'a plain number'} and ${right || 'a plain number'}.`);
    this.name = 'UnitMismatch';
  }
}

/**
 * The unit that a formula results in. Units multiply and divide; what is added, compared or chosen between must have the
 * same one. A number written in the formula takes the unit beside it when added, and converts when multiplied.
 *
 * @throws {UnitMismatch}
 */
export function unitOfFormula(formula: Formula, unitOf: (key: string) => string): Unit {
  const below = (part: Formula): Unit => unitOfFormula(part, unitOf);
  const same = (at: string, parts: readonly Formula[]): Unit =>
    parts.map(below).reduce((left, right) => {
      const both = unify(left, right);
      if (!both) throw new UnitMismatch(showUnit(left), showUnit(right), at);
      return both;
    });
  switch (formula.kind) {
    case 'number':
      return LITERAL;
    case 'metric':
      return parseUnit(unitOf(formula.key));
    case 'negation':
      return below(formula.of);
    case 'comparison':
      return same(formula.operator, [formula.left, formula.right]);
    case 'operation':
      if (formula.operator === '*') return combine(below(formula.left), below(formula.right), 1);
      if (formula.operator === '/') return combine(below(formula.left), below(formula.right), -1);
      return same(formula.operator, [formula.left, formula.right]);
    case 'call': {
      const [first, ...rest] = formula.arguments as [Formula, ...Formula[]];
      if (formula.name === 'round' || formula.name === 'abs') return below(first);
      if (formula.name !== 'if') return same(formula.name, formula.arguments);
      below(first);
      return same('if', rest);
    }
  }
}
