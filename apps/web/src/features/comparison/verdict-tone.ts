import type { Tone } from '../../ui/StatusBadge.js';
import type { ChangeVerdict } from './comparison.generated.js';

export const VERDICTS: readonly ChangeVerdict[] = ['ROSE', 'FELL', 'WITHIN_NOISE', 'CANNOT_SAY'];
export const VERDICT_TONES: Record<ChangeVerdict, Tone> = {
  ROSE: 'good',
  FELL: 'bad',
  WITHIN_NOISE: 'quiet',
  CANNOT_SAY: 'warn',
};
