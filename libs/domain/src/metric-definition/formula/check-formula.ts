import type { FieldProblem } from '../../errors/index.js';
import { type Formula, FormulaError, metricsOf, parseFormula } from './formula.js';
import { parseUnit, showUnit, type Unit, unify } from './unit.js';
import { UnitMismatch, unitOfFormula } from './unit-of-formula.js';

/** What a formula may refer to, as it will be while the formula holds. */
export interface FormulaMetric {
  readonly unit: string;
  /** Every formula it has in that time; none where it is observed. */
  readonly formulas: readonly string[];
  readonly archived: boolean;
}

export interface FormulaCheck {
  readonly problems: readonly FieldProblem[];
  /** The metrics it is computed from. */
  readonly metrics: readonly string[];
  /** The unit that it results in; null where that cannot be said. */
  readonly unit: string | null;
}

/**
 * Everything that stands against a formula of a metric: text that is no formula, metrics that are not there, a circle,
 * units that do not go together, a result in another unit than declared.
 *
 * @param key the metric that the formula computes; empty for one that has no key yet.
 * @param unit the unit it was declared in; null to only derive one.
 */
export function checkFormula(
  text: string,
  key: string,
  unit: string | null,
  catalogue: ReadonlyMap<string, FormulaMetric>,
): FormulaCheck {
  let formula: Formula;
  try {
    formula = parseFormula(text);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    const { code, message, params } = error;
    return { problems: [{ path: 'formula', code, message, params }], metrics: [], unit: null };
  }
  const metrics = metricsOf(formula);
  const problems = [...referenceProblems(metrics, key, catalogue), ...cycleProblems(metrics, key, catalogue)];
  if (problems.length > 0) return { problems, metrics, unit: null };
  const derived = derive(formula, catalogue);
  if ('path' in derived) return { problems: [derived], metrics, unit: null };
  return { problems: unit === null ? [] : resultProblems(derived, unit), metrics, unit: showUnit(derived) };
}

function referenceProblems(
  metrics: readonly string[],
  key: string,
  catalogue: ReadonlyMap<string, FormulaMetric>,
): FieldProblem[] {
  if (metrics.length === 0) {
    return [{ path: 'formula', code: 'formula_of_nothing', message: 'Name at least one metric by its key.' }];
  }
  const problem = (code: string, metric: string, message: string): FieldProblem => ({
    path: 'formula',
    code,
    message,
    params: { metric },
  });
  return metrics
    .filter((metric) => metric !== key)
    .flatMap((metric) => {
      const known = catalogue.get(metric);
      if (!known) return [problem('formula_metric_unknown', metric, `There is no metric with the key “${metric}”.`)];
      return known.archived
        ? [
            problem(
              'formula_metric_archived',
              metric,
              `The metric “${metric}” is archived: restore it, or leave it out.`,
            ),
          ]
        : [];
    });
}

function cycleProblems(
  metrics: readonly string[],
  key: string,
  catalogue: ReadonlyMap<string, FormulaMetric>,
): FieldProblem[] {
  const path = key ? pathTo(key, metrics, catalogue) : null;
  if (!path) return [];
  const cycle = [key, ...path].join(' → ');
  const message = `The formula would be computed from itself: ${cycle}.`;
  return [{ path: 'formula', code: 'formula_cycle', message, params: { cycle } }];
}

/** The way from what a formula refers to back to its own metric, if there is one; the shortest. */
function pathTo(key: string, from: readonly string[], catalogue: ReadonlyMap<string, FormulaMetric>): string[] | null {
  const cameFrom = new Map<string, string | null>(from.map((metric) => [metric, null]));
  for (const metric of cameFrom.keys()) {
    if (metric === key) {
      const path: string[] = [];
      for (let at: string | null = metric; at !== null; at = cameFrom.get(at) ?? null) path.unshift(at);
      return path;
    }
    for (const next of (catalogue.get(metric)?.formulas ?? []).flatMap(referencesOf)) {
      if (!cameFrom.has(next)) cameFrom.set(next, metric);
    }
  }
  return null;
}

/** What a stored formula refers to; one that can no longer be read refers to nothing. */
export function referencesOf(text: string): string[] {
  try {
    return metricsOf(parseFormula(text));
  } catch (error) {
    if (error instanceof FormulaError) return [];
    throw error;
  }
}

function derive(formula: Formula, catalogue: ReadonlyMap<string, FormulaMetric>): Unit | FieldProblem {
  try {
    return unitOfFormula(formula, (metric) => catalogue.get(metric)?.unit ?? '');
  } catch (error) {
    if (!(error instanceof UnitMismatch)) throw error;
    const { left, right, at, message } = error;
    return { path: 'formula', code: 'formula_units', message, params: { left: left || '1', right: right || '1', at } };
  }
}

function resultProblems(derived: Unit, unit: string): FieldProblem[] {
  if (unify(derived, parseUnit(unit))) return [];
  const result = showUnit(derived) || '1';
  const message = `The formula results in ${result}, the metric is declared in ${unit}: convert by a factor, or declare ${result}.`;
  return [{ path: 'unit', code: 'formula_result_unit', message, params: { result, unit } }];
}
