import { type Day, signOf } from './effect-registration.js';
import { bucketAfter } from './effect-windows.js';
import { type EffectInput, type EffectVerdict, judgeEffect } from './judge-effect.js';

export type GainJudgement = 'holding' | 'faded' | 'insufficient';

export interface GainVerdict {
  readonly verdict: GainJudgement;
  /** The gain as it is now, against the same baseline, by the same method. */
  readonly now: EffectVerdict;
  /** What is left of the proven gain, as a share; null where nothing could be computed. */
  readonly left: number | null;
}

/** Less than this share of the proven gain is a gain that has faded. */
const HALF = 0.5;
/** An interval this much wider than the verdict's says more about the age of the baseline than about the gain. */
const WIDENED = 1.5;

export interface WatchInput {
  /** As it was judged, with the series as it is today. */
  readonly effect: EffectInput;
  readonly proven: Pick<EffectVerdict, 'estimate' | 'standardError' | 'bucketsAfter'>;
  /** The first day after what is watched. */
  readonly until: Day;
}

/** The watch looks at the latest stretch, as long as the evaluation was: an early gain must not hide a late loss. */
function watched({ effect, proven, until }: WatchInput): EffectInput {
  const { registration } = effect;
  const begin = bucketAfter(until, registration.grain, -(proven.bucketsAfter + (registration.grain === 'day' ? 0 : 1)));
  const from = begin > registration.evaluateOn ? begin : registration.evaluateOn;
  const settlingDays = Math.round((Date.parse(from) - Date.parse(registration.launchOn)) / 86_400_000);
  return { ...effect, registration: { ...registration, settlingDays, evaluateOn: until }, confoundedWith: [] };
}

/**
 * Whether a proven gain is still there.
 *
 * Rule: the latest stretch since the evaluation, as long as the evaluation's at most, is judged against the same baseline by the same
 * method. **faded** when its interval lies below half of the proven gain, or when its estimate does and its interval no longer excludes
 * 0 on the promised side. **insufficient** when the judgement itself is refused, or a gain that seems faded has a standard error of
 * more than 1.5 times the proven one's: a baseline that is long ago can no longer tell. **holding** otherwise.
 *
 * A gain that holds and was proven just about is called faded in about one of twelve watches; one that has gone entirely is found in
 * about eleven of twelve (proven with power 0.8). The watch reopens a question and closes none.
 */
export function watchGain(input: WatchInput): GainVerdict {
  const { effect, proven } = input;
  const sign = signOf(effect.registration);
  const now = judgeEffect(watched(input));
  const gain = sign * (proven.estimate ?? 0);
  const left = now.estimate === null || gain <= 0 ? null : (sign * now.estimate) / gain;
  if (now.verdict === 'insufficient' || left === null) return { verdict: 'insufficient', now, left };
  const least = Math.min(sign * now.lower!, sign * now.upper!);
  const most = Math.max(sign * now.lower!, sign * now.upper!);
  if (most < HALF * gain) return { verdict: 'faded', now, left };
  if (left >= HALF || least > 0) return { verdict: 'holding', now, left };
  const blurred = now.standardError! > WIDENED * (proven.standardError ?? Infinity);
  return { verdict: blurred ? 'insufficient' : 'faded', now, left };
}
