import type { EffectBucket, EffectInput, EffectVerdict } from '@touchstone/domain';

/** What a bucket's judgement rests on; the single highest and lowest answer are nobody's business. */
const bucketOf = ({ start, tally }: EffectBucket, { definition }: EffectInput) => ({
  start,
  tally: tally && {
    n: tally.n,
    sum: tally.sum,
    sumOfSquares: tally.sumOfSquares,
    ...(tally.counts && { counts: tally.counts }),
    ...(definition.aggregation === 'last' && { last: tally.last }),
  },
});

export interface MoreInputs {
  /** Buckets that tell of too few people. */
  readonly withheld: number;
  /** Of a watch: what is left of the proven gain. */
  readonly left: number | null;
}

/** Everything that a verdict was computed from, and the regression as it was run: enough to compute it again elsewhere. */
export const judgedInputs = (input: EffectInput, judged: EffectVerdict, { withheld, left }: MoreInputs) => ({
  registration: input.registration,
  definition: input.definition,
  sealedBaseline: input.sealedBaseline ?? null,
  breaks: input.breaks ?? [],
  controlBreaks: input.controlBreaks ?? [],
  confoundedWith: input.confoundedWith ?? [],
  series: input.series.map((bucket) => bucketOf(bucket, input)),
  control: (input.control ?? []).map((bucket) => bucketOf(bucket, input)),
  comparison: judged.comparison,
  bucketsBefore: judged.bucketsBefore,
  bucketsAfter: judged.bucketsAfter,
  df: judged.df,
  rho: judged.rho,
  points: judged.points,
  run: judged.run,
  withheld,
  left,
});
