import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { BusinessUnitService } from './business-unit.service.js';
import { BusinessUnitsReadModel } from './business-units.read-model.js';
import { BusinessUnitsResolver } from './business-units.resolver.js';
import { MembershipInvitationResolver } from './membership-invitation.resolver.js';
import { MembershipInvitationService } from './membership-invitation.service.js';
import { OrganizationResolver } from './organization.resolver.js';
import { OrganizationService } from './organization.service.js';
import { PeopleReadModel } from './people.read-model.js';
import { PeopleResolver } from './people.resolver.js';
import { PersonInvitationService } from './person-invitation.service.js';
import { PersonService } from './person.service.js';
import { ProvisioningService } from './provisioning.service.js';
import { TeamService } from './team.service.js';
import { TeamsReadModel } from './teams.read-model.js';
import { TeamsResolver } from './teams.resolver.js';

@Module({
  imports: [IdentityModule],
  providers: [
    ProvisioningService,
    OrganizationResolver,
    OrganizationService,
    BusinessUnitsResolver,
    BusinessUnitsReadModel,
    BusinessUnitService,
    TeamsResolver,
    TeamsReadModel,
    TeamService,
    PeopleResolver,
    PeopleReadModel,
    PersonService,
    PersonInvitationService,
    MembershipInvitationResolver,
    MembershipInvitationService,
  ],
  exports: [ProvisioningService, BusinessUnitService, TeamService, PersonService],
})
export class OrganisationModule {}
