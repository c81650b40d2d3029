import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import type { ViewerType } from './viewer.type.js';

/** Who is signed in, where, and where else they could be: one statement. */
@Injectable()
export class ViewerReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async viewer(principal: MemberPrincipal): Promise<ViewerType> {
    return this.unitOfWork.read(principal, async (transaction) => {
      const [row] = await transaction.query<{ viewer: ViewerType }>(VIEWER, [
        principal.organizationId,
        principal.membershipId,
        principal.teamIds,
        principal.accountId,
      ]);
      if (!row) throw new Error('The signed-in membership has vanished.');
      return row.viewer;
    });
  }
}

const VIEWER = `
  SELECT json_build_object(
    'userId', a.id, 'membershipId', m.id, 'email', a.email, 'name', a.name, 'locale', a.locale, 'role', m.role,
    'teamIds', $3::uuid[],
    'organization', json_build_object('id', o.id, 'name', o.name, 'timeZone', o.time_zone, 'weekStart', o.week_start,
      'locales', o.locales, 'minimumGroupSize', o.minimum_group_size, 'version', o.version),
    'organizations', (
      SELECT json_agg(json_build_object('id', oo.id, 'name', oo.name, 'role', mm.role) ORDER BY oo.name)
      FROM membership mm JOIN organization oo ON oo.id = mm.organization_id
      WHERE mm.account_id = $4 AND mm.valid_to IS NULL)
  ) AS viewer
  FROM membership m JOIN account a ON a.id = m.account_id JOIN organization o ON o.id = m.organization_id
  WHERE m.organization_id = $1 AND m.id = $2`;
