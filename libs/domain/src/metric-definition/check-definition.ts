import type { FieldProblem } from '../errors/index.js';
import { type MetricDefinition, isRating, mayHaveScale, unitOfAggregation } from './metric-definition.js';
import { canonicalUnit } from './formula/unit.js';

const LARGEST_SCALE = 101;

/** Everything that stands against a definition by itself; each problem names the field and the remedy. */
export function checkDefinition(definition: MetricDefinition): FieldProblem[] {
  return [
    ...classProblems(definition),
    ...scaleProblems(definition),
    ...unitProblems(definition),
    ...formulaProblems(definition),
    ...thresholdProblems(definition),
  ];
}

function classProblems({ class: kind, category, aggregation }: MetricDefinition): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if ((kind === 'perception') !== (category === 'perception')) {
    problems.push({
      path: 'category',
      code: 'category_of_other_class',
      message: 'A perception metric has the category perception; a state metric has one of the four others.',
    });
  }
  if (isRating(aggregation) && kind !== 'perception') {
    problems.push({
      path: 'aggregation',
      code: 'rating_is_perception',
      message: 'Ratings by people are perception: choose that class, or another aggregation.',
    });
  }
  return problems;
}

function scaleProblems(definition: MetricDefinition): FieldProblem[] {
  const { aggregation, scaleMinimum: low, scaleMaximum: high, notApplicable } = definition;
  const problems: FieldProblem[] = [];
  const say = (path: string, code: string, message: string): void => void problems.push({ path, code, message });
  if (!mayHaveScale(aggregation)) {
    if (low !== null || high !== null) say('scaleMinimum', 'scale_without_ratings', 'Leave the scale empty here.');
  } else if ((low === null) !== (high === null)) {
    const missing = low === null ? 'scaleMinimum' : 'scaleMaximum';
    say(missing, 'scale_half', 'Give both ends of the scale, or neither.');
  } else if (low === null || high === null) {
    if (isRating(aggregation)) say('scaleMinimum', 'scale_missing', 'Say from what to what customers rate.');
  } else if (low >= high) {
    say('scaleMaximum', 'scale_order', 'The scale must end above its beginning.');
  } else if (isRating(aggregation)) {
    if (!Number.isInteger(low) || !Number.isInteger(high)) {
      say('scaleMinimum', 'scale_whole', 'Ratings are whole numbers: give whole ends.');
    } else if (high - low + 1 > LARGEST_SCALE) {
      say('scaleMaximum', 'scale_too_wide', `A rating scale has at most ${LARGEST_SCALE} points.`);
    } else if (aggregation === 'nps' && (low !== 0 || high !== 10)) {
      say('scaleMinimum', 'scale_of_nps', 'NPS is asked on a scale from 0 to 10.');
    }
  }
  if (low !== null && high !== null && notApplicable.some((value) => value >= low && value <= high)) {
    const message = 'A value on the scale is a rating: let the scale begin above it, or take it from the list.';
    say('notApplicable', 'not_applicable_on_scale', message);
  }
  return problems;
}

function unitProblems({ aggregation, unit }: MetricDefinition): FieldProblem[] {
  const due = unitOfAggregation(aggregation);
  if (due === null || canonicalUnit(unit) === canonicalUnit(due)) return [];
  const message = `The aggregation gives ${due}: write that as the unit.`;
  return [{ path: 'unit', code: 'unit_of_aggregation', message, params: { unit: due } }];
}

function formulaProblems({ aggregation, formula }: MetricDefinition): FieldProblem[] {
  if ((aggregation === 'formula') === (formula !== null && formula.trim() !== '')) return [];
  return aggregation === 'formula'
    ? [{ path: 'formula', code: 'formula_missing', message: 'Write the formula, or choose another aggregation.' }]
    : [
        {
          path: 'formula',
          code: 'formula_unused',
          message: 'Leave the formula empty, or choose formula as aggregation.',
        },
      ];
}

/** The warning comes before the critical value, seen from the good side; a range has its targets instead. */
function thresholdProblems(definition: MetricDefinition): FieldProblem[] {
  const { direction, warningThreshold: warning, criticalThreshold: critical } = definition;
  if (direction === 'range') {
    return [
      ...(warning === null ? [] : [rangeHasNone('warningThreshold')]),
      ...(critical === null ? [] : [rangeHasNone('criticalThreshold')]),
    ];
  }
  if (warning === null || critical === null) return [];
  if (direction === 'higher' ? critical < warning : critical > warning) return [];
  const [code, where] = direction === 'higher' ? ['critical_not_below', 'below'] : ['critical_not_above', 'above'];
  return [{ path: 'criticalThreshold', code, message: `The critical value must lie ${where} the warning value.` }];
}

const rangeHasNone = (path: string): FieldProblem => ({
  path,
  code: 'range_has_targets',
  message: 'A range has no better end: leave this empty and give the range as a target.',
});
