import { type Day, type EffectTarget, mayOverlap } from './effect-registration.js';

/** A registered effect, and when. */
export interface RunningEffect {
  readonly initiativeId: string;
  readonly target: EffectTarget;
  /** When it is at work: from its launch until it is evaluated. */
  readonly from: Day;
  readonly to: Day;
  /** What its verdict rests on: from the baseline until it is evaluated. */
  readonly window: { readonly from: Day; readonly to: Day };
}

export interface Confounding {
  readonly initiativeId: string;
  readonly target: EffectTarget;
  /** The others, each with the stretch of this one's window in which it was at work. */
  readonly with: readonly { readonly initiativeId: string; readonly from: Day; readonly to: Day }[];
}

/**
 * Who else was launched within the window that a verdict rests on, on the same metric and the same customers (the same segment,
 * everybody, or segments that cross). What was launched before the baseline and is still at work is part of the baseline, and
 * does not confound; what was launched in the baseline or after does.
 */
export function confoundedWith(effect: RunningEffect, others: readonly RunningEffect[]): Confounding['with'] {
  return others
    .filter(
      (other) =>
        other.initiativeId !== effect.initiativeId &&
        mayOverlap(other.target, effect.target) &&
        other.from > effect.window.from &&
        other.from < effect.window.to,
    )
    .map((other) => ({
      initiativeId: other.initiativeId,
      from: other.from,
      to: other.to < effect.window.to ? other.to : effect.window.to,
    }));
}

/** Every effect that is confounded, with whom; those that stand alone are left out. */
export function confounding(effects: readonly RunningEffect[]): Confounding[] {
  return effects
    .map((effect) => ({
      initiativeId: effect.initiativeId,
      target: effect.target,
      with: confoundedWith(effect, effects),
    }))
    .filter((each) => each.with.length > 0);
}
