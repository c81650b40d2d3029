import { Module } from '@nestjs/common';
import { OpportunitiesReadModel } from './opportunities.read-model.js';
import { OpportunitiesResolver } from './opportunities.resolver.js';
import { OpportunityService } from './opportunity.service.js';

@Module({
  providers: [OpportunitiesResolver, OpportunitiesReadModel, OpportunityService],
  exports: [OpportunityService],
})
export class OpportunitiesModule {}
