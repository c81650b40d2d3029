import type { FieldProblem } from '../errors/index.js';
import { confoundedWith, type RunningEffect } from './confounding.js';
import {
  type EffectRegistration,
  type EffectTarget,
  mayOverlap,
  sameTarget,
  signOf,
  type Day,
} from './effect-registration.js';
import { FEWEST_BUCKETS, settledOn, slotsBetween } from './effect-windows.js';
import { canJudge, type JudgedDefinition, rangeOf } from './judged-cell.js';
import type { EffectPlan } from './plan-effect.js';

/** A refusal stands in the way of registering; a warning is shown and may be lived with. */
export interface RegistrationProblem extends FieldProblem {
  readonly severity: 'refusal' | 'warning';
}

export interface RegisteredMetric {
  readonly archived: boolean;
  readonly unit: string;
  readonly definition: JudgedDefinition;
}

export interface RegistrationContext {
  readonly today: Day;
  /** Whether the initiative has been launched already. */
  readonly launched: boolean;
  /** Null where the metric no longer exists. */
  readonly metric: RegisteredMetric | null;
  readonly controlMetric: RegisteredMetric | null;
  /** Metrics and segments that this initiative changes: those of its registrations and of the touchpoints it works on. */
  readonly touches: readonly EffectTarget[];
  /** Effects that other initiatives have registered and not withdrawn. */
  readonly others: readonly RunningEffect[];
  readonly plan: EffectPlan | null;
  /** A day on which a week of the organisation begins. */
  readonly weekStartsOn?: Day;
}

/**
 * Everything that stands against a registration, at once, by field, with what to do about it; and what should be known before it is
 * sealed. Without a refusal the registration may be saved; the launch asks again.
 */
export function checkRegistration(
  registration: EffectRegistration,
  context: RegistrationContext,
): RegistrationProblem[] {
  return [
    ...timeProblems(registration, context),
    ...metricProblems(registration, context),
    ...controlProblems(registration, context),
    ...sizeProblems(registration, context),
    ...neighbourProblems(registration, context),
  ];
}

const refuse = (path: string, code: string, message: string, params?: FieldProblem['params']): RegistrationProblem => ({
  severity: 'refusal',
  path,
  code,
  message,
  ...(params && { params }),
});
const warn = (path: string, code: string, message: string, params?: FieldProblem['params']): RegistrationProblem => ({
  ...refuse(path, code, message, params),
  severity: 'warning',
});

function timeProblems(registration: EffectRegistration, context: RegistrationContext): RegistrationProblem[] {
  const { baselineFrom, baselineTo, launchOn, evaluateOn, grain, method, settlingDays } = registration;
  const { today, launched } = context;
  const problems: RegistrationProblem[] = [];
  if (launched)
    problems.push(
      refuse(
        'launchOn',
        'already_launched',
        'The initiative has been launched. An effect is registered before the launch: what is chosen after it may have been chosen to fit. Register it for the next change.',
      ),
    );
  else if (launchOn < today)
    problems.push(
      refuse('launchOn', 'launch_in_past', 'The planned launch has passed. Give the day on which it will be.', {
        launchOn,
      }),
    );
  if (baselineTo <= baselineFrom)
    problems.push(refuse('baselineTo', 'baseline_empty', 'The baseline must end after it begins.'));
  else if (baselineTo > today && baselineTo <= launchOn)
    problems.push(
      refuse(
        'baselineTo',
        'baseline_not_happened',
        'The baseline has not happened yet. Let it end today at the latest.',
        { today },
      ),
    );
  if (baselineTo > launchOn)
    problems.push(
      refuse(
        'baselineTo',
        'baseline_after_launch',
        'The baseline must end before the launch, or it holds what the change did.',
        { launchOn },
      ),
    );
  if (!Number.isInteger(settlingDays) || settlingDays < 0 || settlingDays > 180)
    problems.push(
      refuse('settlingDays', 'settling_out_of_range', 'The settling time is a whole number of days from 0 to 180.'),
    );
  const fewest = FEWEST_BUCKETS[method];
  const before = slotsBetween(baselineFrom, baselineTo, grain, context.weekStartsOn);
  if (baselineTo > baselineFrom && before < fewest.before)
    problems.push(
      refuse(
        'baselineFrom',
        'baseline_too_short',
        `The baseline holds ${before} whole buckets and needs ${fewest.before}. Begin it earlier or choose a finer grain.`,
        { buckets: before, needed: fewest.before },
      ),
    );
  const after = slotsBetween(settledOn(registration), evaluateOn, grain, context.weekStartsOn);
  if (after < fewest.after)
    problems.push(
      refuse(
        'evaluateOn',
        'evaluation_too_early',
        `Between settling and evaluation lie ${after} whole buckets; ${fewest.after} are needed. Evaluate later or choose a finer grain.`,
        { buckets: after, needed: fewest.after },
      ),
    );
  return problems;
}

