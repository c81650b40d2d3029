import { AssessmentEntity } from './assessment.entity.js';
import { InvitationEntity } from './invitation.entity.js';
import { RaterGroupEntity } from './rater-group.entity.js';

export { AssessmentsModule } from './assessments.module.js';
export { AssessmentCommands } from './assessment-commands.js';
export { AssessmentService } from './assessment.service.js';
export { InvitationsService } from './invitations.service.js';
export { AssessmentsReadModel, SUMMARY_JOINS, SUMMARY_JSON } from './assessments.read-model.js';
export { AssessmentSummaryType } from './assessment.type.js';
export { AnonymityPolicyEnum, AssessmentStateEnum, RaterGroupKindEnum, ScopeKindEnum } from './assessment.enums.js';
export type { AssessmentInput } from './assessment.input.js';
export { computeResultsJob } from './compute-results.definition.js';
export { responsesTopic } from './responses-arrived.resolver.js';
export { SHARE_WAVE, shareWave } from './wave-lock.js';
export { groupSignatureFits, linkAddress, newPersonToken, parseToken } from './respondent-link.js';
export { AssessmentEntity, InvitationEntity, RaterGroupEntity };
export const assessmentEntities = [AssessmentEntity, RaterGroupEntity, InvitationEntity];
