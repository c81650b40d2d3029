import { Injectable } from '@nestjs/common';
import { ConflictError } from '@touchstone/domain';
import { changedFields } from '../../platform/audit/audit-entry.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import type { OrganizationType } from '../identity/index.js';
import { markWhole } from '../rollup-marks/index.js';
import { checkedSettings, type OrganizationSettings } from './organization-settings.js';

/** The organisation's own row: read by every member, changed by administrators. */
@Injectable()
export class OrganizationService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  read(principal: Principal): Promise<OrganizationType> {
    return this.unitOfWork.read(principal, (transaction) => this.readIn(transaction));
  }

  /** Saves only over the version that the caller has seen; otherwise answers with the one that won. */
  update(principal: Principal, version: number, input: OrganizationSettings): Promise<OrganizationType> {
    const settings = checkedSettings(input);
    return this.unitOfWork.write(principal, async (transaction) => {
      const before = await this.readIn(transaction, 'FOR NO KEY UPDATE');
      if (before.version !== version) throw new ConflictError('Organization', before);
      const { name, timeZone, weekStart, locales, minimumGroupSize } = settings;
      await transaction.query(
        `UPDATE organization SET name = $2, time_zone = $3, week_start = $4, locales = $5, minimum_group_size = $6,
           version = version + 1
         WHERE id = $1`,
        [transaction.organizationId, name, timeZone, weekStart, locales, minimumGroupSize],
      );
      // Days, weeks and all that is made of them are cut by the organisation's clock.
      if (timeZone !== before.timeZone || weekStart !== before.weekStart) await markWhole(transaction, null);
      transaction.audit({
        act: 'organization.updated',
        objectKind: 'Organization',
        objectId: transaction.organizationId,
        changes: changedFields<OrganizationSettings>(before, settings),
      });
      return { ...before, ...settings, locales: [...locales], version: version + 1 };
    });
  }

  private async readIn({ query, organizationId }: Transaction, lock = ''): Promise<OrganizationType> {
    const [row] = await query<OrganizationType>(
      `SELECT id, name, time_zone AS "timeZone", week_start AS "weekStart", locales,
         minimum_group_size AS "minimumGroupSize", version
       FROM organization WHERE id = $1 ${lock}`,
      [organizationId],
    );
    if (!row) throw new Error('The organisation of a principal has vanished.');
    return row;
  }
}
