import { Injectable } from '@nestjs/common';
import { NotFoundError } from '@touchstone/domain';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import { abilityOf, type MemberPrincipal } from '../../platform/tenancy/principal.js';
import { CURRENT_VERSION } from '../metrics/index.js';
import type { BenefitType } from './benefit.type.js';

/** What initiatives are worth, one statement each. */
@Injectable()
export class BenefitsReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async ofInitiative(member: MemberPrincipal, initiativeId: string): Promise<BenefitType[]> {
    const id = rowId(initiativeId, 'Initiative');
    const rows = await this.unitOfWork.read(member, (transaction) =>
      benefits(transaction, 'i.id = $2', 'b.initiative_id = i.id', id),
    );
    if (rows.length === 0) throw new NotFoundError('Initiative');
    return rows.filter((each) => each !== null);
  }

  async oneIn(transaction: Transaction, id: string): Promise<BenefitType> {
    const [found] = await benefits(transaction, 'b.id IS NOT NULL', 'b.id = $2', rowId(id, 'Benefit'));
    if (!found) throw new NotFoundError('Benefit');
    return found;
  }
}

const MEMBER_NAME = (id: string): string =>
  `(SELECT m.name FROM membership m WHERE m.organization_id = b.organization_id AND m.id = ${id})`;

/** Those of something that exists, one row each; a single null where it has none. */
async function benefits(
  { query, organizationId, principal }: Transaction,
  exists: string,
  which: string,
  id: string,
): Promise<(BenefitType | null)[]> {
  const teamId = 'i.team_id';
  const update = abilityToSql(abilityOf(principal), 'update', 'Benefit', { teamId }, 4);
  const check = abilityToSql(abilityOf(principal), 'verify', 'Benefit', { teamId }, 4 + update.parameters.length);
  const rows = await query<{ benefit: BenefitType | null }>(
    `SELECT CASE WHEN b.id IS NOT NULL THEN json_build_object('id', b.id, 'initiativeId', b.initiative_id, 'name', b.name, 'kind', b.kind,
       'currency', b.currency, 'targetMinor', b.target_minor, 'forecastMinor', b.forecast_minor,
       'registrationId', b.registration_id, 'metricName', w.name, 'unit', w.unit,
       'worthPerUnitMinor', b.worth_per_unit_minor, 'actualMinor', b.actual_minor,
       'actualLowerMinor', b.actual_lower_minor, 'actualUpperMinor', b.actual_upper_minor,
       'verdict', (SELECT x.verdict FROM effect_verdict x WHERE x.organization_id = $1 AND x.id = b.verdict_id),
       'lockedAt', b.locked_at, 'lockedByName', ${MEMBER_NAME('b.locked_by')},
       'checkedAt', b.checked_at, 'checkedByName', ${MEMBER_NAME('b.checked_by')},
       'mayUpdate', coalesce(${update.sql}, false) AND i.archived_at IS NULL,
       'mayCheck', coalesce(${check.sql}, false) AND b.locked_at IS NOT NULL AND b.checked_at IS NULL
         AND b.created_by IS DISTINCT FROM $3::uuid AND b.locked_by IS DISTINCT FROM $3::uuid,
       'version', b.version) END AS benefit
     FROM initiative i
     LEFT JOIN benefit b ON b.organization_id = i.organization_id AND b.initiative_id = i.id AND ${which}
     LEFT JOIN LATERAL (
       SELECT m.name, v.unit FROM effect_registration r
       JOIN organization o ON o.id = r.organization_id
       JOIN metric m ON m.organization_id = r.organization_id AND m.id = r.metric_id
       JOIN ${CURRENT_VERSION} ON true
       WHERE r.organization_id = $1 AND r.id = b.registration_id) w ON true
     WHERE i.organization_id = $1 AND ${exists} ORDER BY b.created_at, b.id`,
    [
      organizationId,
      id,
      principal.kind === 'member' ? principal.membershipId : null,
      ...update.parameters,
      ...check.parameters,
    ],
  );
  return rows.map(({ benefit }) => benefit);
}
