/** What the domain's rules for waves mean for the form and the menus; the API asks the same rules. */
import { type AssessmentField, type AssessmentState as DomainState, mayChange } from '@touchstone/domain';
import type { AssessmentValues } from './assessment-form.js';
import type { AssessmentState } from './assessments.generated.js';

const FIELDS: Record<keyof AssessmentValues, AssessmentField> = {
  name: 'name',
  purpose: 'name',
  previousAssessmentId: 'name',
  modelVersionId: 'modelVersion',
  scopeKind: 'scope',
  businessUnitId: 'scope',
  periodStart: 'period',
  periodEnd: 'period',
  deadline: 'deadline',
  anonymity: 'anonymity',
  minimumGroupSize: 'minimumGroupSize',
  raterGroups: 'raterGroups',
};

// The API's enum is the domain's word in capitals.
const domainState = (state: AssessmentState): DomainState => state.toLowerCase() as DomainState;

/** What respondents were told is fixed once they were told it. */
export const isLocked = (state: AssessmentState, field: keyof AssessmentValues): boolean =>
  !mayChange(domainState(state), FIELDS[field]);

export const expectedSizesLocked = (state: AssessmentState): boolean => !mayChange(domainState(state), 'expectedSizes');

/** Acts that belong to a state without changing it. */
export type WaveAct = 'update' | 'extendDeadline' | 'invite' | 'remind' | 'importAnswers';

export function fitsState(state: AssessmentState, act: WaveAct): boolean {
  switch (act) {
    case 'update':
      return !isLocked(state, 'name');
    case 'invite':
      return mayChange(domainState(state), 'invitations');
    case 'extendDeadline':
    case 'remind':
    case 'importAnswers':
      return state === 'OPEN';
  }
}
