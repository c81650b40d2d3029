export const BENEFIT_OUTCOMES = ['reached', 'possible', 'missed', 'open'] as const;
export type BenefitOutcome = (typeof BENEFIT_OUTCOMES)[number];

export interface JudgedBenefit {
  readonly forecast: number | null;
  /** From the verdict, with its interval; null where there is none. */
  readonly actual: number | null;
  readonly upper: number | null;
}

/**
 * What became of a forecast. **reached** when the actual is at least the forecast; **missed** when even the upper end of its
 * interval lies below; **possible** between the two; **open** without a verdict or without a forecast.
 */
export function benefitOutcome({ forecast, actual, upper }: JudgedBenefit): BenefitOutcome {
  if (forecast === null || actual === null) return 'open';
  if (actual >= forecast) return 'reached';
  return (upper ?? actual) < forecast ? 'missed' : 'possible';
}
