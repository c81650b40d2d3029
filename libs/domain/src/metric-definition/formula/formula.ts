import jsep from 'jsep';

/** A formula, reduced to the few kinds of node that the language knows. */
export type Formula =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'metric'; readonly key: string }
  | { readonly kind: 'negation'; readonly of: Formula }
  | { readonly kind: 'operation'; readonly operator: Operator; readonly left: Formula; readonly right: Formula }
  | { readonly kind: 'comparison'; readonly operator: Comparator; readonly left: Formula; readonly right: Formula }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly arguments: readonly Formula[] };

const OPERATORS = ['+', '-', '*', '/'] as const;
export type Operator = (typeof OPERATORS)[number];
const COMPARATORS = ['<', '<=', '>', '>=', '==', '!='] as const;
export type Comparator = (typeof COMPARATORS)[number];

/** How many arguments each function takes, at least and at most. */
const FUNCTIONS = {
  min: [1, 20],
  max: [1, 20],
  abs: [1, 1],
  round: [1, 2],
  if: [3, 3],
  coalesce: [1, 20],
} as const;
export type FunctionName = keyof typeof FUNCTIONS;
export const FUNCTION_NAMES = Object.keys(FUNCTIONS) as FunctionName[];

export type FormulaProblemCode =
  | 'formula_syntax'
  | 'formula_not_allowed'
  | 'formula_function'
  | 'formula_arguments'
  | 'formula_condition'
  | 'formula_too_deep';

/** The text is no formula of the language; `params` say where or at what. */
export class FormulaError extends Error {
  constructor(
    readonly code: FormulaProblemCode,
    message: string,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(message);
    this.name = 'FormulaError';
  }
}

/** Signs that people type and keyboards of other languages produce, one for one, so that positions stay true. */
const SAME_AS: Readonly<Record<string, string>> = {
  '×': '*',
  '÷': '/',
  '−': '-',
  '–': '-',
  '（': '(',
  '）': ')',
  '，': ',',
  '＋': '+',
  '＊': '*',
  '／': '/',
  '＜': '<',
  '＞': '>',
};
const DEEPEST = 100;

/**
 * Reads a formula. The text is only ever parsed, never run: what comes out is our own tree, and whatever the parser
 * knows beyond the language (members, strings, lists, assignments) is refused by name.
 */
export function parseFormula(text: string): Formula {
  const plain = text.replace(/[×÷−–（），＋＊／＜＞]/g, (sign) => SAME_AS[sign] as string);
  let tree: jsep.Expression;
  try {
    tree = jsep(plain);
  } catch (error) {
    const at = (error as { index?: number }).index ?? 0;
    throw new FormulaError('formula_syntax', `This cannot be read, at character ${at + 1}.`, { position: at + 1 });
  }
  const formula = read(tree as jsep.CoreExpression, 0);
  if (formula.kind === 'comparison') throw misplacedCondition();
  return formula;
}

function read(node: jsep.CoreExpression, depth: number): Formula {
  if (depth > DEEPEST) throw new FormulaError('formula_too_deep', 'Split this formula into several metrics.');
  const below = (child: unknown): Formula => read(child as jsep.CoreExpression, depth + 1);
  const value = (child: unknown): Formula => {
    const formula = below(child);
    if (formula.kind === 'comparison') throw misplacedCondition();
    return formula;
  };
  switch (node.type) {
    case 'Literal':
      if (typeof node.value !== 'number' || !Number.isFinite(node.value)) throw notAllowed(String(node.raw));
      return { kind: 'number', value: node.value };
    case 'Identifier':
      return { kind: 'metric', key: String(node.name) };
    case 'UnaryExpression':
      if (node.operator === '+') return value(node.argument);
      if (node.operator !== '-') throw notAllowed(String(node.operator));
      return { kind: 'negation', of: value(node.argument) };
    case 'BinaryExpression': {
      const operator = OPERATORS.find((each) => each === node.operator);
      if (operator) return { kind: 'operation', operator, left: value(node.left), right: value(node.right) };
      const comparator = COMPARATORS.find((each) => each === node.operator);
      if (!comparator) throw notAllowed(String(node.operator));
      return { kind: 'comparison', operator: comparator, left: value(node.left), right: value(node.right) };
    }
    case 'CallExpression':
      return call(node as jsep.CallExpression, below, value);
    case 'Compound':
      throw new FormulaError('formula_syntax', 'Write one expression.', { position: 1 });
    default:
      throw notAllowed(node.type);
  }
}

function call(node: jsep.CallExpression, below: (child: unknown) => Formula, value: (child: unknown) => Formula) {
  const callee = node.callee as jsep.Identifier;
  const name = FUNCTION_NAMES.find((each) => callee.type === 'Identifier' && each === callee.name);
  if (!name) {
    const known = FUNCTION_NAMES.join(', ');
    throw new FormulaError('formula_function', `There is no such function; there are ${known}.`, {
      name: callee.type === 'Identifier' ? String(callee.name) : callee.type,
      known,
    });
  }
  const [least, most] = FUNCTIONS[name];
  const given = node.arguments;
  if (given.length < least || given.length > most || given.some((each) => !each)) {
    const message = `${name} takes ${least === most ? least : `${least} to ${most}`} arguments.`;
    throw new FormulaError('formula_arguments', message, { name, least, most, given: given.length });
  }
  if (name !== 'if') return { kind: 'call' as const, name, arguments: given.map(value) };
  const condition = below(given[0]);
  if (condition.kind !== 'comparison') throw misplacedCondition();
  return { kind: 'call' as const, name, arguments: [condition, value(given[1]), value(given[2])] };
}

const notAllowed = (what: string): FormulaError =>
  new FormulaError('formula_not_allowed', `“${what}” is not part of the language.`, { what });

const misplacedCondition = (): FormulaError =>
  new FormulaError('formula_condition', 'A comparison stands as the first argument of if, and only there.');

/** The metrics that a formula is computed from, each once, in the order of the text. */
export function metricsOf(formula: Formula): string[] {
  switch (formula.kind) {
    case 'number':
      return [];
    case 'metric':
      return [formula.key];
    case 'negation':
      return metricsOf(formula.of);
    case 'operation':
    case 'comparison':
      return [...new Set([...metricsOf(formula.left), ...metricsOf(formula.right)])];
    case 'call':
      return [...new Set(formula.arguments.flatMap(metricsOf))];
  }
}
