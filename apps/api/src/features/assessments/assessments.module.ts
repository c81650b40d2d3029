import { Module } from '@nestjs/common';
import { AssessmentCommands } from './assessment-commands.js';
import { AssessmentLifecycle } from './assessment-lifecycle.service.js';
import { AssessmentService } from './assessment.service.js';
import { AssessmentsReadModel } from './assessments.read-model.js';
import { AssessmentsResolver } from './assessments.resolver.js';
import { InvitationsReadModel } from './invitations.read-model.js';
import { InvitationsResolver } from './invitations.resolver.js';
import { InvitationsService } from './invitations.service.js';
import { ResponsesArrivedResolver } from './responses-arrived.resolver.js';
import { SendInvitationsHandler } from './send-invitations.handler.js';

@Module({
  providers: [
    AssessmentCommands,
    AssessmentLifecycle,
    AssessmentService,
    AssessmentsReadModel,
    AssessmentsResolver,
    InvitationsReadModel,
    InvitationsResolver,
    InvitationsService,
    ResponsesArrivedResolver,
    SendInvitationsHandler,
  ],
  exports: [AssessmentCommands, AssessmentService, AssessmentsReadModel, InvitationsService],
})
export class AssessmentsModule {}
