import {
  checkDefinition,
  checkFormula,
  type FieldProblem,
  type FormulaMetric,
  type MetricDefinition,
  referencesOf,
} from '@touchstone/domain';
import type { MetricDefinitionInput } from './metric.input.js';
import type { MetricVersionEntity } from './metric-version.entity.js';

const KEY = /^[a-z][a-z0-9_]{0,63}$/;
const LONGEST_UNIT = 40;

/** The definition as it will be kept. */
export function definitionOf(input: MetricDefinitionInput): MetricDefinition {
  return {
    definition: input.definition?.trim() ?? '',
    class: input.class,
    category: input.category,
    aggregation: input.aggregation,
    unit: input.unit.trim(),
    direction: input.direction,
    scaleMinimum: input.scaleMinimum ?? null,
    scaleMaximum: input.scaleMaximum ?? null,
    notApplicable: [...new Set(input.notApplicable ?? [])].sort((a, b) => a - b),
    formula: input.formula?.trim() || null,
    warningThreshold: input.warningThreshold ?? null,
    criticalThreshold: input.criticalThreshold ?? null,
    cadenceDays: input.cadenceDays ?? null,
    source: input.source?.trim() ?? '',
  };
}

export function definitionOfVersion(version: MetricVersionEntity): MetricDefinition {
  return {
    definition: version.definition,
    class: version.class,
    category: version.category,
    aggregation: version.aggregation,
    unit: version.unit,
    direction: version.direction,
    scaleMinimum: version.scaleMinimum,
    scaleMaximum: version.scaleMaximum,
    notApplicable: version.notApplicable ?? [],
    formula: version.formula,
    warningThreshold: version.warningThreshold,
    criticalThreshold: version.criticalThreshold,
    cadenceDays: version.cadenceDays,
    source: version.source,
  };
}

/** The columns of a version that hold its definition. */
export const columnsOf = (definition: MetricDefinition) => ({
  ...definition,
  notApplicable: definition.notApplicable.length > 0 ? [...definition.notApplicable] : null,
});

export function keyProblems(key: string, known: ReadonlyMap<string, unknown>): FieldProblem[] {
  if (!KEY.test(key)) {
    const message = 'Use 1 to 64 small letters, digits and underscores, beginning with a letter.';
    return [{ path: 'key', code: 'key_form', message }];
  }
  return known.has(key) ? [{ path: 'key', code: 'taken', message: 'Another metric has this key.' }] : [];
}

/** Everything that stands against a definition of the metric `key`, within the catalogue as it will be beside it. */
export function definitionProblems(
  key: string,
  definition: MetricDefinition,
  catalogue: ReadonlyMap<string, FormulaMetric>,
): FieldProblem[] {
  const unit = unitProblems(definition.unit);
  const formula =
    definition.aggregation === 'formula' && definition.formula
      ? checkFormula(definition.formula, key, definition.unit, catalogue).problems
      : [];
  return [...checkDefinition(definition), ...unit, ...formula, ...dependantProblems(key, definition, catalogue)].map(
    (problem) => ({ ...problem, path: `definition.${problem.path}` }),
  );
}

function unitProblems(unit: string): FieldProblem[] {
  if (unit === '') return [{ path: 'unit', code: 'required', message: 'Say what the number counts in.' }];
  return unit.length > LONGEST_UNIT
    ? [{ path: 'unit', code: 'too_long', message: 'Shorten the unit.', params: { maximum: LONGEST_UNIT } }]
    : [];
}

/** Metrics that are computed from this one must still make sense in its new unit. */
function dependantProblems(
  key: string,
  definition: MetricDefinition,
  catalogue: ReadonlyMap<string, FormulaMetric>,
): FieldProblem[] {
  const present = catalogue.get(key);
  if (!present || present.unit === definition.unit) return [];
  const changed = new Map([...catalogue, [key, { ...present, unit: definition.unit }]]);
  const broken = [...catalogue]
    .filter(([other, { archived }]) => other !== key && !archived)
    .filter(([other, { unit, formulas }]) =>
      formulas.some(
        (formula) =>
          referencesOf(formula).includes(key) && checkFormula(formula, other, unit, changed).problems.length > 0,
      ),
    )
    .map(([other]) => other);
  if (broken.length === 0) return [];
  const metrics = broken.join(', ');
  const message = `Formulas that use it no longer fit: ${metrics}. Keep the unit, or change them first.`;
  return [{ path: 'unit', code: 'unit_of_dependants', message, params: { metrics } }];
}
