import {
  type Day,
  type EffectInput,
  type EffectJudgement,
  type EffectVerdict,
  type GainJudgement,
  judgeEffect,
  watchGain,
} from '@touchstone/domain';
import { judgedInputs } from './judged-inputs.js';

export type ProvenGain = Pick<EffectVerdict, 'estimate' | 'standardError' | 'bucketsAfter'>;

export interface Occasion {
  readonly occasion: 'evaluation' | 'watch';
  /** The first day after what is judged. */
  readonly until: Day;
  /** Of a watch: the gain that it looks for. */
  readonly proven: ProvenGain | null;
  readonly withheld: number;
}

export interface ComputedVerdict {
  readonly occasion: Occasion['occasion'];
  readonly verdict: EffectJudgement | GainJudgement;
  /** The numbers behind it. */
  readonly judged: EffectVerdict;
  readonly inputs: object;
}

/** The verdict that the rules give, with everything that it was computed from. */
export function computeVerdict(input: EffectInput, { occasion, until, proven, withheld }: Occasion): ComputedVerdict {
  if (proven === null) {
    const judged = judgeEffect(input);
    return { occasion, verdict: judged.verdict, judged, inputs: judgedInputs(input, judged, { withheld, left: null }) };
  }
  const { verdict, now, left } = watchGain({ effect: input, proven, until });
  return { occasion, verdict, judged: now, inputs: judgedInputs(input, now, { withheld, left }) };
}
