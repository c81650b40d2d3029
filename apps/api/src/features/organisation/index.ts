import { BusinessUnitEntity } from './business-unit.entity.js';
import { MembershipEntity } from './membership.entity.js';
import { OrganizationEntity } from './organization.entity.js';
import { TeamMembershipEntity } from './team-membership.entity.js';
import { TeamEntity } from './team.entity.js';

export { OrganisationModule } from './organisation.module.js';
export { ProvisioningService, type NewMember, systemOf } from './provisioning.service.js';
export { BusinessUnitService } from './business-unit.service.js';
export { TeamService } from './team.service.js';
export { PersonService } from './person.service.js';
export { BusinessUnitEntity, MembershipEntity, OrganizationEntity, TeamEntity };
export const organisationEntities = [
  OrganizationEntity,
  BusinessUnitEntity,
  TeamEntity,
  MembershipEntity,
  TeamMembershipEntity,
];
