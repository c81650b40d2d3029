import { newId, type Transaction } from '../../platform/database/unit-of-work.js';
import { todayOf } from '../touchpoints/index.js';
import { demandActiveTeam } from './ownership.service.js';

/** Makes a team accountable from today on for a touchpoint that was just made: nobody can be in the way. */
export async function answerFromToday(transaction: Transaction, touchpointId: string, teamId: string): Promise<void> {
  await demandActiveTeam(transaction, teamId);
  const { organizationId, principal } = transaction;
  const createdBy = principal.kind === 'member' ? principal.membershipId : null;
  const [period] = await transaction.query<{ validFrom: string }>(
    `INSERT INTO ownership (organization_id, id, touchpoint_id, team_id, responsibility, valid_from, created_by)
     VALUES ($1, $2, $3, $4, 'accountable', ${todayOf('$1')}, $5) RETURNING valid_from::text AS "validFrom"`,
    [organizationId, newId(), touchpointId, teamId, createdBy],
  );
  const changes = { teamId, responsibility: 'accountable', validFrom: period?.validFrom ?? null, validTo: null };
  transaction.audit({ act: 'ownership.assigned', objectKind: 'Touchpoint', objectId: touchpointId, changes });
}
