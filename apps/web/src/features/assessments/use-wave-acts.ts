import type { Action, Subject } from '@touchstone/domain';
import { useCan } from '../../session/session.js';
import type { AssessmentState } from './assessments.generated.js';
import { fitsState, type WaveAct } from './wave-rules.js';

const NEEDS: Record<WaveAct, readonly [Action, Subject]> = {
  update: ['update', 'Assessment'],
  extendDeadline: ['update', 'Assessment'],
  invite: ['create', 'Invitation'],
  remind: ['run', 'Assessment'],
  importAnswers: ['create', 'Import'],
};

/** Whether the reader's role and the wave's state both allow an act. */
export function useWaveActs(state: AssessmentState): (act: WaveAct) => boolean {
  const can = useCan();
  return (act) => can(...NEEDS[act]) && fitsState(state, act);
}