function metricProblems({ method }: EffectRegistration, { metric }: RegistrationContext): RegistrationProblem[] {
  if (metric === null) return [refuse('metricId', 'metric_gone', 'This metric no longer exists. Choose another one.')];
  if (metric.archived)
    return [
      refuse(
        'metricId',
        'metric_archived',
        'This metric is archived and gets no more observations. Choose one in use, or bring it back first.',
      ),
    ];
  if (canJudge(method, metric.definition)) return [];
  const { aggregation } = metric.definition;
  return [
    refuse(
      'method',
      'method_cannot_judge',
      `A metric of kind ${aggregation} cannot be judged by this method. Sums and stocks need an interrupted series or a control; for a formula, minimum or maximum register a metric that it rests on.`,
      { aggregation },
    ),
  ];
}

function controlProblems(registration: EffectRegistration, context: RegistrationContext): RegistrationProblem[] {
  const { method, control } = registration;
  const { metric, controlMetric } = context;
  if (method !== 'difference_in_differences')
    return control === null
      ? []
      : [
          refuse(
            'control',
            'control_unused',
            'Only difference-in-differences uses a control. Remove it or change the method.',
          ),
        ];
  if (control === null)
    return [
      refuse('control', 'control_missing', 'Difference-in-differences needs a unit that does not get the change.'),
    ];
  if (controlMetric === null)
    return [refuse('control', 'control_gone', 'The metric of the control no longer exists. Choose another one.')];
  if (controlMetric.archived)
    return [refuse('control', 'control_archived', 'The metric of the control is archived. Choose one in use.')];
  if (sameTarget(registration, control))
    return [
      refuse(
        'control',
        'control_is_treated',
        'The control is the very unit that gets the change. Choose one that does not.',
      ),
    ];
  const problems: RegistrationProblem[] = [];
  const contains = (a: EffectTarget, b: EffectTarget) =>
    a.metricId === b.metricId && (a.segment === null || sameTarget(a, b));
  if (contains(control, registration))
    problems.push(
      refuse(
        'control',
        'control_contains_treated',
        'The control is everybody, those who get the change among them. Choose a segment without them.',
      ),
    );
  else if (mayOverlap(control, registration))
    problems.push(
      warn(
        'control',
        'control_may_overlap',
        'Control and treated unit are segments of different dimensions: customers may be in both, which hides part of the effect.',
      ),
    );
  if (context.touches.some((target) => !sameTarget(target, registration) && contains(target, control)))
    problems.push(
      refuse(
        'control',
        'control_gets_change',
        'This initiative changes the control as well. Choose a unit that it leaves alone.',
      ),
    );
  const span = { from: registration.baselineFrom, to: registration.evaluateOn };
  const other = context.others.find(
    ({ initiativeId, from, to, target }) =>
      initiativeId !== registration.initiativeId && contains(target, control) && from < span.to && to > span.from,
  );
  if (other)
    problems.push(
      refuse(
        'control',
        'control_changed_by_other',
        'Another initiative changes the control in the same time. Choose another control, or evaluate before it.',
        { initiativeId: other.initiativeId },
      ),
    );
  if (
    metric &&
    (metric.unit !== controlMetric.unit || metric.definition.aggregation !== controlMetric.definition.aggregation)
  )
    problems.push(
      refuse(
        'control',
        'control_other_kind',
        'Control and metric are not counted alike, so that their changes cannot be subtracted. Choose a control of the same kind and unit.',
      ),
    );
  return problems;
}

