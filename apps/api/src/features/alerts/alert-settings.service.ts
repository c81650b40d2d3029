import { Injectable } from '@nestjs/common';
import {
  ConflictError,
  type EscalationRule,
  type FieldProblem,
  LONGEST_ESCALATION_HOURS,
  USUAL_ESCALATION,
  ValidationError,
} from '@touchstone/domain';
import { changedFields } from '../../platform/audit/audit-entry.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { AlertMailEnum } from './alert.enums.js';
import type { AlertPreferenceType, AlertSettingsType } from './alert.type.js';

/** How long alerts may lie in this organisation, and what a person wants letters about. */
@Injectable()
export class AlertSettingsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  read(member: MemberPrincipal): Promise<AlertSettingsType> {
    return this.unitOfWork.read(member, (transaction) => this.readIn(transaction));
  }

  update(member: MemberPrincipal, version: number, rule: EscalationRule): Promise<AlertSettingsType> {
    demandOrder(rule);
    return this.unitOfWork.write(member, async (transaction) => {
      const { query, organizationId } = transaction;
      const before = await this.readIn(transaction);
      const [saved] = await query(
        `INSERT INTO alert_settings (organization_id, office_after_hours, executive_after_hours) SELECT $1, $2, $3
         WHERE $4 = 0 OR EXISTS (SELECT FROM alert_settings s WHERE s.organization_id = $1)
         ON CONFLICT (organization_id) DO UPDATE SET office_after_hours = excluded.office_after_hours,
           executive_after_hours = excluded.executive_after_hours, version = alert_settings.version + 1
         WHERE alert_settings.version = $4
         RETURNING 1`,
        [organizationId, rule.officeAfterHours, rule.executiveAfterHours, version],
      );
      const after = await this.readIn(transaction);
      if (!saved) throw new ConflictError('Alert settings', after);
      transaction.audit({
        act: 'alert_settings.updated',
        objectKind: 'Organization',
        objectId: organizationId,
        changes: changedFields<EscalationRule>(before, rule),
      });
      return after;
    });
  }

  async preference(member: MemberPrincipal): Promise<AlertPreferenceType> {
    const [row] = await this.unitOfWork.read(member, ({ query, organizationId }) =>
      query<AlertPreferenceType>(
        'SELECT mail FROM alert_preference WHERE organization_id = $1 AND membership_id = $2',
        [organizationId, member.membershipId],
      ),
    );
    return row ?? { mail: AlertMailEnum.ALL };
  }

  prefer(member: MemberPrincipal, mail: AlertMailEnum): Promise<AlertPreferenceType> {
    return this.unitOfWork.write(member, async (transaction) => {
      const { query, organizationId } = transaction;
      await query(
        `INSERT INTO alert_preference (organization_id, membership_id, mail) VALUES ($1, $2, $3)
         ON CONFLICT (organization_id, membership_id) DO UPDATE SET mail = excluded.mail`,
        [organizationId, member.membershipId, mail],
      );
      const changes = { mail };
      transaction.audit({ act: 'alert_preference.set', objectKind: 'Person', objectId: member.membershipId, changes });
      return { mail };
    });
  }

  private async readIn({ query, organizationId }: Transaction): Promise<AlertSettingsType> {
    const [row] = await query<AlertSettingsType>(
      `SELECT office_after_hours AS "officeAfterHours", executive_after_hours AS "executiveAfterHours", version
       FROM alert_settings WHERE organization_id = $1`,
      [organizationId],
    );
    return row ?? { ...USUAL_ESCALATION, version: 0 };
  }
}

function demandOrder({ officeAfterHours, executiveAfterHours }: EscalationRule): void {
  const limits = { minimum: 1, maximum: LONGEST_ESCALATION_HOURS };
  const problems: FieldProblem[] = Object.entries({ officeAfterHours, executiveAfterHours })
    .filter(([, hours]) => !Number.isInteger(hours) || hours < limits.minimum || hours > limits.maximum)
    .map(([path]) => ({
      path,
      code: 'out_of_range',
      message: `Use whole hours from ${limits.minimum} to ${limits.maximum}.`,
      params: limits,
    }));
  if (problems.length === 0 && executiveAfterHours <= officeAfterHours) {
    problems.push({
      path: 'executiveAfterHours',
      code: 'escalation_order',
      message: 'The executives come after the programme office.',
    });
  }
  if (problems.length > 0) throw new ValidationError(problems);
}
