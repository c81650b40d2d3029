export { checkFormula, type FormulaCheck, type FormulaMetric, referencesOf } from './check-formula.js';
export { type Evaluation, evaluateFormula, type NoValue } from './evaluate-formula.js';
export { type Formula, FormulaError, FUNCTION_NAMES, metricsOf, parseFormula } from './formula.js';
export { canonicalUnit } from './unit.js';
