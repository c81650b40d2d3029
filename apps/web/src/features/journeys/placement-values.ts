import { evidenceInputOf, type EvidenceValues, evidenceValuesOf } from './evidence-values.js';
import type { PlacementFactor, PlacementFieldsFragment, PlacementInput } from './journey-map.generated.js';

/** A placement as the form holds it: numbers as typed. */
export interface PlacementValues extends EvidenceValues {
  factor: PlacementFactor | null;
  emotion: string;
  source: 'asked' | 'judged';
  emotionN: string;
  emotionJudgedBy: string;
  expectation: string;
}

export const valuesOf = (placement: PlacementFieldsFragment): PlacementValues => ({
  factor: placement.factor ?? null,
  emotion: placement.emotion === null || placement.emotion === undefined ? '' : String(placement.emotion),
  source: placement.emotionN ? 'asked' : 'judged',
  emotionN: placement.emotionN ? String(placement.emotionN) : '',
  emotionJudgedBy: placement.emotionJudgedBy ?? '',
  expectation: placement.expectation ?? '',
  ...evidenceValuesOf(placement),
});

/** What is sent: an emotion with the one source that was chosen, and no source without an emotion. */
export function inputOf(values: PlacementValues): PlacementInput {
  const known = values.emotion !== '';
  const asked = known && values.source === 'asked';
  return {
    factor: values.factor,
    emotion: known ? Number(values.emotion) : null,
    emotionN: asked && values.emotionN ? Number(values.emotionN) : null,
    emotionJudgedBy: known && !asked ? values.emotionJudgedBy.trim() || null : null,
    expectation: values.expectation.trim() || null,
    ...evidenceInputOf(values),
  };
}
