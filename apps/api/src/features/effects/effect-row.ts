import type {
  EffectPlan,
  EffectRegistration,
  EffectTarget,
  JudgedDefinition,
  SealedBaseline,
} from '@touchstone/domain';
import { fingerprintOf } from './fingerprint.js';

/** What is kept beside the promise: what sample the plan asked for, and from the launch on what the baseline was. */
export interface KeptPlan {
  readonly effect?: EffectPlan | null;
  readonly baseline?: SealedBaseline | null;
  readonly definition?: JudgedDefinition;
}

/** A row of `effect_registration`, as to_jsonb gives it. */
export interface EffectRow {
  readonly id: string;
  readonly initiative_id: string;
  readonly metric_id: string;
  readonly segment_dimension: string | null;
  readonly segment_value: string | null;
  readonly direction: EffectRegistration['direction'];
  readonly expected_change: number;
  readonly method: EffectRegistration['method'];
  readonly grain: EffectRegistration['grain'];
  readonly baseline_from: string;
  readonly baseline_to: string;
  readonly planned_launch_on: string;
  readonly settling_days: number;
  readonly evaluate_on: string;
  readonly watch_days: number;
  readonly control_metric_id: string | null;
  readonly control_segment_dimension: string | null;
  readonly control_segment_value: string | null;
  readonly minimum_n: number;
  readonly alpha: number;
  readonly power: number;
  readonly plan: KeptPlan;
  readonly launched_on: string | null;
  readonly sealed_at: string | null;
  readonly sealed_by: string | null;
  /** `\x…` in hexadecimal. */
  readonly seal: string | null;
  readonly withdrawn_at: string | null;
  readonly withdrawn_reason: string | null;
  readonly version: number;
  readonly created_at: string;
  readonly changed_at: string;
}

const segmentOf = (dimension: string | null, value: string | null): EffectTarget['segment'] =>
  dimension === null || value === null ? null : { dimension, value };

/** The promise in the words of the rules. */
export const registrationOf = (row: EffectRow): EffectRegistration => ({
  initiativeId: row.initiative_id,
  metricId: row.metric_id,
  segment: segmentOf(row.segment_dimension, row.segment_value),
  direction: row.direction,
  expectedChange: row.expected_change,
  method: row.method,
  grain: row.grain,
  baselineFrom: row.baseline_from,
  baselineTo: row.baseline_to,
  launchOn: row.launched_on ?? row.planned_launch_on,
  settlingDays: row.settling_days,
  evaluateOn: row.evaluate_on,
  control:
    row.control_metric_id === null
      ? null
      : {
          metricId: row.control_metric_id,
          segment: segmentOf(row.control_segment_dimension, row.control_segment_value),
        },
  minimumN: row.minimum_n,
  alpha: row.alpha,
  power: row.power,
});

/** What the seal is made over: everything that was promised, the launch, and the baseline as it was then. */
export function sealedContent(row: EffectRow): object {
  return {
    id: row.id,
    ...registrationOf(row),
    plannedLaunchOn: row.planned_launch_on,
    watchDays: row.watch_days,
    plan: row.plan,
    sealedAt: row.sealed_at === null ? null : new Date(row.sealed_at).toISOString(),
    sealedBy: row.sealed_by,
  };
}

export const sealOf = (row: EffectRow): Buffer => fingerprintOf(sealedContent(row));
