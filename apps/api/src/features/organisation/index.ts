import { MembershipEntity } from './membership.entity.js';
import { OrganizationEntity } from './organization.entity.js';

export { OrganisationModule } from './organisation.module.js';
export { ProvisioningService, type NewMember, systemOf } from './provisioning.service.js';
export { MembershipEntity, OrganizationEntity };
export const organisationEntities = [OrganizationEntity, MembershipEntity];
