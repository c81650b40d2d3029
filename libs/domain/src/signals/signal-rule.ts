/** Nelson's eight tests, in his order. */
export const SIGNAL_RULES = [
  'beyond-3s',
  '9-same-side',
  '6-trend',
  '14-alternating',
  '2of3-beyond-2s',
  '4of5-beyond-1s',
  '15-within-1s',
  '8-outside-1s',
] as const;
export type SignalRule = (typeof SIGNAL_RULES)[number];

export type SignalDirection = 'up' | 'down';

/** One event in a series: the windows of one rule that touch each other, so that one shift is one signal. */
export interface Signal {
  readonly rule: SignalRule;
  /** Indices of the points. */
  readonly from: number;
  readonly to: number;
  /** The moments of these points, milliseconds since 1970. */
  readonly fromAt: number;
  readonly toAt: number;
  /** Null for rules that know no side: alternating, hugging the centre, avoiding it. */
  readonly direction: SignalDirection | null;
}
