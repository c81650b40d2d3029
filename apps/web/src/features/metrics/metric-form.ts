/** A definition as its form holds it, and the way from and to the contract. */
import {
  type Aggregation as DomainAggregation,
  checkDefinition,
  type Direction,
  type FieldProblem,
  mayHaveScale,
  type MetricCategory as DomainCategory,
  type MetricClass as DomainClass,
  type MetricDefinition,
} from '@touchstone/domain';
import type {
  Aggregation,
  DefineMetricMutationVariables,
  DefinitionFieldsFragment,
  MetricCategory,
  MetricClass,
  MetricDirection,
} from './metrics.generated.js';

export type DefinitionInput = DefineMetricMutationVariables['definition'];

export interface DefinitionValues {
  definition: string;
  class: MetricClass;
  category: MetricCategory;
  aggregation: Aggregation;
  unit: string;
  direction: MetricDirection;
  scaleMinimum: number | '';
  scaleMaximum: number | '';
  /** As typed, separated by commas. */
  notApplicable: string;
  formula: string;
  warningThreshold: number | '';
  criticalThreshold: number | '';
  cadenceDays: number | '';
  source: string;
}

/** The question of recommending: the metric that most catalogues begin with. */
export const EMPTY_DEFINITION: DefinitionValues = {
  definition: '',
  class: 'PERCEPTION',
  category: 'PERCEPTION',
  aggregation: 'NPS',
  unit: 'points',
  direction: 'HIGHER',
  scaleMinimum: 0,
  scaleMaximum: 10,
  notApplicable: '',
  formula: '',
  warningThreshold: '',
  criticalThreshold: '',
  cadenceDays: 30,
  source: '',
};

export function toValues(definition: DefinitionFieldsFragment): DefinitionValues {
  const { number: _number, validFrom: _validFrom, notApplicable, formula, ...rest } = definition;
  return {
    ...rest,
    scaleMinimum: rest.scaleMinimum ?? '',
    scaleMaximum: rest.scaleMaximum ?? '',
    warningThreshold: rest.warningThreshold ?? '',
    criticalThreshold: rest.criticalThreshold ?? '',
    cadenceDays: rest.cadenceDays ?? '',
    notApplicable: notApplicable.join(', '),
    formula: formula ?? '',
  };
}

const orNull = (value: number | ''): number | null => (value === '' ? null : value);
const numbersOf = (text: string): number[] =>
  text
    .split(/[,，;；\s]+/)
    .filter(Boolean)
    .map(Number);

/** Fields that the choice of aggregation hides send nothing. */
export function toInput(values: DefinitionValues): DefinitionInput {
  const scaled = mayHaveScale(values.aggregation.toLowerCase() as DomainAggregation);
  const ranged = values.direction === 'RANGE';
  return {
    definition: values.definition.trim(),
    class: values.class,
    category: values.class === 'PERCEPTION' ? 'PERCEPTION' : values.category,
    aggregation: values.aggregation,
    unit: values.unit.trim(),
    direction: values.direction,
    scaleMinimum: scaled ? orNull(values.scaleMinimum) : null,
    scaleMaximum: scaled ? orNull(values.scaleMaximum) : null,
    notApplicable: values.aggregation === 'FORMULA' ? [] : numbersOf(values.notApplicable),
    formula: values.aggregation === 'FORMULA' ? values.formula.trim() : null,
    warningThreshold: ranged ? null : orNull(values.warningThreshold),
    criticalThreshold: ranged ? null : orNull(values.criticalThreshold),
    cadenceDays: orNull(values.cadenceDays),
    source: values.source.trim(),
  };
}

/** What a browser can say of a definition before it is sent: the rules that the server has. */
export function problemsOf(values: DefinitionValues): FieldProblem[] {
  const problem = (path: string, code: string): FieldProblem => ({ path, code, message: '' });
  const input = toInput(values);
  const problems: FieldProblem[] = [];
  if (input.unit === '') problems.push(problem('unit', 'required'));
  const numbers = input.notApplicable ?? [];
  if (numbers.some((value) => !Number.isFinite(value))) problems.push(problem('notApplicable', 'not_numbers'));
  if (values.class === 'STATE' && values.category === 'PERCEPTION') problems.push(problem('category', 'required'));
  return problems.length > 0 ? problems : checkDefinition(asDefinition(input));
}

/** The rules of the domain speak its own words. */
export const asDefinition = (input: DefinitionInput): MetricDefinition => ({
  definition: input.definition ?? '',
  class: input.class.toLowerCase() as DomainClass,
  category: input.category.toLowerCase() as DomainCategory,
  aggregation: input.aggregation.toLowerCase() as DomainAggregation,
  unit: input.unit,
  direction: input.direction.toLowerCase() as Direction,
  scaleMinimum: input.scaleMinimum ?? null,
  scaleMaximum: input.scaleMaximum ?? null,
  notApplicable: input.notApplicable ?? [],
  formula: input.formula ?? null,
  warningThreshold: input.warningThreshold ?? null,
  criticalThreshold: input.criticalThreshold ?? null,
  cadenceDays: input.cadenceDays ?? null,
  source: input.source ?? '',
});

/** What usually follows when another aggregation is chosen, so that nobody types what is already said. */
export function afterAggregation(values: DefinitionValues, aggregation: Aggregation): Partial<DefinitionValues> {
  const scales: Partial<Record<Aggregation, [number, number, string]>> = {
    NPS: [0, 10, 'points'],
    CSAT: [1, 5, '%'],
    CES: [1, 7, 'points'],
    TOP_BOX: [1, 5, '%'],
  };
  const scale = scales[aggregation];
  if (scale) return { aggregation, scaleMinimum: scale[0], scaleMaximum: scale[1], unit: scale[2] };
  const unit = aggregation === 'SHARE' ? '%' : scales[values.aggregation] ? '' : values.unit;
  return { aggregation, scaleMinimum: '', scaleMaximum: '', unit };
}
