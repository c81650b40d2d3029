import { Module } from '@nestjs/common';
import { AuditEventsReadModel } from './audit-events.read-model.js';
import { AuditVerificationService } from './audit-verification.service.js';
import { ObjectHistoryResolver } from './object-history.resolver.js';
import { AuditResolver } from './audit.resolver.js';

@Module({
  providers: [AuditResolver, ObjectHistoryResolver, AuditEventsReadModel, AuditVerificationService],
  exports: [AuditEventsReadModel],
})
export class AuditModule {}
