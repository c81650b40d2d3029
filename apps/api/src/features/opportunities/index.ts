export { OpportunitiesModule } from './opportunities.module.js';
export { OpportunityStateEnum } from './opportunity.type.js';
export { OpportunityService } from './opportunity.service.js';
