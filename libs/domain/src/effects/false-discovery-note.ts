import { benjaminiHochberg } from '@touchstone/metrics';
import type { EffectJudgement } from './judge-effect.js';

export interface JudgedEffect {
  readonly id: string;
  readonly verdict: EffectJudgement;
  readonly p: number | null;
}

export interface FalseDiscoveryNote {
  /** Verdicts that a test stands behind: all but the insufficient ones. */
  readonly tested: number;
  readonly proven: number;
  /** How many "proven" chance alone would be expected to give, if none of the initiatives did anything. */
  readonly expectedByChance: number;
  /** Proven verdicts that do not hold when all tests are looked at together. */
  readonly doubtful: readonly string[];
  /** p adjusted for the number of tests, by id; insufficient verdicts have none. */
  readonly adjusted: ReadonlyMap<string, number>;
}

/**
 * What many verdicts in one portfolio mean for each: of a hundred initiatives that do nothing, about alpha/2 · 100 are "proven".
 * Benjamini–Hochberg over all tested verdicts at q = alpha says which proven ones outlast that. The verdicts themselves stay.
 *
 * Source: Benjamini Y, Hochberg Y (1995) Journal of the Royal Statistical Society B 57:289-300.
 */
export function falseDiscovery(verdicts: readonly JudgedEffect[], alpha = 0.05): FalseDiscoveryNote {
  const tested = verdicts.filter(({ verdict, p }) => verdict !== 'insufficient' && p !== null);
  const { adjusted } = benjaminiHochberg({ pValues: tested.map(({ p }) => p), q: alpha });
  const byId = new Map(tested.map(({ id }, index) => [id, adjusted[index]!]));
  const proven = tested.filter(({ verdict }) => verdict === 'proven');
  return {
    tested: tested.length,
    proven: proven.length,
    expectedByChance: (tested.length * alpha) / 2,
    doubtful: proven.filter(({ id }) => byId.get(id)! > alpha).map(({ id }) => id),
    adjusted: byId,
  };
}
