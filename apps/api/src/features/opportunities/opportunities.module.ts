import { Module } from '@nestjs/common';
import { CriteriaService } from './criteria.service.js';
import { OpportunitiesReadModel } from './opportunities.read-model.js';
import { OpportunitiesResolver } from './opportunities.resolver.js';
import { OpportunityService } from './opportunity.service.js';

@Module({
  providers: [OpportunitiesResolver, OpportunitiesReadModel, OpportunityService, CriteriaService],
  exports: [OpportunityService],
})
export class OpportunitiesModule {}
