import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { CriteriaService } from './criteria.service.js';
import { OpportunitiesReadModel } from './opportunities.read-model.js';
import { OpportunitiesResolver } from './opportunities.resolver.js';
import { OpportunityHistoryResolver } from './opportunity-history.resolver.js';
import { OpportunityService } from './opportunity.service.js';

@Module({
  imports: [AuditModule],
  providers: [
    OpportunitiesResolver,
    OpportunityHistoryResolver,
    OpportunitiesReadModel,
    OpportunityService,
    CriteriaService,
  ],
  exports: [OpportunityService],
})
export class OpportunitiesModule {}
