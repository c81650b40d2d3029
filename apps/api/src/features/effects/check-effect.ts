import {
  checkRegistration,
  canJudge,
  type Day,
  type EffectPlan,
  type EffectRegistration,
  type EffectTarget,
  planEffect,
  type RegisteredMetric,
  type RegistrationProblem,
  type RunningEffect,
  sealBaseline,
  type SealedBaseline,
} from '@touchstone/domain';
import { validate as isUuid } from 'uuid';
import type { Transaction } from '../../platform/database/unit-of-work.js';
import { CURRENT_VERSION } from '../metrics/index.js';
import { todayOf } from '../touchpoints/index.js';
import { readEffect } from './effect-series.js';

interface Around {
  readonly today: Day;
  /** 1, a Monday, to 7. */
  readonly weekStart: number;
  readonly launched: boolean;
  readonly metric: RegisteredMetric | null;
  readonly control: RegisteredMetric | null;
  readonly touches: EffectTarget[];
  readonly others: RunningEffect[];
}

export interface CheckedEffect {
  readonly problems: readonly RegistrationProblem[];
  readonly plan: EffectPlan | null;
  readonly baseline: SealedBaseline | null;
  readonly withheld: number;
}

export interface CheckOptions {
  /** The registration that is looked at, where there is one: it does not stand in its own way. */
  readonly id: string | null;
  /** The day as of which it is looked at, where that is not today: at the launch the day that it was. */
  readonly asOf?: Day;
}

/** Everything that stands against a registration or should be known before it is sealed, with the sample that it needs. */
export async function checkEffect(
  transaction: Transaction,
  registration: EffectRegistration,
  { id, asOf }: CheckOptions,
): Promise<CheckedEffect> {
  const around = await aroundEffect(transaction, registration, id);
  const today = asOf ?? around.today;
  const tooLong = lengthProblems(registration);
  const numbers =
    registration.alpha > 0 && registration.alpha < 0.5 && registration.power > 0.5 && registration.power < 1;
  const readable =
    around.metric !== null &&
    canJudge(registration.method, around.metric.definition) &&
    (registration.control === null || around.control !== null) &&
    registration.baselineFrom < registration.baselineTo &&
    tooLong.length === 0;
  const read = readable ? await readEffect(transaction, registration, today) : null;
  const plan = read && numbers && registration.expectedChange > 0 ? planEffect(read.input) : null;
  const problems = checkRegistration(registration, {
    today,
    launched: around.launched && asOf === undefined,
    metric: around.metric,
    controlMetric: around.control,
    touches: around.touches,
    others: around.others,
    plan,
    weekStartsOn: `2024-01-0${around.weekStart}`,
  });
  return {
    problems: [...problems, ...tooLong],
    plan,
    baseline: read && sealBaseline(read.input),
    withheld: read?.withheld ?? 0,
  };
}

/** Nothing was observed before, and the years that a baseline is compared with end where the calendar does. */
const EARLIEST: Day = '1900-01-01';
const MOST_BASELINE_DAYS = 5 * 366;
const MOST_DAYS_AFTER = 3 * 366;

/** Ends for what a verdict reads: nobody promises for longer, and a slip of the finger does not read a century. */
function lengthProblems({ baselineFrom, launchOn, evaluateOn }: EffectRegistration): RegistrationProblem[] {
  const days = (from: Day, to: Day) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
  const problems: RegistrationProblem[] = [];
  if (baselineFrom < EARLIEST || days(baselineFrom, launchOn) > MOST_BASELINE_DAYS)
    problems.push({
      severity: 'refusal',
      path: 'baselineFrom',
      code: 'baseline_too_long',
      message: 'The baseline begins more than five years before the launch. Begin it later.',
    });
  if (days(launchOn, evaluateOn) > MOST_DAYS_AFTER)
    problems.push({
      severity: 'refusal',
      path: 'evaluateOn',
      code: 'evaluation_too_late',
      message: 'The evaluation lies more than three years after the launch. Evaluate earlier.',
    });
  return problems;
}

const METRIC = (id: string): string => `(SELECT json_build_object('archived', m.archived_at IS NOT NULL, 'unit', v.unit,
    'definition', json_build_object('aggregation', v.aggregation, 'scaleMinimum', v.scale_minimum, 'scaleMaximum', v.scale_maximum))
  FROM metric m JOIN ${CURRENT_VERSION} ON true WHERE m.organization_id = $1 AND m.id = ${id})`;

const SEGMENT = `CASE WHEN r.segment_dimension IS NOT NULL THEN
  json_build_object('dimension', r.segment_dimension, 'value', r.segment_value) END`;

/** Expects `r`, a registration. */
export const RUNNING = `json_build_object('initiativeId', r.initiative_id,
  'target', json_build_object('metricId', r.metric_id, 'segment', ${SEGMENT}),
  'from', coalesce(r.launched_on, r.planned_launch_on), 'to', r.evaluate_on,
  'window', json_build_object('from', r.baseline_from, 'to', r.evaluate_on))`;

/**
 * The metrics of touchpoints that an initiative works on are changed by it; its own metric is not among them here, because the
 * segment says whom of it the change concerns.
 */
const AROUND = `
  SELECT d.today::text AS today, o.week_start AS "weekStart", i.launched_on IS NOT NULL AS launched,
    ${METRIC('$3')} AS metric, ${METRIC('$4')} AS control,
    (SELECT coalesce(json_agg(x.target), '[]') FROM (
      SELECT json_build_object('metricId', r.metric_id, 'segment', ${SEGMENT}) AS target FROM effect_registration r
        WHERE r.organization_id = $1 AND r.initiative_id = $2 AND r.withdrawn_at IS NULL AND r.id IS DISTINCT FROM $5::uuid
      UNION ALL
      SELECT json_build_object('metricId', l.metric_id, 'segment', NULL) FROM metric_link l
        WHERE l.organization_id = $1 AND l.metric_id IS DISTINCT FROM $3::uuid AND l.touchpoint_id IN (
          SELECT t.touchpoint_id FROM initiative_touchpoint t WHERE t.organization_id = $1 AND t.initiative_id = $2
          UNION SELECT t.touchpoint_id FROM initiative_pain_point p
            JOIN pain_point_touchpoint t ON t.organization_id = p.organization_id AND t.pain_point_id = p.pain_point_id
            WHERE p.organization_id = $1 AND p.initiative_id = $2)) x) AS touches,
    (SELECT coalesce(json_agg(${RUNNING} ORDER BY r.id), '[]') FROM effect_registration r
      JOIN initiative e ON e.organization_id = r.organization_id AND e.id = r.initiative_id AND e.stage <> 'withdrawn'
      WHERE r.organization_id = $1 AND r.initiative_id <> $2 AND r.withdrawn_at IS NULL
        AND r.metric_id IN ($3, $4) AND (r.sealed_at IS NOT NULL OR r.planned_launch_on >= d.today)) AS others
  FROM organization o CROSS JOIN (SELECT ${todayOf('$1')} AS today) d
  JOIN initiative i ON i.organization_id = o.id AND i.id = $2
  WHERE o.id = $1`;

async function aroundEffect(
  { query, organizationId }: Transaction,
  { initiativeId, metricId, control }: EffectRegistration,
  id: string | null,
): Promise<Around> {
  const known = (each: string | undefined) => (each !== undefined && isUuid(each) ? each : null);
  const [row] = await query<Around>(AROUND, [
    organizationId,
    initiativeId,
    known(metricId),
    known(control?.metricId),
    id,
  ]);
  return row!;
}