function sizeProblems(registration: EffectRegistration, { metric, plan }: RegistrationContext): RegistrationProblem[] {
  const { expectedChange, minimumN, alpha, power } = registration;
  const problems: RegistrationProblem[] = [];
  if (!(expectedChange > 0) || !Number.isFinite(expectedChange))
    problems.push(
      refuse(
        'expectedChange',
        'change_not_positive',
        'Give the size of the expected change as a number above 0; the direction says which way.',
      ),
    );
  if (!(alpha > 0 && alpha < 0.5))
    problems.push(refuse('alpha', 'alpha_out_of_range', 'The level lies between 0 and 0.5.'));
  if (!(power > 0.5 && power < 1))
    problems.push(refuse('power', 'power_out_of_range', 'The power lies between 0.5 and 1.'));
  if (!Number.isInteger(minimumN) || minimumN < 2)
    problems.push(refuse('minimumN', 'minimum_too_small', 'The minimum sample is a whole number from 2.'));
  const range = metric && rangeOf(metric.definition);
  if (range && range.low !== null && range.high !== null && expectedChange > range.high - range.low)
    problems.push(
      refuse(
        'expectedChange',
        'change_beyond_scale',
        `The metric runs from ${range.low} to ${range.high}: it cannot change by that much.`,
        { low: range.low, high: range.high },
      ),
    );
  else if (range && plan && expectedChange > 0) {
    const promised = plan.baseline.value + signOf(registration) * expectedChange;
    const end = signOf(registration) > 0 ? range.high : range.low;
    if (end !== null && signOf(registration) * (promised - end) > 0)
      problems.push(
        refuse(
          'expectedChange',
          'change_beyond_end',
          `The baseline stands at ${plan.baseline.value}: the metric ends at ${end} before it has changed by that much.`,
          { baseline: plan.baseline.value, end },
        ),
      );
  }
  if (plan?.requiredN && minimumN < plan.requiredN)
    problems.push(
      warn(
        'minimumN',
        'minimum_below_power',
        `To see the expected change with the registered power ${plan.requiredN} observations on either side are needed.`,
        { required: plan.requiredN },
      ),
    );
  if (plan && plan.minimumDetectableEffect > expectedChange)
    problems.push(
      warn(
        'evaluateOn',
        'change_too_small_to_see',
        `These windows show changes from ${plan.minimumDetectableEffect.toPrecision(3)} upwards; a smaller one will most likely end as "not proven". Lengthen them.`,
        {
          visible: plan.minimumDetectableEffect,
          ...(plan.requiredBuckets !== null && { buckets: plan.requiredBuckets }),
        },
      ),
    );
  return problems;
}

function neighbourProblems(registration: EffectRegistration, { others }: RegistrationContext): RegistrationProblem[] {
  return confoundedWith(runningEffect(registration), others).map(({ initiativeId }) =>
    warn(
      'metricId',
      'confounded',
      'Another initiative is at work on this metric in the same time: whatever the verdict, it is not this one’s alone.',
      { initiativeId },
    ),
  );
}

/** When a registered effect is at work on its metric: from the launch to the evaluation. */
export const runningEffect = (registration: EffectRegistration): RunningEffect => ({
  initiativeId: registration.initiativeId,
  target: { metricId: registration.metricId, segment: registration.segment },
  from: registration.launchOn,
  to: registration.evaluateOn,
  window: { from: registration.baselineFrom, to: registration.evaluateOn },
});
