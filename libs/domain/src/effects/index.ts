export * from './effect-registration.js';
export { type EffectBucket, type EffectSide, FEWEST_BUCKETS } from './effect-windows.js';
export { canJudge, type JudgedCell, type JudgedDefinition } from './judged-cell.js';
export type { ComparedWith } from './compared-series.js';
export type { RegressionRun } from './effect-model.js';
export {
  EFFECT_CAUTIONS,
  EFFECT_REFUSALS,
  type EffectCaution,
  type EffectReason,
  type EffectRefusal,
} from './effect-reason.js';
export {
  EFFECT_FORMULA,
  type EffectInput,
  type EffectJudgement,
  type EffectPoint,
  type EffectVerdict,
  judgeEffect,
  sealBaseline,
} from './judge-effect.js';
export * from './plan-effect.js';
export * from './check-registration.js';
export * from './confounding.js';
export * from './false-discovery-note.js';
export * from './watch-gain.js';
