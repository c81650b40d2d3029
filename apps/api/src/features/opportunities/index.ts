export { OpportunitiesModule } from './opportunities.module.js';
export { OpportunityService } from './opportunity.service.js';
