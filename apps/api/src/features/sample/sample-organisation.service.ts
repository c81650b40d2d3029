import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { SystemPrincipal } from '../../platform/tenancy/principal.js';
import {
  BusinessUnitService,
  PersonService,
  ProvisioningService,
  systemOf,
  TeamService,
} from '../organisation/index.js';
import type { HARBOUR_BANK } from './harbour-bank.js';
import type { MERIDIAN_AIR } from './meridian-air.js';

type SampleOrganisation = typeof HARBOUR_BANK | typeof MERIDIAN_AIR;

/** Every sample account has this password; they exist only where the sample programme was loaded. */
export const SAMPLE_PASSWORD = 'touchstone sample';

/** Units, teams and people of a sample organisation. Each step looks first, so that a broken-off start goes on where it stopped. */
@Injectable()
export class SampleOrganisationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly provisioning: ProvisioningService,
    private readonly units: BusinessUnitService,
    private readonly teams: TeamService,
    private readonly people: PersonService,
  ) {}

  async load(organizationId: string, sample: SampleOrganisation): Promise<void> {
    const system = systemOf(organizationId, 'sample programme');
    const units = await this.known(system, 'SELECT name, id FROM business_unit WHERE organization_id = $1');
    for (const { name, parent } of sample.units) {
      if (!units.has(name)) {
        const unit = await this.units.create(system, { name, parentId: parent ? (units.get(parent) as string) : null });
        units.set(name, unit.id);
      }
    }
    const teams = await this.known(system, 'SELECT name, id FROM team WHERE organization_id = $1');
    for (const { name, kind, unit } of sample.teams) {
      if (!teams.has(name)) {
        const team = await this.teams.create(system, {
          name,
          kind: kind,
          businessUnitId: units.get(unit) as string,
        });
        teams.set(name, team.id);
      }
    }
    const members = await this.known(system, 'SELECT email AS name, id FROM membership WHERE organization_id = $1');
    for (const { email, name, role, locale, leads } of sample.people) {
      if (members.has(email)) continue;
      const member = { email, name, role, locale, password: SAMPLE_PASSWORD };
      const { membershipId } = await this.provisioning.addMember(organizationId, member, 'sample programme');
      const leadOfTeamIds = leads.map((team) => teams.get(team) as string);
      if (leadOfTeamIds.length > 0) {
        await this.people.update(system, membershipId, 1, { role, teamIds: leadOfTeamIds, leadOfTeamIds });
      }
    }
  }

  private async known(principal: SystemPrincipal, sql: string): Promise<Map<string, string>> {
    const rows = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<{ name: string; id: string }>(sql, [principal.organizationId]),
    );
    return new Map(rows.map(({ name, id }) => [name, id]));
  }
}
