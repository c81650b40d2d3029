import type { EffectGrain, EffectMethod } from '@touchstone/domain';

/** What an initiative promised, as its owner registered it before the launch. */
export interface SampleEffect {
  /** The key of the metric. */
  readonly metric: string;
  readonly direction: 'up' | 'down';
  /** In the metric's unit. */
  readonly change: number;
  readonly method: EffectMethod;
  readonly grain: EffectGrain;
  readonly baselineFrom: string;
  readonly baselineTo: string;
  readonly launchOn: string;
  readonly settlingDays: number;
  readonly evaluateOn: string;
  readonly watchDays: number;
  readonly minimumN: number;
  /** What the observations of the sample say of it; nothing where its day has not come. */
  readonly verdict?: 'proven' | 'not_proven' | 'insufficient' | 'worse';
  readonly reason?: string;
  /** What a watch says today of what was proven. */
  readonly watch?: 'holding' | 'faded';
}
